import { apiList, apiRecord } from "@/app/_server/api";
import { listEvidence, recordEvidence } from "@/db/access/evidence";
import { evidenceInput } from "@/lib/evidence";
import { evidenceFilter } from "@/lib/evidence-filter";

export const GET = apiList(evidenceFilter, listEvidence);

export const POST = apiRecord("evidence", "evidence", evidenceInput, recordEvidence);
