import { z } from "zod";
import { optionalEdtf } from "../dates/edtf";
import {
  countries,
  flagOr,
  oneOf,
  oneOfOr,
  optionalLanguage,
  optionalOneOf,
  optionalSlug,
  optionalText,
  optionalUrl,
  requiredText,
  slugs,
} from "./input";

export const EVIDENCE_KINDS = [
  "article",
  "report",
  "statement",
  "document",
  "court_document",
  "reference",
  "photo",
  "video",
  "testimony",
  "web_page",
  "dataset",
  "other",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Admiralty code. 6: its truth cannot be judged, which is not "worst". */
export const CREDIBILITIES = ["1", "2", "3", "4", "5", "6"] as const;

/** FIRST TLP 2.0, from open to closed. */
export const SHARINGS = ["CLEAR", "GREEN", "AMBER", "RED"] as const;
/** With these evidence may leave the desk. */
export const PUBLIC_SHARINGS = ["CLEAR", "GREEN"] as const satisfies readonly (typeof SHARINGS)[number][];

export const evidenceInput = z
  .strictObject({
    title: requiredText(500),
    /** False when the headline itself was not seen and the title describes the item. */
    titleSeen: flagOr(true),
    kind: oneOf(EVIDENCE_KINDS),
    publisher: optionalSlug,
    /** Where a copy was seen, when that was not at the publisher's. */
    carriedBy: optionalSlug,
    author: optionalText(300),
    published: optionalEdtf,
    language: optionalLanguage,
    url: optionalUrl,
    archiveUrl: optionalUrl,
    /** The address or the words that say where it was actually seen. */
    accessedVia: optionalText(2000),
    summary: optionalText(),
    countries,
    stations: slugs,
    credibility: optionalOneOf(CREDIBILITIES),
    sharing: oneOfOr(SHARINGS, "CLEAR"),
    note: optionalText(),
    internalNote: optionalText(),
  })
  .superRefine(({ publisher, carriedBy }, context) => {
    if (carriedBy === null || carriedBy !== publisher) return;
    context.addIssue({ code: "custom", path: ["carriedBy"], message: "validation.carriedByPublisher" });
  });
export type EvidenceInput = z.infer<typeof evidenceInput>;
