import { z } from "zod";
import { jsonWrite } from "@/app/_server/boundary";
import { moveOne } from "@/db/access/workflow/moves";
import { moveProposal } from "@/db/access/workflow/proposal-steps";
import { SUBJECT_KINDS } from "@/lib/records/editorial";
import { slug } from "@/lib/records/slug";
import { Invalid } from "@/lib/workflow/outcome";
import { PROPOSAL_STEP_NAMES, STEP_NAMES, stepInput } from "@/lib/workflow/workflow";

const step = z.object({
  kind: z.enum(SUBJECT_KINDS, { error: "validation.choice" }),
  slug,
  step: z.string({ error: "validation.choice" }),
  ...stepInput,
});

const oneOf = <Name extends string>(names: readonly Name[], text: string): Name => {
  const known = names.find((name) => name === text);
  if (!known) throw new Invalid({ step: "validation.choice" });
  return known;
};

/** One step of the workflow with one record or proposal. */
export const POST = jsonWrite(
  step,
  async (actor, { kind, slug: name, step: taken, ...options }) => {
    if (kind === "proposal") await moveProposal(actor, name, oneOf(PROPOSAL_STEP_NAMES, taken), options);
    else await moveOne(actor, kind, name, oneOf(STEP_NAMES, taken), options);
    return { kind, slug: name, step: taken };
  },
  { permission: "submit a record for review" },
);
