import { z } from "zod";
import { queryOf } from "@/app/_server/query";
import { jsonRead, jsonWrite } from "@/app/_server/route-handlers";
import { transitionProposal } from "@/db/access/workflow/proposal-transitions";
import { transitionRecord } from "@/db/access/workflow/transitions";
import { readWorkflowStatus } from "@/db/access/workflow/workflow-status";
import { RECORD_KINDS, SUBJECT_KINDS } from "@/lib/records/editorial";
import { slug } from "@/lib/records/slug";
import { Invalid } from "@/lib/workflow/outcome";
import { requirePermission } from "@/lib/workflow/require-permission";
import { releasedCopies, transitionInput } from "@/lib/workflow/transition-input";
import { PROPOSAL_TRANSITION_NAMES, TRANSITION_NAMES } from "@/lib/workflow/workflow";

const transition = z.object({
  kind: z.enum(SUBJECT_KINDS, { error: "validation.choice" }),
  slug,
  step: z.string({ error: "validation.choice" }),
  ...transitionInput,
  ...releasedCopies,
});

const oneOf = <Name extends string>(names: readonly Name[], text: string): Name => {
  const known = names.find((name) => name === text);
  if (!known) throw new Invalid({ step: "validation.choice" });
  return known;
};

const subject = z.object({ kind: z.enum(RECORD_KINDS, { error: "validation.choice" }), slug });

/** Where a record stands, and the checklist before it can be published. */
export const GET = jsonRead(async (actor, { url }) => {
  requirePermission(actor, "read drafts");
  const { kind, slug: name } = queryOf(url, subject);
  const { state, version, gate, copies } = await readWorkflowStatus(actor, kind, name, () => true);
  return { kind, slug: name, state, version, checklist: gate, copies };
});

/** One step of the workflow with one record or proposal. */
export const POST = jsonWrite(
  transition,
  async (actor, { kind, slug: name, step: taken, ...options }) => {
    if (kind === "proposal") await transitionProposal(actor, name, oneOf(PROPOSAL_TRANSITION_NAMES, taken), options);
    else await transitionRecord(actor, kind, name, oneOf(TRANSITION_NAMES, taken), options);
    return { kind, slug: name, step: taken };
  },
  { permission: "submit a record for review" },
);
