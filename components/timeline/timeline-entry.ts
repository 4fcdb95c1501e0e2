import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import type { Lane } from "@/lib/timeline/timeline-lane";

/** Pixels of the drawing; the page scales it. */
export const WIDTH = 1120;
export const ENTRY_ROW = 20;
export const BAR = 15;

/** A mark of the figure: one record, or several of one lane that fall together. */
export type DrawnEntry = {
  readonly id: string;
  /** A kind of record, or a country. */
  readonly lane: string;
  /** The kind of record; null: several. */
  readonly tone: Lane | null;
  readonly date: FuzzyDate;
  /** When the claim was said whose time `date` is; null: `date` is the record's own. */
  readonly spoken: { readonly asserted: FuzzyDate } | null;
  readonly count: number;
  /** Null for several records, and for one whose title is not to be drawn. */
  readonly title: string | null;
  readonly kind: string | null;
  /** The record's page, or the closer look that tells several apart. */
  readonly href: string;
};

export const COLOURS: Record<Lane, string> = {
  events: "var(--data-1)",
  reports: "var(--data-2)",
  claims: "var(--data-4)",
  responses: "var(--data-3)",
  evidence: "var(--data-5)",
};

export const colourOf = (tone: Lane | null) => (tone ? COLOURS[tone] : "var(--ink)");
