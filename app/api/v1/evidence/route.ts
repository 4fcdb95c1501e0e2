import { apiList } from "@/app/_server/api";
import { listEvidence } from "@/db/access/evidence";
import { evidenceFilter } from "@/lib/evidence-filter";

export const GET = apiList(evidenceFilter, listEvidence);
