import type { DashboardFilter } from "../filters/dashboard-filter";
import { countryName } from "../records/country";
import { STATION_STATUSES } from "../records/status";
import type { StatusChange } from "../records/status-changes";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import type { FigureRow, FigureTable } from "./figure";
import { onlyValues, recordsBehind } from "./records-behind";
import { countIn, formatStep, type StatusNumbers, totalOf } from "./status-layout";

/**
 * A row for each day on which the state of affairs changed; with countries, for all together and for each of them.
 * @param most rows that are made, the first; there are thousands of days
 */
export function statusTable(
  figure: StatusNumbers,
  filter: DashboardFilter,
  locale: Locale,
  most = Number.POSITIVE_INFINITY,
): FigureTable {
  const t = getTranslations(locale, "charts");
  const tStatus = getTranslations(locale, "status");
  const { steps, countries } = figure;
  const statuses = STATION_STATUSES.filter((status) => steps.some((step) => countIn(step, status) > 0));
  const whole = (country: string | null) => (country ? { ...filter, country: onlyValues(country) } : filter);
  // Addresses and days in words are made when they are read: of a table that is put in order most rows are not shown.
  const linked = (value: number, hrefOf: () => string) =>
    value > 0
      ? {
          value,
          get href() {
            return hrefOf();
          },
        }
      : { value };
  const rows = (country: string | null, own: readonly StatusChange[]) =>
    own.map(
      (step): FigureRow => ({
        key: `${country ?? "all"} ${step.day}`,
        cells: [
          {
            value: step.day,
            get text() {
              return formatStep(step.day, locale);
            },
            get href() {
              return recordsBehind("dated", { ...whole(country), from: step.day, to: step.day });
            },
          },
          ...(countries
            ? [
                { value: country ? countryName(country, locale) : t("allCountries") },
                linked(totalOf(step), () => recordsBehind("onFile", { ...whole(country), to: step.day })),
              ]
            : []),
          ...statuses.map((status) =>
            linked(countIn(step, status), () =>
              recordsBehind("onFile", { ...whole(country), to: step.day }, { status: onlyValues(status) }),
            ),
          ),
        ],
      }),
    );
  const byName = [...(countries ?? [])].sort((a, b) =>
    countryName(a.country, locale).localeCompare(countryName(b.country, locale)),
  );
  const parts = [{ country: null, steps }, ...byName];
  const made: FigureRow[] = [];
  for (const { country, steps: own } of parts) {
    if (made.length < most) made.push(...rows(country, own.slice(0, most - made.length)));
  }
  return {
    columns: [
      { key: "from_day", header: t("column.day") },
      ...(countries
        ? [
            { key: "country", header: t("column.country") },
            { key: "stations", header: t("column.stations"), numeric: true },
          ]
        : []),
      ...statuses.map((status) => ({ key: status as string, header: tStatus(`label.${status}`), numeric: true })),
    ],
    rows: made,
    total: parts.reduce((sum, { steps: own }) => sum + own.length, 0),
  };
}
