/** What a public note tells of: a published record that was wrong and says something else now, or one that was taken back. */
export const CORRECTION_KINDS = ["correction", "retraction"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
