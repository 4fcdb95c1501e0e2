import { z } from "zod";
import { optionalEdtf } from "../dates/edtf";
import { oneOf, optionalSlug, optionalText } from "./input";
import { slug } from "./slug";
import { STATION_STATUSES } from "./status";

/** One dated report of a station's status; it rests on an official response, on evidence, or on both. */
export const statusReportInput = z
  .strictObject({
    station: slug,
    status: oneOf(STATION_STATUSES),
    asOf: optionalEdtf,
    response: optionalSlug,
    evidence: optionalSlug,
    note: optionalText(),
    internalNote: optionalText(),
  })
  .superRefine((report, context) => {
    if (!report.response && !report.evidence) {
      context.addIssue({ code: "custom", path: ["evidence"], message: "validation.statusBasis" });
    }
  });
export type StatusReportInput = z.infer<typeof statusReportInput>;
