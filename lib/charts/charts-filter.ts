import { CHART_SORTS, type ChartSort } from "../figures/country-figure";
import { DASHBOARD_FILTER_FIELDS } from "../filters/dashboard-filter";
import { defineFilter, type FilterValue } from "../filters/filter";
import { choiceField } from "../filters/filter-field";
import { CHARTS, type Chart } from "./figures";

/** The view of the page of charts: what is counted, which figure alone, and by what countries are ordered. */
export const chartsFilter = defineFilter({
  ...DASHBOARD_FILTER_FIELDS,
  figure: choiceField<"all" | Chart>(["all", ...CHARTS]),
  sort: choiceField<ChartSort>(CHART_SORTS),
});
export type ChartsView = FilterValue<typeof chartsFilter>;
