import { evidence } from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";

/** What a line about an item says of it, wherever it is listed under something else. */
export const EVIDENCE_SELECT = {
  slug: evidence.slug,
  title: evidence.title,
  kind: evidence.kind,
  language: evidence.language,
  published: fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
  credibility: evidence.credibility,
};
