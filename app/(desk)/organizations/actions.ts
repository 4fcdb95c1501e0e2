"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { recordOrganization, reviseOrganization } from "@/db/access/organizations/organizations";
import { recordingAndSubmitting } from "@/db/access/workflow/record-and-submit";
import { recordOf, revisionOf } from "@/lib/records/input";
import { organizationInput } from "@/lib/records/organization";

export const recordOrganizationAction = recordFormAction(recordOf(organizationInput), recordOrganization, {
  submit: recordingAndSubmitting("organization", recordOrganization),
  done: ({ slug }) => `/organizations/${slug}`,
});

export const reviseOrganizationAction = recordFormAction(revisionOf(organizationInput), reviseOrganization, {
  done: ({ slug }) => `/organizations/${slug}`,
});
