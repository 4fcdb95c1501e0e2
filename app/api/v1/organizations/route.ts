import { apiList, apiRecord } from "@/app/_server/api";
import { listOrganizations, recordOrganization } from "@/db/access/organizations";
import { organizationInput } from "@/lib/organization";
import { organizationFilter } from "@/lib/organization-filter";

export const GET = apiList(organizationFilter, listOrganizations);

export const POST = apiRecord("organization", "organizations", organizationInput, recordOrganization);
