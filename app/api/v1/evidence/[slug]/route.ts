import { apiOne, apiRevise } from "@/app/_server/api";
import { reviseEvidence } from "@/db/access/evidence";
import { findEvidence } from "@/db/access/evidence-file";
import { evidenceInput } from "@/lib/evidence";

export const GET = apiOne(findEvidence);

export const PATCH = apiRevise("evidence", evidenceInput, reviseEvidence);
