"use server";

import { addingRows } from "@/app/_server/adding-rows";
import { formAction } from "@/app/_server/boundary";
import { recordClaim, reviseClaim } from "@/db/access/claims/claims";
import { claimInput } from "@/lib/records/claim";
import { recordOf, revisionOf } from "@/lib/records/input";

export const recordClaimAction = addingRows(
  formAction(recordOf(claimInput), recordClaim, { done: ({ slug }) => `/claims/${slug}` }),
);

export const reviseClaimAction = addingRows(
  formAction(revisionOf(claimInput), reviseClaim, { done: ({ slug }) => `/claims/${slug}` }),
);
