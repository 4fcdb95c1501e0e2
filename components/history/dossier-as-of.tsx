import { useLocaleCode, useTranslations } from "#translations";
import { MixedText } from "@/components/search/mixed-text";
import { type Column, DataTable } from "@/components/ui/data-table";
import { QuietLink } from "@/components/ui/link";
import { StatusMark } from "@/components/ui/marks";
import { Pager } from "@/components/ui/pager";
import { useFormatCount } from "@/components/ui/use-format-count";
import type { readDossierAsOf, StationAsOf } from "@/db/access/history/as-of";
import { describeStatus } from "@/lib/figures/describe-status";
import { type AsOf, asOfSuffix, dossierAsOfFilter } from "@/lib/filters/as-of";
import { countryName } from "@/lib/records/country";
import { useAsOfLabels } from "./as-of-labels";

type Props = {
  asOf: AsOf;
  dossier: Awaited<ReturnType<typeof readDossierAsOf>>;
  /** The stations are those of the first page. */
  isFirst: boolean;
};

/** How much had been published by a moment, and page by page the stations with their status then. */
export function DossierAsOf({ asOf, dossier: { counts, stations, next }, isFirst }: Props) {
  const t = useTranslations("history");
  const formatCount = useFormatCount();
  const locale = useLocaleCode();
  const { moment } = useAsOfLabels();
  if (counts.every(({ count }) => count === 0)) {
    return <p className="font-serif text-xl">{t("dossierNothing", { date: moment(asOf) })}</p>;
  }
  const ofStations = counts.find(({ kind }) => kind === "station");
  const view = { at: asOf.text, after: undefined };
  const columns: Column<StationAsOf>[] = [
    {
      key: "name",
      header: t("columnStation"),
      heading: true,
      cell: ({ slug, title }) => (
        <QuietLink href={`/stations/${slug}${asOfSuffix(asOf)}`}>
          <MixedText>{title}</MixedText>
        </QuietLink>
      ),
    },
    { key: "country", header: t("columnCountry"), cell: ({ country }) => countryName(country, locale) },
    {
      key: "status",
      header: t("columnStatus"),
      cell: ({ status }) => (
        <span>
          {status && <StatusMark status={status.status} />}
          <span className="block text-muted">{describeStatus(status, locale)}</span>
        </span>
      ),
    },
  ];
  return (
    <div className="flex flex-col gap-8">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {counts.map(({ kind, count, isLeast }) => (
          <div key={kind} className="flex flex-col-reverse">
            <dt className="text-sm text-muted">{t(`counted.${kind}`)}</dt>
            <dd className="font-serif text-xl tabular-nums">{formatCount(count, isLeast)}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="stations-then">
        <h2 id="stations-then" className="mb-2">
          {t("stationsThen")}
        </h2>
        <DataTable caption={t("stationsThen")} rows={stations} columns={columns} rowKey={({ slug }) => slug} />
        <Pager
          total={ofStations?.count ?? stations.length}
          isLeast={ofStations?.isLeast}
          shown={stations.length}
          nextHref={next && dossierAsOfFilter.href("/as-of", view, { after: { slug: next } })}
          firstHref={isFirst ? null : dossierAsOfFilter.href("/as-of", view)}
        />
      </section>
    </div>
  );
}
