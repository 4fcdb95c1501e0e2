"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/boundary";
import { ownPath } from "@/app/_server/own-path";
import { moveOne } from "@/db/access/moves";
import { RECORD_KINDS } from "@/lib/editorial";
import { optionalText } from "@/lib/input";
import { recordPath } from "@/lib/record-path";
import { slug } from "@/lib/slug";
import { STEPS, type Step } from "@/lib/workflow";

const move = z.object({
  kind: z.enum(RECORD_KINDS),
  slug,
  step: z.enum(Object.keys(STEPS) as [Step, ...Step[]]),
  reason: optionalText(1000),
  /** The page to come back to, for a record that has none of its own. */
  from: z.string().optional(),
});

/** One step of the workflow with one record: submit, approve or publish. */
export const moveRecordAction = formAction(
  move,
  (actor, { kind, slug: name, step, reason }) => moveOne(actor, kind, name, step, reason),
  {
    done: (_result, { kind, slug: name, from }) =>
      from ? ownPath(from) : (recordPath({ kind, slug: name }) ?? "/queue"),
  },
);
