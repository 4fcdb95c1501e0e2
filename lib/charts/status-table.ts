import type { DashboardFilter } from "../filters/dashboard-filter";
import { countryName } from "../records/country";
import { STATION_STATUSES } from "../records/status";
import type { StatusChange } from "../records/status-changes";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";
import type { FigureRow, FigureTable } from "./figure";
import { dayBehind, onlyValues } from "./records-behind";
import { countIn, formatStep, type StatusNumbers, totalOf } from "./status-layout";

/** A row for each day on which the state of affairs changed; with countries, for all together and for each of them. */
export function statusTable(figure: StatusNumbers, filter: DashboardFilter, locale: Locale): FigureTable {
  const t = getTranslations(locale, "charts");
  const tStatus = getTranslations(locale, "status");
  const { steps, countries } = figure;
  const statuses = STATION_STATUSES.filter((status) => steps.some((step) => countIn(step, status) > 0));
  const rows = (country: string | null, own: readonly StatusChange[]) =>
    own.map(
      (step): FigureRow => ({
        key: `${country ?? "all"} ${step.day}`,
        cells: [
          {
            value: step.day,
            text: formatStep(step.day, locale),
            href: dayBehind(filter, step.day, country ? { country: onlyValues(country) } : {}),
          },
          ...(countries
            ? [{ value: country ? countryName(country, locale) : t("allCountries") }, { value: totalOf(step) }]
            : []),
          ...statuses.map((status) => ({ value: countIn(step, status) })),
        ],
      }),
    );
  const byName = [...(countries ?? [])].sort((a, b) =>
    countryName(a.country, locale).localeCompare(countryName(b.country, locale)),
  );
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
    rows: [...rows(null, steps), ...byName.flatMap(({ country, steps: own }) => rows(country, own))],
  };
}
