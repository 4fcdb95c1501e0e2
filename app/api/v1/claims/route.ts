import { apiList, apiRecord } from "@/app/_server/api";
import { listClaims } from "@/db/access/claims/claim-ledger";
import { recordClaim } from "@/db/access/claims/claims";
import { claimFilter } from "@/lib/filters/claim-filter";
import { claimInput } from "@/lib/records/claim";

export const GET = apiList(claimFilter, listClaims);

export const POST = apiRecord("claim", "claims", claimInput, recordClaim);
