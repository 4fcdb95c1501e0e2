import { apiList, apiRecord } from "@/app/_server/api";
import { listEvidence, recordEvidence } from "@/db/access/evidence/evidence";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import { evidenceInput } from "@/lib/records/evidence";

export const GET = apiList(evidenceFilter, listEvidence);

export const POST = apiRecord("evidence", "evidence", evidenceInput, recordEvidence);
