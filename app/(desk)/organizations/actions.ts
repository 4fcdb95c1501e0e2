"use server";

import { formAction } from "@/app/_server/boundary";
import { recordOrganization, reviseOrganization } from "@/db/access/organizations";
import { recordOf, revisionOf } from "@/lib/input";
import { organizationInput } from "@/lib/organization";

export const recordOrganizationAction = formAction(recordOf(organizationInput), recordOrganization, {
  done: ({ slug }) => `/organizations/${slug}`,
});

export const reviseOrganizationAction = formAction(revisionOf(organizationInput), reviseOrganization, {
  done: ({ slug }) => `/organizations/${slug}`,
});
