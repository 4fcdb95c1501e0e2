"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { recordResponse, reviseResponse } from "@/db/access/responses/responses";
import { recordOf, revisionOf } from "@/lib/records/input";
import { responseInput } from "@/lib/records/response";

export const recordResponseAction = recordFormAction(recordOf(responseInput), recordResponse, {
  done: ({ slug }) => `/responses/${slug}`,
});

export const reviseResponseAction = recordFormAction(revisionOf(responseInput), reviseResponse, {
  done: ({ slug }) => `/responses/${slug}`,
});
