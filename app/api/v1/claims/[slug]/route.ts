import { apiOne, apiRevise } from "@/app/_server/api";
import { findClaim, reviseClaim } from "@/db/access/claims/claims";
import { claimInput } from "@/lib/records/claim";

export const GET = apiOne(findClaim);

export const PATCH = apiRevise("claim", claimInput, reviseClaim);
