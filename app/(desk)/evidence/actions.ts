"use server";

import { formAction } from "@/app/_server/boundary";
import { recordEvidence, reviseEvidence } from "@/db/access/evidence";
import { evidenceInput } from "@/lib/evidence";
import { recordOf, revisionOf } from "@/lib/input";

const done = { done: ({ slug }: { slug: string }) => `/evidence/${slug}` };

export const recordEvidenceAction = formAction(recordOf(evidenceInput), recordEvidence, done);
export const reviseEvidenceAction = formAction(revisionOf(evidenceInput), reviseEvidence, done);
