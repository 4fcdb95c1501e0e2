import { DASHBOARD_FILTER_FIELDS } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField } from "./filter-field";

/** The figures of the page of charts, in its order; each is a route of `/api/v1/figures` too. */
export const CHARTS = ["claimed", "responses", "evidence-kinds", "evidence-languages", "status"] as const;
export type Chart = (typeof CHARTS)[number];

export const CHART_SORTS = ["claimed", "documented", "asked", "answered", "responses", "days", "name"] as const;
export type ChartSort = (typeof CHART_SORTS)[number];

/** The view of the page of charts: what is counted, which figure alone, and by what countries are ordered. */
export const chartsFilter = defineFilter({
  ...DASHBOARD_FILTER_FIELDS,
  figure: choiceField<"all" | Chart>(["all", ...CHARTS]),
  sort: choiceField<ChartSort>(CHART_SORTS),
});
export type ChartsView = FilterValue<typeof chartsFilter>;
