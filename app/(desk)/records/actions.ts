"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { recordFormAction } from "@/app/_server/record-form-action";
import { reviseCoverage } from "@/db/access/countries/coverage";
import { endWaiver, waiveReply } from "@/db/access/replies/waivers";
import { reviseStatusReport } from "@/db/access/stations/status-reports";
import { transitionRecord } from "@/db/access/workflow/transitions";
import { coverageInput } from "@/lib/records/country-coverage";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { optionalText, revisionOf } from "@/lib/records/input";
import { LONGEST_REASON } from "@/lib/records/longest-reason";
import { workPath } from "@/lib/records/record-path";
import { slug } from "@/lib/records/slug";
import { statusReportInput } from "@/lib/records/status-report";
import { releasedCopies, transitionInput } from "@/lib/workflow/transition-input";
import { TRANSITION_NAMES } from "@/lib/workflow/workflow";

const transitionForm = z.object({
  kind: z.enum(RECORD_KINDS),
  slug,
  step: z.enum(TRANSITION_NAMES),
  ...transitionInput,
  ...releasedCopies,
});

/** One step of the workflow with one record. */
export const transitionRecordAction = formAction(
  transitionForm,
  (actor, { kind, slug: name, step, ...options }) => transitionRecord(actor, kind, name, step, options),
  {
    tell: (_result, { kind, slug: name, step }, t) => ({
      text: t(`step.${step}`),
      ...(step === "trash" && { undo: { what: "trash", kind, slug: name } }),
    }),
    done: (_result, { kind, slug: name, step }) => (step === "trash" ? "/queue" : workPath(kind, name)),
  },
);

const waiver = z.object({
  kind: z.enum(RECORD_KINDS),
  slug,
  stands: z.enum(["true", "false"]),
  reason: optionalText(LONGEST_REASON),
});

/** An editor waives a reply with a reason, or ends the waiver. */
export const waiveReplyAction = formAction(
  waiver,
  (actor, { kind, slug: name, stands, reason }) =>
    stands === "true" ? waiveReply(actor, kind, name, reason ?? "") : endWaiver(actor, kind, name, reason),
  {
    tell: (_result, _waiver, t) => ({ text: t("saved") }),
    done: (_result, { kind, slug: name }) => workPath(kind, name),
  },
);

export const reviseStatusReportAction = recordFormAction(revisionOf(statusReportInput), reviseStatusReport, {
  done: ({ slug: name }) => workPath("status_report", name),
});

export const reviseCoverageAction = recordFormAction(revisionOf(coverageInput), reviseCoverage, {
  done: ({ slug: name }) => workPath("coverage", name),
});
