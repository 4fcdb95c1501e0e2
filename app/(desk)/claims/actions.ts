"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { recordClaim, reviseClaim } from "@/db/access/claims/claims";
import { recordingAndSubmitting } from "@/db/access/workflow/record-and-submit";
import { claimInput } from "@/lib/records/claim";
import { recordOf, revisionOf } from "@/lib/records/input";

export const recordClaimAction = recordFormAction(recordOf(claimInput), recordClaim, {
  submit: recordingAndSubmitting("claim", recordClaim),
  done: ({ slug }) => `/claims/${slug}`,
});

export const reviseClaimAction = recordFormAction(revisionOf(claimInput), reviseClaim, {
  done: ({ slug }) => `/claims/${slug}`,
});
