import { COUNT_SUBJECT } from "../records/claim";
import { COUNTRY_CODES, countriesIn, isCountry, REGION_CODES, WORLD } from "../records/country";
import { claimFilter } from "./claim-filter";
import { type DashboardFilter, dashboardFilter, RECORDS_SEEN, type RecordsSeen } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField, dayField } from "./filter-field";
import { summaryFilter } from "./summary-filter";

/** The place whose competing figures stand side by side: ISO 3166-1 alpha-2, or UN M49 of a region or the world. */
export const rangeFilter = defineFilter({
  place: choiceField<string>([WORLD, ...REGION_CODES, ...COUNTRY_CODES]),
  to: dayField(),
  records: choiceField<RecordsSeen>(RECORDS_SEEN),
});
export type RangeView = FilterValue<typeof rangeFilter>;

/** The page that shows the same figures: a region's stand among the claims only, which are never of an earlier day. */
export function rangePage(view: RangeView): string {
  if (view.place === WORLD || isCountry(view.place))
    return summaryFilter.href("/summary", dashboardFilterOfRange(view));
  const only = <V>(...any: readonly V[]) => ({ any, without: [] });
  return claimFilter.href("/claims", {
    ...claimFilter.absent,
    subject: only(COUNT_SUBJECT),
    scope: only("region" as const),
  });
}

/** The same as a view of records: the stations there. */
export function dashboardFilterOfRange({ place, to, records }: RangeView): DashboardFilter {
  const any = place === WORLD ? [] : isCountry(place) ? [place] : countriesIn(place);
  return { ...dashboardFilter.absent, to, records, country: { any, without: [] } };
}
