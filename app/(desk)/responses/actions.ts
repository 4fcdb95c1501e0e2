"use server";

import { addingRows } from "@/app/_server/adding-rows";
import { formAction } from "@/app/_server/boundary";
import { recordResponse, reviseResponse } from "@/db/access/responses";
import { recordOf, revisionOf } from "@/lib/input";
import { responseInput } from "@/lib/response";

export const recordResponseAction = addingRows(
  formAction(recordOf(responseInput), recordResponse, { done: ({ slug }) => `/responses/${slug}` }),
);

export const reviseResponseAction = addingRows(
  formAction(revisionOf(responseInput), reviseResponse, { done: ({ slug }) => `/responses/${slug}` }),
);
