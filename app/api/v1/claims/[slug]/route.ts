import { apiRecordParts, apiRevise } from "@/app/_server/api";
import { findClaim, reviseClaim } from "@/db/access/claims/claims";
import { claimParts } from "@/lib/filters/record-parts";
import { claimInput } from "@/lib/records/claim";

export const GET = apiRecordParts(claimParts, findClaim);

export const PATCH = apiRevise("claim", claimInput, reviseClaim);
