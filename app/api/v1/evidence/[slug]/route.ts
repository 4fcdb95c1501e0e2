import { apiRecordParts, apiRevise } from "@/app/_server/api";
import { reviseEvidence } from "@/db/access/evidence/evidence";
import { findEvidence } from "@/db/access/evidence/evidence-file";
import { evidenceParts } from "@/lib/filters/record-parts";
import { evidenceInput } from "@/lib/records/evidence";

export const GET = apiRecordParts(evidenceParts, findEvidence);

export const PATCH = apiRevise("evidence", evidenceInput, reviseEvidence);
