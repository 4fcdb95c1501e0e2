"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { recordEvidence, reviseEvidence } from "@/db/access/evidence/evidence";
import { evidenceInput } from "@/lib/records/evidence";
import { recordOf, revisionOf } from "@/lib/records/input";

const done = { done: ({ slug }: { slug: string }) => `/evidence/${slug}` };

export const recordEvidenceAction = recordFormAction(recordOf(evidenceInput), recordEvidence, done);
export const reviseEvidenceAction = recordFormAction(revisionOf(evidenceInput), reviseEvidence, done);
