import { z } from "zod";
import { optionalEdtf } from "../dates/edtf";
import {
  countries,
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

export const evidenceInput = z.strictObject({
  title: requiredText(500),
  /** False when the headline itself was not seen and the title describes the item. */
  titleSeen: z.preprocess(
    (value) => (value === "on" || value === "true" ? true : value === "" || value === "false" ? false : value),
    z.boolean().default(true),
  ),
  kind: z.enum(EVIDENCE_KINDS, { error: "validation.choice" }),
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
  sharing: z.preprocess(
    (value) => value || undefined,
    z.enum(SHARINGS, { error: "validation.choice" }).default("CLEAR"),
  ),
  note: optionalText(),
});
export type EvidenceInput = z.infer<typeof evidenceInput>;
