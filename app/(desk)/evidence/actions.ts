"use server";

import { formAction } from "@/app/_server/boundary";
import { recordEvidence, reviseEvidence } from "@/db/access/evidence/evidence";
import { evidenceInput } from "@/lib/records/evidence";
import { recordOf, revisionOf } from "@/lib/records/input";

const done = { done: ({ slug }: { slug: string }) => `/evidence/${slug}` };

export const recordEvidenceAction = formAction(recordOf(evidenceInput), recordEvidence, done);
export const reviseEvidenceAction = formAction(revisionOf(evidenceInput), reviseEvidence, done);
