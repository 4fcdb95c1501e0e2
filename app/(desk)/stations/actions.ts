"use server";

import { formAction } from "@/app/_server/boundary";
import { recordStation, reviseStation } from "@/db/access/stations/stations";
import { recordStatusReport } from "@/db/access/stations/status-reports";
import { recordOf, revisionOf } from "@/lib/records/input";
import { workPath } from "@/lib/records/record-path";
import { stationInput } from "@/lib/records/station";
import { statusReportInput } from "@/lib/records/status-report";

export const recordStationAction = formAction(recordOf(stationInput), recordStation, {
  done: ({ slug }) => `/stations/${slug}`,
});

export const reviseStationAction = formAction(revisionOf(stationInput), reviseStation, {
  done: ({ slug }) => `/stations/${slug}`,
});

export const recordStatusReportAction = formAction(recordOf(statusReportInput), recordStatusReport, {
  done: ({ slug }) => workPath("status_report", slug),
});
