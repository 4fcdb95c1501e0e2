import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { useClaimLabels } from "@/components/claims/claim-labels";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link, QuietLink } from "@/components/ui/link";
import { CoverageMark, StatusMark } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import type { CountryLine } from "@/db/access/countries/countries";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { type CountrySort, type CountryView, countryFilter } from "@/lib/filters/country-filter";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { countryName } from "@/lib/records/country";

type Props = { rows: readonly CountryLine[]; view: CountryView; caption: string };

/** Of more figures of a country the lowest and the highest that stand are named. */
const MOST_FIGURES = 4;

/** Each country's coverage, claims, stations and its government's answer; what is missing is said. */
export function CountryTable({ rows, view, caption }: Props) {
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
        <QuietLink href={`/countries/${country.toLowerCase()}`}>{countryName(country, locale)}</QuietLink>
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
      empty={<EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>}
    />
  );
}

function ClaimedFigures({ row }: { row: CountryLine }) {
  const t = useTranslations("country");
  const common = useTranslations("common");
  const format = useFormat();
  const locale = useLocaleCode();
  const claim = useTranslations("claim");
  const { figure } = useClaimLabels();
  const { lowest, highest, marks } = row.claimed;
  if (lowest === null) return <span className="text-muted">{common("noFigure")}</span>;
  const claims = `/countries/${row.country.toLowerCase()}#claims`;
  const standing = marks.filter((mark) => mark.standing);
  const ends = [standing[0], lowest === highest ? undefined : standing.at(-1)].filter((mark) => mark !== undefined);
  const shown = marks.length > MOST_FIGURES ? ends : marks;
  return (
    <ul className="inline-block align-top">
      {shown.map((mark) => (
        <li
          key={`${mark.value} ${mark.bound} ${mark.claims[0]?.slug}`}
          className={`py-0.5 ${mark.standing ? "" : "text-muted"}`}
        >
          <QuietLink href={claims}>
            {t("figureOf", {
              figure: figure(mark.value, mark.bound),
              claimants:
                mark.claimants.length > 0 ? format.list(mark.claimants.map(({ name }) => name)) : t("nobody"),
              date: formatFuzzyDate(mark.asOf, locale),
            })}
          </QuietLink>
          {!mark.standing && <span className="text-muted"> ({claim("rangeEarlier")})</span>}
        </li>
      ))}
      {marks.length > shown.length && (
        <li className="py-0.5">
          <Link href={claims}>{t("moreFigures", { count: marks.length - shown.length })}</Link>
        </li>
      )}
    </ul>
  );
}

function LatestStatus({ row: { status } }: { row: CountryLine }) {
  const t = useTranslations("country");
  const locale = useLocaleCode();
  if (!status) return <span className="text-muted">{t("noStatus")}</span>;
  return (
    <span className="inline-block align-top">
      <StatusMark status={status.status} />
      <br />
      <Link href={`/stations/${status.station.slug}`}>{status.station.name}</Link>
      <span className="text-muted">, {formatFuzzyDate(status.asOf, locale)}</span>
    </span>
  );
}

function LatestAnswer({ row: { answer, coverage } }: { row: CountryLine }) {
  const t = useTranslations("country");
  const response = useTranslations("response");
  const locale = useLocaleCode();
  if (answer) {
    return (
      <span className="inline-block align-top">
        <Link href={`/responses/${answer.slug}`}>{response(`kind.${answer.kind}`)}</Link>
        <span className="text-muted">, {formatFuzzyDate(answer.given, locale)}</span>
        <br />
        <span className="text-muted">{answer.authority}</span>
      </span>
    );
  }
  if (coverage !== "reported") return <span className="text-muted">{t("noAnswerNeeded")}</span>;
  return <span className="inline-block border-b-2 border-dashed border-caution">{t("noAnswer")}</span>;
}
