"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { openMerge, openUndo } from "@/db/access/merges/merge-proposals";
import { transitionProposal } from "@/db/access/workflow/proposal-transitions";
import type { ProposalWritten } from "@/db/access/workflow/proposals";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { optionalText, requiredText, version } from "@/lib/records/input";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import { slug } from "@/lib/records/slug";
import type { Actor } from "@/lib/workflow/actor";

const unmerging = z.object({
  kind: z.enum(RECORD_KINDS),
  slug,
  basedOn: version,
  absorbed: slug,
  reason: requiredText(LONGEST_REASON),
  correctionNote: optionalText(LONGEST_REASON),
  submit: z.literal("yes").optional(),
});
const merging = unmerging.extend({ absorbedVersion: version });

async function submitted(
  actor: Actor,
  { slug: name, version: basedOn }: ProposalWritten,
  submit: string | undefined,
) {
  if (submit) await transitionProposal(actor, name, "submit", { basedOn });
  return name;
}
const done = { done: (proposal: string) => `/proposals/${proposal}` };

/** Proposes that another record is the same as this one, and sends that to review when it was pressed. */
export const openMergeAction = formAction(
  merging,
  async (actor, { kind, slug: name, submit, ...asked }) =>
    submitted(actor, await openMerge(actor, kind, name, asked), submit),
  done,
);

/** Proposes that a merge is taken back. */
export const openUndoAction = formAction(
  unmerging,
  async (actor, { kind, slug: name, submit, ...asked }) =>
    submitted(actor, await openUndo(actor, kind, name, asked), submit),
  done,
);
