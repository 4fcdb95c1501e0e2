import { z } from "zod";
import { jsonWrite } from "@/app/_server/boundary";
import { transitionProposal } from "@/db/access/workflow/proposal-transitions";
import { transitionRecord } from "@/db/access/workflow/transitions";
import { SUBJECT_KINDS } from "@/lib/records/editorial";
import { slug } from "@/lib/records/slug";
import { Invalid } from "@/lib/workflow/outcome";
import { PROPOSAL_TRANSITION_NAMES, TRANSITION_NAMES, transitionInput } from "@/lib/workflow/workflow";

const transition = z.object({
  kind: z.enum(SUBJECT_KINDS, { error: "validation.choice" }),
  slug,
  step: z.string({ error: "validation.choice" }),
  ...transitionInput,
});

const oneOf = <Name extends string>(names: readonly Name[], text: string): Name => {
  const known = names.find((name) => name === text);
  if (!known) throw new Invalid({ step: "validation.choice" });
  return known;
};

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
