import { addDays } from "../dates/days";
import { COUNTRY_CODES } from "../records/country";
import { type DashboardFilter, dashboardFilter } from "./dashboard-filter";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField, choicesField } from "./filter-field";
import type { ClosedDayRange } from "./summary-filter";

/** How far back the first page compares, by the name in the address. */
const PERIOD_DAYS = { days30: 30, days7: 7, days90: 90, days365: 365 } as const;
type OverviewPeriod = keyof typeof PERIOD_DAYS;
export const OVERVIEW_PERIODS = ["days30", "days7", "days90", "days365"] as const satisfies readonly OverviewPeriod[];

/** The view of the first page: what is known today, of everything or of some countries, and since when it is compared. */
export const overviewFilter = defineFilter({
  country: choicesField(COUNTRY_CODES),
  period: choiceField<OverviewPeriod>(OVERVIEW_PERIODS),
});
export type OverviewView = FilterValue<typeof overviewFilter>;

/** The last days up to today. */
export const daysOfOverview = ({ period }: Pick<OverviewView, "period">, today: string): ClosedDayRange => ({
  from: addDays(today, 1 - PERIOD_DAYS[period]),
  to: today,
});

/** Everything that is on file in the view's countries, whenever it is dated. */
export const scopeOfOverview = ({ country }: Pick<OverviewView, "country">): DashboardFilter => ({
  ...dashboardFilter.absent,
  country,
});
