"use server";

import { formAction } from "@/app/_server/boundary";
import { recordOrganization, reviseOrganization } from "@/db/access/organizations/organizations";
import { recordOf, revisionOf } from "@/lib/records/input";
import { organizationInput } from "@/lib/records/organization";

export const recordOrganizationAction = formAction(recordOf(organizationInput), recordOrganization, {
  done: ({ slug }) => `/organizations/${slug}`,
});

export const reviseOrganizationAction = formAction(revisionOf(organizationInput), reviseOrganization, {
  done: ({ slug }) => `/organizations/${slug}`,
});
