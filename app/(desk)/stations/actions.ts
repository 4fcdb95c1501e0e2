"use server";

import { formAction } from "@/app/_server/boundary";
import { recordReplyRequest } from "@/db/access/reply-requests";
import { recordStation, reviseStation } from "@/db/access/stations";
import { recordStatusReport } from "@/db/access/status-reports";
import { recordOf, revisionOf } from "@/lib/input";
import { workPath } from "@/lib/record-path";
import { replyRequestInput } from "@/lib/reply-request";
import { stationInput } from "@/lib/station";
import { statusReportInput } from "@/lib/status-report";

export const recordStationAction = formAction(recordOf(stationInput), recordStation, {
  done: ({ slug }) => `/stations/${slug}`,
});

export const reviseStationAction = formAction(revisionOf(stationInput), reviseStation, {
  done: ({ slug }) => `/stations/${slug}`,
});

export const recordStatusReportAction = formAction(recordOf(statusReportInput), recordStatusReport, {
  done: ({ slug }) => workPath("status_report", slug),
});

export const recordReplyRequestAction = formAction(recordOf(replyRequestInput), recordReplyRequest, {
  done: (_written, { input }) => `/stations/${input.stations[0]}#replies`,
});
