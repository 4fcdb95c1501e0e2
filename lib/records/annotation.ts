import { z } from "zod";
import { edtfInput } from "../dates/edtf";
import { optionalCountry, optionalLanguage, optionalText, requiredText, version } from "./input";
import { LONGEST_REASON } from "./longest-reason";

/** Shown: to the desk, and to every reader once another editor approved it. A removed one keeps its row. */
export const ANNOTATION_STATES = ["shown", "removed"] as const;

/** What an editor writes on the timeline: "NGO's second report". A note of the desk about time, no record of the dossier. */
export const annotationInput = z.strictObject({
  text: requiredText(160),
  /** BCP 47, of the text; null: readers of every language get it as it is. */
  language: optionalLanguage,
  dated: edtfInput,
  /** Null: it concerns all countries. */
  country: optionalCountry,
});
export type AnnotationInput = z.infer<typeof annotationInput>;

export const annotationRevision = annotationInput.extend({ id: z.uuid("validation.uuid"), version });
export const annotationApproval = z.strictObject({ id: z.uuid("validation.uuid"), version });
export const annotationRemoval = z.strictObject({
  id: z.uuid("validation.uuid"),
  version,
  reason: optionalText(LONGEST_REASON),
});
