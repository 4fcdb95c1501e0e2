import { z } from "zod";
import { optionalEdtf } from "../dates/edtf";
import { countryCode, optionalText, slugs } from "./input";

/** "Examined, none found": somebody looked in this country and says so, with the evidence for it. */
export const coverageInput = z.strictObject({
  country: countryCode,
  examiners: slugs,
  asOf: optionalEdtf,
  evidence: slugs.refine((items) => items.length > 0, "validation.required"),
  note: optionalText(),
  internalNote: optionalText(),
});
export type CoverageInput = z.infer<typeof coverageInput>;
