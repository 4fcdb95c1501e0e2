import { apiOne, apiRevise } from "@/app/_server/api";
import { findOrganization } from "@/db/access/organization-file";
import { reviseOrganization } from "@/db/access/organizations";
import { organizationInput } from "@/lib/organization";

export const GET = apiOne(findOrganization);

export const PATCH = apiRevise("organization", organizationInput, reviseOrganization);
