import { z } from "zod";
import { optionalEdtf } from "../dates/edtf";
import { readSubject } from "../messages/claim-subject-words";
import {
  blankToNull,
  isFilled,
  oneOf,
  oneOfOr,
  optionalCountry,
  optionalNumber,
  optionalOneOf,
  optionalSlug,
  optionalText,
  REQUIRED,
  requiredText,
  rowsOf,
  slugs,
} from "./input";
import { optionalTarget, unbindChanged } from "./quote-target";
import { slug } from "./slug";

export const CLAIM_SCOPES = ["global", "region", "country", "station"] as const;
export type ClaimScope = (typeof CLAIM_SCOPES)[number];

/** What the claimant does with the proposition. */
export const CLAIM_POSITIONS = ["asserts", "denies", "confirms", "retracts"] as const;
export type ClaimPosition = (typeof CLAIM_POSITIONS)[number];

/** How a number is meant: "more than 100" is at_least 100. */
export const VALUE_BOUNDS = ["exactly", "at_least", "at_most", "about"] as const;
export type ValueBound = (typeof VALUE_BOUNDS)[number];

export const ASSESSMENTS = [
  "unassessed",
  "single_source",
  "corroborated",
  "contested",
  "refuted",
  "withdrawn",
] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** What an item of evidence does to a claim. */
export const STANCES = ["supports", "contradicts", "mentions", "retracts"] as const;
export type StanceValue = (typeof STANCES)[number];

/** `derived` reports what another item says, `republished` is the same text elsewhere. Only originals are independent. */
export const DERIVATIONS = ["original", "derived", "republished"] as const;
export type Derivation = (typeof DERIVATIONS)[number];

/** Subjects that the catalogue has words for; a dossier may bring others. */
export const COUNT_SUBJECT = "station_count";

export const stanceInput = z
  .strictObject({
    evidence: slug,
    stance: oneOf(STANCES).default("supports"),
    derivation: oneOf(DERIVATIONS).default("derived"),
    /** The organization that a derived item has it from; empty: from the claimant. */
    origin: optionalSlug,
    quote: optionalText(1000),
    locator: optionalText(200),
    /** Where in a file the quote stands. */
    target: optionalTarget,
  })
  .overwrite(unbindChanged);

export type StanceInput = z.infer<typeof stanceInput>;

/** A subject in words of either language or as its code, which it becomes. */
export const claimSubjectInput = z
  .string()
  .trim()
  .refine(isFilled, REQUIRED)
  .refine((text) => readSubject(text) !== null, "validation.subject")
  .overwrite((text) => readSubject(text) ?? text);

export const claimInput = z
  .strictObject({
    proposition: requiredText(1000),
    subject: claimSubjectInput,
    scope: oneOf(CLAIM_SCOPES),
    /** UN M49, for scope `region`: "150" is Europe. */
    region: z.preprocess(
      blankToNull,
      z
        .string({ error: "validation.region" })
        .trim()
        .regex(/^\d{3}$/, "validation.region")
        .nullable()
        .default(null),
    ),
    country: optionalCountry,
    station: optionalSlug,
    position: oneOf(CLAIM_POSITIONS).default("asserts"),
    valueNumber: optionalNumber(),
    valueBound: optionalOneOf(VALUE_BOUNDS),
    claimants: slugs,
    /** Who spoke for the claimant, by office: "Wopke Hoekstra, Minister of Foreign Affairs". */
    spokesperson: optionalText(300),
    relayedBy: optionalSlug,
    /** When it was said. */
    asserted: optionalEdtf,
    /** The time that it speaks of, where it names one: "between 2016 and 2018". */
    period: optionalEdtf,
    assessment: oneOfOr(ASSESSMENTS, "unassessed"),
    stances: rowsOf(stanceInput),
    disputes: slugs,
    note: optionalText(),
    internalNote: optionalText(),
  })
  .superRefine((claim, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (claim.scope === "station" && !claim.station) missing("station", "validation.scopeStation");
    if (claim.scope === "country" && !claim.country) missing("country", "validation.scopeCountry");
    if (claim.scope === "region" && !claim.region) missing("region", "validation.scopeRegion");
    if (claim.valueBound && claim.valueNumber === null) missing("valueNumber", "validation.boundWithoutValue");
    const seen = new Set<string>();
    for (const row of claim.stances) {
      if (seen.has(row.evidence)) missing("stances", "validation.evidenceTwice");
      seen.add(row.evidence);
    }
  });
export type ClaimInput = z.infer<typeof claimInput>;
