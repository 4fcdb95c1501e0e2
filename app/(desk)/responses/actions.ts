"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { responseFormAction } from "@/app/_server/response-form-action";
import { recordResponse, reviseResponse } from "@/db/access/responses/responses";
import { recordingAndSubmitting } from "@/db/access/workflow/record-and-submit";
import { recordOf, revisionOf } from "@/lib/records/input";
import { responseInput } from "@/lib/records/response";

export const recordResponseAction = responseFormAction(recordOf(responseInput), recordResponse, {
  submit: recordingAndSubmitting("response", recordResponse),
  done: ({ slug }) => `/responses/${slug}`,
});

export const reviseResponseAction = recordFormAction(revisionOf(responseInput), reviseResponse, {
  done: ({ slug }) => `/responses/${slug}`,
});
