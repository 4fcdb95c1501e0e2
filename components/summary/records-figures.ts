import type { SummaryData } from "@/db/access/figures/summary-page";
import { buildFigure } from "@/lib/charts/figures";
import { FEW_ROWS } from "@/lib/charts/table-view";
import type { Locale } from "@/lib/text/locale";

export type RecordsSummary = Pick<
  SummaryData,
  "view" | "seesDrafts" | "now" | "timeZone" | "countries" | "months" | "steps" | "head"
>;

/** The figures of the summary that are of records, in their order, for the page and its PDF. */
export function buildRecordsFigures(summary: RecordsSummary, locale: Locale) {
  const { view, seesDrafts, now, timeZone, countries, months, steps, head } = summary;
  const asOf = now.toISOString();
  const context = { filter: view, seesDrafts, locale, asOf, timeZone, revision: head, rows: FEW_ROWS };
  return {
    answers: buildFigure("answers", countries, context),
    months: buildFigure("months", months, context),
    steps: buildFigure("steps", steps, context),
  };
}
