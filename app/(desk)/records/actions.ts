"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/boundary";
import { reviseCoverage } from "@/db/access/countries/coverage";
import { endWaiver, waiveReply } from "@/db/access/replies/waivers";
import { reviseStatusReport } from "@/db/access/stations/status-reports";
import { moveOne } from "@/db/access/workflow/moves";
import { coverageInput } from "@/lib/records/country-coverage";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { optionalText, revisionOf } from "@/lib/records/input";
import { workPath } from "@/lib/records/record-path";
import { slug } from "@/lib/records/slug";
import { statusReportInput } from "@/lib/records/status-report";
import { STEP_NAMES, stepInput } from "@/lib/workflow/workflow";

const move = z.object({
  kind: z.enum(RECORD_KINDS),
  slug,
  step: z.enum(STEP_NAMES),
  ...stepInput,
});

/** One step of the workflow with one record. */
export const moveRecordAction = formAction(
  move,
  (actor, { kind, slug: name, step, ...options }) => moveOne(actor, kind, name, step, options),
  {
    done: (_result, { kind, slug: name, step }) => (step === "trash" ? "/queue" : workPath(kind, name)),
  },
);

const waiver = z.object({
  kind: z.enum(RECORD_KINDS),
  slug,
  stands: z.enum(["true", "false"]),
  reason: optionalText(1000),
});

/** An editor waives a reply with a reason, or ends the waiver. */
export const waiveReplyAction = formAction(
  waiver,
  (actor, { kind, slug: name, stands, reason }) =>
    stands === "true" ? waiveReply(actor, kind, name, reason ?? "") : endWaiver(actor, kind, name, reason),
  { done: (_result, { kind, slug: name }) => workPath(kind, name) },
);

export const reviseStatusReportAction = formAction(revisionOf(statusReportInput), reviseStatusReport, {
  done: ({ slug: name }) => workPath("status_report", name),
});

export const reviseCoverageAction = formAction(revisionOf(coverageInput), reviseCoverage, {
  done: ({ slug: name }) => workPath("coverage", name),
});
