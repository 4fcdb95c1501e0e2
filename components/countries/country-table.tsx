import { useFormat, useLocaleCode, useTranslations } from "#translations";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { type Column, DataTable } from "@/components/ui/data-table";
import { QuietLink } from "@/components/ui/link";
import { CoverageMark, StatusMark } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import type { CountryLine } from "@/db/access/countries/countries";
import { formatClaimedRange } from "@/lib/charts/claim-words";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { type FuzzyDate, formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { compareFuzzy } from "@/lib/dates/fuzzy-order";
import { type CountrySort, type CountryView, countryFilter } from "@/lib/filters/country-filter";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { countryName } from "@/lib/records/country";

type Props = { rows: readonly CountryLine[]; view: CountryView; caption: string; choice?: ColumnChoice };

/** Each country's coverage, claims, stations and its government's answer; what is missing is said. */
export function CountryTable({ rows, view, caption, choice }: Props) {
  const t = useTranslations("country");
  const locale = useLocaleCode();
  const sorted = (sort: CountrySort, way: "asc" | "desc") => ({
    sortHref: countryFilter.href("/countries", view, { sort, page: 1 }),
    sorted: view.sort === sort ? way : undefined,
  });
  const columns: Column<CountryLine>[] = [
    {
      key: "country",
      header: t("columnCountry"),
      heading: true,
      ...sorted("name", "asc"),
      cell: ({ country }) => (
        <span className="short-name">
          <QuietLink href={`/countries/${country.toLowerCase()}`}>{countryName(country, locale)}</QuietLink>
        </span>
      ),
    },
    { key: "coverage", header: t("columnCoverage"), cell: ({ coverage }) => <CoverageMark coverage={coverage} /> },
    {
      key: "claimed",
      header: t("columnClaimed"),
      ...sorted("claimed", "desc"),
      cell: (row) => <ClaimedFigures row={row} />,
    },
    {
      key: "documented",
      header: t("columnDocumented"),
      ...sorted("documented", "desc"),
      cell: ({ country, stations }) =>
        stations > 0 ? (
          <QuietLink href={recordsBehind("onFile", { ...dashboardFilter.absent, country: onlyValues(country) })}>
            {t("stations", { count: stations })}
          </QuietLink>
        ) : (
          <span className="whitespace-nowrap text-muted">{t("stations", { count: 0 })}</span>
        ),
    },
    { key: "status", header: t("columnStatus"), roomy: true, cell: (row) => <LatestStatus row={row} /> },
    {
      key: "answer",
      header: t("columnAnswer"),
      ...sorted("answered", "desc"),
      cell: (row) => <LatestAnswer row={row} />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ country }) => country}
      columns={columns}
      isTwoLine
      {...(choice && { choice })}
      empty={<EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>}
    />
  );
}

/** What is claimed that still stands, as one range, and whose it is: each figure is on the country's page. */
function ClaimedFigures({ row }: { row: CountryLine }) {
  const t = useTranslations("country");
  const common = useTranslations("common");
  const format = useFormat();
  const locale = useLocaleCode();
  const standing = row.claimed.marks.filter((mark) => mark.standing);
  if (row.claimed.lowest === null) return <span className="text-muted">{common("noFigure")}</span>;
  const names = [...new Set(standing.flatMap(({ claimants }) => claimants.map(({ name }) => name)))];
  return (
    <>
      <QuietLink href={`/countries/${row.country.toLowerCase()}#claims`}>{formatClaimedRange(row, locale)}</QuietLink>{" "}
      <span className="text-muted">
        {t("claimedBy", {
          claimants: names.length > 0 ? format.list(names) : t("nobody"),
          date: formatFuzzyDate(latestOf(standing), locale),
        })}
      </span>
    </>
  );
}

const latestOf = (marks: readonly { readonly asOf: FuzzyDate | null }[]): FuzzyDate | null =>
  marks.map(({ asOf }) => asOf).reduce((latest, asOf) => (compareFuzzy(asOf, latest) > 0 ? asOf : latest), null);

function LatestStatus({ row: { status } }: { row: CountryLine }) {
  const t = useTranslations("country");
  const locale = useLocaleCode();
  if (!status) return <span className="text-muted">{t("noStatus")}</span>;
  return (
    <>
      <StatusMark status={status.status} /> <span className="text-muted">{formatFuzzyDate(status.asOf, locale)}</span>{" "}
      <QuietLink href={`/stations/${status.station.slug}`}>{status.station.name}</QuietLink>
    </>
  );
}

function LatestAnswer({ row: { answer, coverage } }: { row: CountryLine }) {
  const t = useTranslations("country");
  const response = useTranslations("response");
  const locale = useLocaleCode();
  if (answer) {
    return (
      <>
        <QuietLink href={`/responses/${answer.slug}`}>{response(`kind.${answer.kind}`)}</QuietLink>{" "}
        <span className="text-muted">
          {formatFuzzyDate(answer.given, locale)}, {answer.authority}
        </span>
      </>
    );
  }
  if (coverage !== "reported") return <span className="text-muted">{t("noAnswerNeeded")}</span>;
  return (
    <span className="underline decoration-caution decoration-dashed decoration-2 underline-offset-2">
      {t("noAnswer")}
    </span>
  );
}
