/** Words that mean something of their own here, in the order in which one meets them. */
export const TERMS = [
  "station",
  "claim",
  "documented",
  "official_answer",
  "independent_source",
  "grade",
  "tlp",
  "edtf",
  "as_of",
] as const;
export type Term = (typeof TERMS)[number];
