import { useLocaleCode, useTranslations } from "#translations";
import { DataTable } from "@/components/ui/data-table";
import { Link, QuietLink } from "@/components/ui/link";
import { StateBadge, StatusMark } from "@/components/ui/marks";
import type { CountryFile } from "@/db/access/countries/country-file";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import { isPublic } from "@/lib/records/editorial";

/** The stations on file for the country, each with its status. */
export function CountryStations({ file, showState }: { file: CountryFile; showState: boolean }) {
  const t = useTranslations("country");
  const common = useTranslations("common");
  const record = useTranslations("record");
  const locale = useLocaleCode();
  if (file.stations.length === 0) return <p className="text-muted">{t("documentedNone")}</p>;
  const all = `/stations?country=${file.country}`;
  return (
    <>
      <DataTable
        caption={t("documentedCaption", { country: countryName(file.country, locale) })}
        rows={file.stations}
        rowKey={({ slug }) => slug}
        columns={[
          {
            key: "name",
            header: t("station"),
            heading: true,
            cell: ({ slug, name }) => <QuietLink href={`/stations/${slug}`}>{name}</QuietLink>,
          },
          { key: "city", header: t("city"), cell: ({ city }) => city ?? t("cityUnknown") },
          { key: "status", header: t("status"), cell: ({ status }) => <StatusMark status={status} /> },
          {
            key: "operator",
            header: t("operator"),
            cell: ({ operator }) =>
              operator ? (
                <QuietLink href={`/organizations/${operator.slug}`}>{operator.name}</QuietLink>
              ) : (
                t("operatorUnknown")
              ),
          },
          {
            key: "reported",
            header: t("firstReported"),
            cell: ({ firstReported }) =>
              firstReported ? formatFuzzyDate(firstReported, locale) : common("dateUnknown"),
          },
          ...(showState
            ? [
                {
                  key: "state",
                  header: record("field.state"),
                  cell: ({ state }: CountryFile["stations"][number]) =>
                    !isPublic(state) && <StateBadge state={state} />,
                },
              ]
            : []),
        ]}
      />
      {file.totals.stations > file.stations.length && (
        <p className="mt-3 text-sm">
          <Link href={all}>{t("allStations", { count: file.totals.stations })}</Link>
        </p>
      )}
    </>
  );
}
