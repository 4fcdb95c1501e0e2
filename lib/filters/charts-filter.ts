import { defineFilter, type FilterValue } from "./filter";
import { one } from "./filter-field";
import { SCOPE_FIELDS } from "./scope-filter";

/** The pictures of the page of charts, in its order; each is a route of `/api/v1/pictures` too. */
export const CHARTS = ["claimed", "responses", "evidence-kinds", "evidence-languages", "status"] as const;
export type Chart = (typeof CHARTS)[number];

export const CHART_SORTS = ["claimed", "documented", "asked", "answered", "responses", "days", "name"] as const;
export type ChartSort = (typeof CHART_SORTS)[number];

/** The view of the page of charts: what is counted, which picture alone, and by what countries are ordered. */
export const chartsFilter = defineFilter({
  ...SCOPE_FIELDS,
  picture: one<"all" | Chart>(["all", ...CHARTS]),
  sort: one<ChartSort>(CHART_SORTS),
});
export type ChartsView = FilterValue<typeof chartsFilter>;
