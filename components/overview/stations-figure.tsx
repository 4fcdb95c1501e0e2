import { useLocaleCode, useWords } from "#words";
import { type StationsBar, StationsChart } from "@/components/charts/stations-chart";
import { DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figure";
import { QuietLink } from "@/components/ui/link";
import { StatusMark } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import { Words } from "@/components/words";
import type { Summary } from "@/db/access/summary";
import { countryName } from "@/lib/country";
import type { Locale } from "@/lib/locale";
import { STATION_STATUSES } from "@/lib/status";
import { CountedNow } from "./as-of";
import { CountLink } from "./count-link";

const DRAWN = 15;

/** Stations by country and status: a picture of the fullest countries, and a table of all. */
export function StationsFigure({ summary, now }: { summary: Summary; now: Date }) {
  const t = useWords("overview");
  const statusWords = useWords("status");
  const locale = useLocaleCode();
  const bars = barsOf(summary.stations.byStatus, locale);
  const statuses = STATION_STATUSES.filter((status) =>
    summary.stations.byStatus.some((row) => row.status === status),
  );
  if (bars.length === 0) return <EmptyState title={t("stationsNone")} />;
  const names = Object.fromEntries(statuses.map((status) => [status, statusWords(`label.${status}`)]));
  const drawn = bars.slice(0, DRAWN);
  return (
    <Figure
      title={t("stationsTitle")}
      summary={
        <>
          {t("stationsSummary")} {t("stationsMost", { shown: drawn.length, rest: bars.length - drawn.length })}
        </>
      }
      table={
        <DataTable
          caption={t("stationsTitle")}
          rows={bars}
          rowKey={(bar) => bar.code}
          columns={[
            {
              key: "country",
              header: t("country"),
              heading: true,
              cell: (bar) => <QuietLink href={`/countries/${bar.code.toLowerCase()}`}>{bar.name}</QuietLink>,
            },
            {
              key: "total",
              header: t("total"),
              numeric: true,
              cell: (bar) => <CountLink count={bar.total} href={`/stations?country=${bar.code}`} />,
            },
            ...statuses.map((status) => ({
              key: status,
              header: statusWords(`label.${status}`),
              numeric: true,
              cell: (bar: StationsBar) => (
                <CountLink count={bar.counts[status] ?? 0} href={`/stations?country=${bar.code}&status=${status}`} />
              ),
            })),
          ]}
        />
      }
      provenance={<CountedNow sees={summary.sees} now={now} />}
    >
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {statuses.map((status) => (
          <li key={status}>
            <QuietLink href={`/stations?status=${status}`}>
              <StatusMark status={status} />{" "}
              <strong>
                {summary.stations.byStatus.reduce((sum, row) => sum + (row.status === status ? row.count : 0), 0)}
              </strong>
            </QuietLink>
          </li>
        ))}
      </ul>
      <Words of={["chart"]}>
        <StationsChart bars={drawn} statuses={statuses} names={names} />
      </Words>
    </Figure>
  );
}

function barsOf(rows: Summary["stations"]["byStatus"], locale: Locale): StationsBar[] {
  const bars = new Map<string, StationsBar>();
  for (const { country, status, count } of rows) {
    const known = bars.get(country);
    bars.set(country, {
      code: country,
      name: countryName(country, locale),
      total: (known?.total ?? 0) + count,
      counts: { ...known?.counts, [status]: count },
    });
  }
  return [...bars.values()].sort((a, b) => b.total - a.total || a.name.localeCompare(b.name, locale));
}
