"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { recordStation, reviseStation } from "@/db/access/stations/stations";
import { recordStatusReport } from "@/db/access/stations/status-reports";
import { recordingAndSubmitting } from "@/db/access/workflow/record-and-submit";
import { recordOf, revisionOf } from "@/lib/records/input";
import { workPath } from "@/lib/records/record-path";
import { stationInput } from "@/lib/records/station";
import { statusReportInput } from "@/lib/records/status-report";

export const recordStationAction = recordFormAction(recordOf(stationInput), recordStation, {
  submit: recordingAndSubmitting("station", recordStation),
  done: ({ slug }) => `/stations/${slug}`,
});

export const reviseStationAction = recordFormAction(revisionOf(stationInput), reviseStation, {
  done: ({ slug }) => `/stations/${slug}`,
});

export const recordStatusReportAction = recordFormAction(recordOf(statusReportInput), recordStatusReport, {
  submit: recordingAndSubmitting("status_report", recordStatusReport),
  done: ({ slug }) => workPath("status_report", slug),
});
