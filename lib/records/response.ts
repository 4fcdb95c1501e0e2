import { z } from "zod";
import { optionalEdtf } from "../dates/edtf";
import { countries, oneOf, optionalLanguage, optionalText, requiredText, rowsOf, slugs } from "./input";
import { slug } from "./slug";

export const RESPONSE_KINDS = [
  "denial",
  "partial_denial",
  "no_comment",
  "no_response",
  "confirmation",
  "clarification",
  "closure_order",
  "investigation_opened",
  "investigation_concluded",
  "arrests_or_charges",
  "action_taken",
  "statement",
  "other",
] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** What an official response does to a claim that was put to the authority. */
export const ANSWERS = ["denies", "confirms", "qualifies", "leaves_unanswered"] as const;
export type Answer = (typeof ANSWERS)[number];

export const responseInput = z
  .strictObject({
    authority: slug,
    officialRole: optionalText(300),
    /** Office holders only. */
    officialName: optionalText(200),
    kind: oneOf(RESPONSE_KINDS),
    given: optionalEdtf,
    summary: requiredText(2000),
    quote: optionalText(1000),
    quoteLanguage: optionalLanguage,
    quoteTranslation: optionalText(1000),
    /** Countries that the answer is about; empty: the matter as a whole. */
    countries,
    stations: slugs,
    evidence: slugs,
    answers: rowsOf(z.strictObject({ claim: slug, answer: oneOf(ANSWERS) })),
    note: optionalText(),
    internalNote: optionalText(),
  })
  .superRefine((response, context) => {
    if (new Set(response.answers.map(({ claim }) => claim)).size < response.answers.length) {
      context.addIssue({ code: "custom", path: ["answers"], message: "validation.claimTwice" });
    }
    if (response.quote && !response.quoteLanguage) {
      context.addIssue({ code: "custom", path: ["quoteLanguage"], message: "validation.quoteLanguage" });
    }
  });
export type ResponseInput = z.infer<typeof responseInput>;
