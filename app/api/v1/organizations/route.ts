import { apiList, apiRecord } from "@/app/_server/api";
import { listOrganizations, recordOrganization } from "@/db/access/organizations/organizations";
import { organizationFilter } from "@/lib/filters/organization-filter";
import { organizationInput } from "@/lib/records/organization";

export const GET = apiList(organizationFilter, listOrganizations);

export const POST = apiRecord("organization", "organizations", organizationInput, recordOrganization);
