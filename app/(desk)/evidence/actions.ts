"use server";

import { fileEvidenceForm } from "@/app/_server/evidence-form-action";
import { formAction } from "@/app/_server/form-action";
import { nameRecords } from "@/app/_server/named-records";
import { recordFormAction } from "@/app/_server/record-form-action";
import { reviseEvidence } from "@/db/access/evidence/evidence";
import { linkEvidence } from "@/db/access/evidence/file-evidence";
import { evidenceInput } from "@/lib/records/evidence";
import { evidenceLinking } from "@/lib/records/evidence-filing";
import { revisionOf } from "@/lib/records/input";

export const recordEvidenceAction = fileEvidenceForm;
export const reviseEvidenceAction = recordFormAction(revisionOf(evidenceInput), reviseEvidence, {
  done: ({ slug }) => `/evidence/${slug}`,
});

/** Says on an item's page what it does to a claim. */
export const linkEvidenceAction = formAction(evidenceLinking, linkEvidence, {
  prepare: nameRecords,
  tell: (_written, _link, t) => ({ text: t("linked") }),
  done: (_written, { evidence }) => `/evidence/${evidence}`,
});
