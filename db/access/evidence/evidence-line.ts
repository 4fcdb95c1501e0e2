import { evidence } from "../../schema";
import { fuzzy } from "../fuzzy";

/** What a line about an item says of it, wherever it is listed under something else. */
export const EVIDENCE_LINE = {
  slug: evidence.slug,
  title: evidence.title,
  kind: evidence.kind,
  language: evidence.language,
  published: fuzzy(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
  credibility: evidence.credibility,
};
