"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/boundary";
import { moveOne } from "@/db/access/moves";
import { RECORD_KINDS, type RecordKind } from "@/lib/editorial";
import { optionalText } from "@/lib/input";
import { slug } from "@/lib/slug";
import { STEPS, type Step } from "@/lib/workflow";

const LISTS: Record<RecordKind, string> = {
  organization: "/organizations",
  station: "/stations",
  evidence: "/evidence",
  claim: "/claims",
  response: "/responses",
  event: "/events",
  status_report: "/queue",
  reply_request: "/queue",
  coverage: "/queue",
};

const step = z.object({
  kind: z.enum(RECORD_KINDS),
  slug,
  step: z.enum(Object.keys(STEPS) as [Step, ...Step[]]),
  reason: optionalText(1000),
});

/** One step of the workflow with one record, from its page. */
export const stepAction = formAction(
  step,
  (actor, taken) => moveOne(actor, taken.kind, taken.slug, taken.step, taken.reason),
  { done: (_moved, { kind, slug: name }) => (LISTS[kind] === "/queue" ? "/queue" : `${LISTS[kind]}/${name}`) },
);
