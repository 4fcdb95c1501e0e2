"use server";

import { addingRows } from "@/app/_server/adding-rows";
import { formAction } from "@/app/_server/boundary";
import { recordResponse, reviseResponse } from "@/db/access/responses/responses";
import { recordOf, revisionOf } from "@/lib/records/input";
import { responseInput } from "@/lib/records/response";

export const recordResponseAction = addingRows(
  formAction(recordOf(responseInput), recordResponse, { done: ({ slug }) => `/responses/${slug}` }),
);

export const reviseResponseAction = addingRows(
  formAction(revisionOf(responseInput), reviseResponse, { done: ({ slug }) => `/responses/${slug}` }),
);
