import "server-only";
import { z } from "zod";
import { openMerge, openUndo } from "@/db/access/merges/merge-proposals";
import { findRecord } from "@/db/access/records/record-snapshot";
import { findProposal } from "@/db/access/workflow/proposal-file";
import { openProposal, type ProposalWritten, saveProposal } from "@/db/access/workflow/proposals";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { optionalText, slugs, version } from "@/lib/records/input";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { flatFields, groupRowFields, rawInput } from "@/lib/records/rows";
import { slug } from "@/lib/records/slug";
import { validationKey } from "@/lib/records/validation-key";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { refusalSentence } from "@/lib/workflow/refusal-sentence";
import { errorsOf } from "./api";

const changes = z.record(z.string(), z.unknown());
const proposalText = {
  basedOn: version,
  reason: optionalText(LONGEST_REASON),
  correctionNote: optionalText(LONGEST_REASON),
  distinctFrom: slugs,
};

/**
 * What a program sends to begin a proposal: the record, its version, and why; and the fields that change, or the record that
 * becomes one with it, or the one that did and is to be one of its own again.
 */
export const newProposal = z
  .strictObject({
    kind: z.enum(RECORD_KINDS, { error: "validation.choice" }),
    slug,
    ...proposalText,
    changes: changes.optional(),
    absorbs: z.strictObject({ slug, version: z.int("validation.basedOn") }).optional(),
    undoes: slug.optional(),
  })
  .refine((proposal) => [proposal.changes, proposal.absorbs, proposal.undoes].filter(Boolean).length === 1, {
    path: ["changes"],
    message: "validation.oneProposed",
  });

/** What it sends to edit one: the fields that change, on the proposal's version. */
export const proposalPatch = z.strictObject({
  ...proposalText,
  changes,
  mergedWith: version.optional(),
});

const answerOf = ({ slug: name, version, state }: ProposalWritten) => ({ slug: name, version, state });

export async function proposeChange(
  actor: Actor,
  { kind, slug: name, changes: changed, absorbs, undoes, ...rest }: z.output<typeof newProposal>,
) {
  if (undoes) return answerOf(await openUndo(actor, kind, name, { ...rest, absorbed: undoes }));
  if (absorbs) {
    const other = { absorbed: absorbs.slug, absorbedVersion: absorbs.version };
    return answerOf(await openMerge(actor, kind, name, { ...rest, ...other }));
  }
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
  const { proposal, before, after, conflicts, checklist, record, createdBy, updatedBy, decidedBy, joins, refused } =
    await findProposal(actor, name);
  const { id: _id, recordId: _recordId, typed: _typed, input: _input, ...rest } = proposal;
  const { absorbsId: _absorbsId, undoesId: _undoesId, absorbsVersion: _absorbsVersion, ...about } = rest;
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
    merge: joins && {
      undoes: joins.undoes,
      other: joins.other.slug,
      moved: { ...joins.moved, records: joins.moved.records.map(({ kind, slug: own }) => ({ kind, slug: own })) },
      refused: refused && refusalSentence(refused, actor.locale),
    },
  };
}
