import { apiOne, apiRevise } from "@/app/_server/api";
import { reviseEvidence } from "@/db/access/evidence/evidence";
import { findEvidence } from "@/db/access/evidence/evidence-file";
import { evidenceInput } from "@/lib/records/evidence";

export const GET = apiOne(findEvidence);

export const PATCH = apiRevise("evidence", evidenceInput, reviseEvidence);
