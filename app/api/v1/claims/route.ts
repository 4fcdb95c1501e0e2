import { apiList, apiRecord } from "@/app/_server/api";
import { listClaims } from "@/db/access/claim-ledger";
import { recordClaim } from "@/db/access/claims";
import { claimInput } from "@/lib/claim";
import { claimFilter } from "@/lib/claim-filter";

export const GET = apiList(claimFilter, listClaims);

export const POST = apiRecord("claim", "claims", claimInput, recordClaim);
