import "server-only";
import { z } from "zod";
import { findRecord } from "@/db/access/records/record-snapshot";
import { findProposal } from "@/db/access/workflow/proposal-file";
import { openProposal, type ProposalWritten, saveProposal } from "@/db/access/workflow/proposals";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { LONGEST_REASON, optionalText, slugs } from "@/lib/records/input";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { flatFields, groupRowFields, rawInput } from "@/lib/records/rows";
import { slug } from "@/lib/records/slug";
import type { Actor } from "@/lib/workflow/actor";
import { validationKey } from "@/lib/workflow/field-errors";
import { Invalid } from "@/lib/workflow/outcome";
import { errorsOf } from "./api";

const changes = z.record(z.string(), z.unknown());
const proposalText = {
  basedOn: z.int("validation.basedOn"),
  reason: optionalText(LONGEST_REASON),
  correctionNote: optionalText(LONGEST_REASON),
  distinctFrom: slugs,
  changes,
};

/** What a program sends to begin a proposal: the record, its version, the fields that change, and why. */
export const newProposal = z.strictObject({
  kind: z.enum(RECORD_KINDS, { error: "validation.choice" }),
  slug,
  ...proposalText,
});

/** What it sends to edit one: the same, on the proposal's version. */
export const proposalPatch = z.strictObject({ ...proposalText, mergedWith: z.int("validation.basedOn").optional() });

const answerOf = ({ slug: name, version, state }: ProposalWritten) => ({ slug: name, version, state });

export async function proposeChange(
  actor: Actor,
  { kind, slug: name, changes: changed, ...rest }: z.output<typeof newProposal>,
) {
  const { input } = await findRecord(actor, kind, name);
  const whole = RECORD_INPUTS[kind].safeParse({ ...rawInput(input), ...changed }, { error: validationKey });
  if (!whole.success) throw new Invalid(errorsOf(whole.error));
  return answerOf(await openProposal(actor, kind, name, { ...rest, typed: flatFields(whole.data) }));
}

export async function updateProposal(
  actor: Actor,
  name: string,
  { changes: changed, ...rest }: z.output<typeof proposalPatch>,
) {
  const { proposal } = await findProposal(actor, name);
  const content = { ...groupRowFields(proposal.typed).content, ...changed };
  const whole = RECORD_INPUTS[proposal.recordKind].safeParse(content, { error: validationKey });
  if (!whole.success) throw new Invalid(errorsOf(whole.error));
  return answerOf(await saveProposal(actor, name, { ...rest, typed: flatFields(whole.data) }));
}

/** A proposal with what it changes, and where both it and its record moved. */
export async function readProposal(actor: Actor, name: string) {
  const { proposal, before, after, conflicts, checklist, record, createdBy, updatedBy, decidedBy } =
    await findProposal(actor, name);
  const { id: _id, recordId: _recordId, typed: _typed, input: _input, ...about } = proposal;
  return {
    ...about,
    record: { kind: record.kind, slug: record.slug, version: record.version },
    createdBy,
    updatedBy,
    decidedBy,
    before,
    after,
    conflicts,
    checklist,
  };
}
