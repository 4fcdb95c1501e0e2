import { apiOne, apiRevise } from "@/app/_server/api";
import { findOrganization } from "@/db/access/organizations/organization-file";
import { reviseOrganization } from "@/db/access/organizations/organizations";
import { organizationInput } from "@/lib/records/organization";

export const GET = apiOne(findOrganization);

export const PATCH = apiRevise("organization", organizationInput, reviseOrganization);
