import { z } from "zod";
import { names, oneOf, optionalCountry, optionalOneOf, optionalText, optionalUrl, requiredText } from "./input";

export const ORGANIZATION_KINDS = [
  "ngo",
  "news_outlet",
  "news_agency",
  "research",
  "reference_work",
  "government",
  "ministry",
  "embassy",
  "police",
  "police_bureau",
  "intelligence_service",
  "prosecutor",
  "court",
  "parliament",
  "state_media",
  "association",
  "other",
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** Admiralty code. F: its reliability cannot be judged, which is not "worst". */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const organizationInput = z.strictObject({
  name: requiredText(200),
  kind: oneOf(ORGANIZATION_KINDS),
  country: optionalCountry,
  alternateNames: names,
  url: optionalUrl,
  reliability: optionalOneOf(RELIABILITIES),
  note: optionalText(),
  internalNote: optionalText(),
});
export type OrganizationInput = z.infer<typeof organizationInput>;
