"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { recordFormAction } from "@/app/_server/record-form-action";
import { transitionProposal } from "@/db/access/workflow/proposal-transitions";
import { openProposal, type ProposalWritten, saveProposal } from "@/db/access/workflow/proposals";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { optionalText, slugs, version } from "@/lib/records/input";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import { slug } from "@/lib/records/slug";
import type { Actor } from "@/lib/workflow/actor";
import { isReadyForReview } from "@/lib/workflow/proposal";
import { transitionInput } from "@/lib/workflow/transition-input";
import { PROPOSAL_TRANSITION_NAMES } from "@/lib/workflow/workflow";

/** A record's form, which may be incomplete, with what the proposal says about it. */
const content = z
  .looseObject({
    /** Not `kind`: a record's form has a field of that name. */
    recordKind: z.enum(RECORD_KINDS),
    slug,
    /** The proposal that is edited; empty: a new one. */
    proposal: z.union([z.literal(""), slug]).default(""),
    basedOn: version,
    mergedWith: version,
    reason: optionalText(LONGEST_REASON),
    correctionNote: optionalText(LONGEST_REASON),
    distinctFrom: slugs,
    submit: z.literal("yes").optional(),
  })
  .transform(
    ({
      recordKind,
      slug: record,
      proposal,
      basedOn,
      mergedWith,
      reason,
      correctionNote,
      distinctFrom,
      submit,
      ...formValues
    }) => ({
      kind: recordKind,
      record,
      proposal,
      basedOn,
      mergedWith,
      submit,
      content: { typed: formValues, reason, correctionNote, distinctFrom },
    }),
  );

async function propose(actor: Actor, input: z.output<typeof content>): Promise<ProposalWritten> {
  const { kind, record, proposal, basedOn, mergedWith, submit } = input;
  const written = proposal
    ? await saveProposal(actor, proposal, { ...input.content, basedOn, mergedWith })
    : await openProposal(actor, kind, record, { ...input.content, basedOn });
  // The proposal is saved by now: its page lists what is not ready for review, and no form value is lost.
  if (submit && isReadyForReview(written)) {
    await transitionProposal(actor, written.slug, "submit", { basedOn: written.version });
  }
  return written;
}

/** Begins or edits a proposal, and sends it to review when that was pressed. */
export const proposeAction = recordFormAction(content, propose, {
  done: ({ slug: written }) => `/proposals/${written}`,
  tell: (written, { submit }, t) => ({
    text: t(submit === "yes" && isReadyForReview(written) ? "submitted" : "proposed"),
  }),
  needsMore: (written, { submit }) => submit === "yes" && !isReadyForReview(written),
});

const transitionForm = z.object({
  slug,
  step: z.enum(PROPOSAL_TRANSITION_NAMES),
  ...transitionInput,
  recordVersion: version,
});

/** One step with a proposal. */
export const transitionProposalAction = formAction(
  transitionForm,
  (actor, { slug: name, step, ...options }) => transitionProposal(actor, name, step, options),
  {
    tell: (_written, { step }, t) => ({ text: t(`step.${step}`) }),
    done: (_written, { slug: name }) => `/proposals/${name}`,
  },
);
