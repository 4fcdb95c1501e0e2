import { COUNTRY_CODES } from "../records/country";
import { defineFilter, type FilterValue } from "./filter";
import { boxField, choiceField, choicesField, dayField } from "./filter-field";

/** `all`: everything that the reader may see; `published` narrows the desk's view to what is public. */
export const RECORDS_SEEN = ["all", "published"] as const;
export type RecordsSeen = (typeof RECORDS_SEEN)[number];

/**
 * What every figure can be narrowed to, for a page's own filter to spread: `defineFilter({ ...SCOPE_FIELDS, sort })`.
 * `from` and `to` are days, inclusive, of the records' own dates (published, given, asserted, as of), not of our work on
 * them. A count of what happened keeps what lies between the two; a state of affairs is the one of `to`. What bears no
 * date lies in no period.
 */
export const DASHBOARD_FILTER_FIELDS = {
  from: dayField(),
  to: dayField(),
  country: choicesField(COUNTRY_CODES),
  records: choiceField<RecordsSeen>(RECORDS_SEEN),
  /** Degrees; west of more than east crosses the date line. */
  box: boxField(),
};

/** The view that all figures share (rule 12). */
export const dashboardFilter = defineFilter(DASHBOARD_FILTER_FIELDS);
export type DashboardFilter = FilterValue<typeof dashboardFilter>;
