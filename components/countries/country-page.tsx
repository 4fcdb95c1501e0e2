import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { ChartFigureView } from "@/components/charts/chart-figure";
import { type CountedStation, RangeFigure } from "@/components/claims/range";
import { Breadcrumb } from "@/components/records/breadcrumb";
import { SectionBar } from "@/components/records/section-bar";
import { TimelineList } from "@/components/timeline/timeline-list";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { CoverageMark } from "@/components/ui/marks";
import { PageHeading } from "@/components/ui/page-heading";
import type { CountryFile } from "@/db/access/countries/country-file";
import type { TimelineItem } from "@/db/access/timeline/timeline";
import { type ChartsView, chartsFilter } from "@/lib/charts/charts-filter";
import type { AnyFigure, Chart } from "@/lib/charts/figures";
import { recordsBehind } from "@/lib/charts/records-behind";
import { rangeFilter } from "@/lib/filters/range-filter";
import { countryName, regionName, regionsOfCountry } from "@/lib/records/country";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { CountryAnswers } from "./country-answers";
import { CountryCounts } from "./country-counts";
import { CountryCoverage } from "./country-coverage";
import { CountryStations } from "./country-stations";

type Props = {
  actor: Actor;
  file: CountryFile;
  latest: { items: readonly TimelineItem[]; total: number };
  /** The figures of `/charts`, of this country. */
  charts: { figures: readonly AnyFigure<Chart>[]; view: ChartsView };
  counted: CountedStation;
};

/** A country: claimed by whom, documented, answered, in time, and who examined it. */
export function CountryPage({ actor, file, latest, charts, counted }: Props) {
  const t = useTranslations("country");
  const chart = useTranslations("charts");
  const locale = useLocaleCode();
  const country = countryName(file.country, locale);
  const regions = regionsOfCountry(file.country);
  const isEmpty = latest.total === 0 && file.counts.length + file.stations.length + file.responses.length === 0;
  return (
    <>
      <PageHeading
        title={country}
        above={
          <>
            <Breadcrumb
              places={[
                { href: "/countries", label: t("title") },
                ...(regions
                  ? [{ href: `/countries?region=${regions.region}`, label: regionName(regions.region, locale) }]
                  : []),
              ]}
            />
            <CoverageMark coverage={file.coverage} />
          </>
        }
        lead={isEmpty ? t("noneAtAll") : t(`coverageOf.${file.coverage}`)}
        actions={
          may(actor, "record coverage of a country") && (
            <ButtonLink href={`/countries/${file.country.toLowerCase()}/coverage/new`}>{t("newCoverage")}</ButtonLink>
          )
        }
      />
      <SectionBar
        sections={[
          { id: "claims", label: t("claimedTitle"), count: file.counts.length },
          { id: "documented", label: t("documentedTitle"), count: file.totals.stations },
          { id: "answers", label: t("answersTitle"), count: file.responses.length },
          { id: "coverage", label: t("coverageTitle") },
          { id: "charts", label: chart("title") },
          { id: "timeline", label: t("timelineTitle"), count: latest.total },
        ]}
      />
      <div className="flex flex-col gap-10">
        <Part id="claims" title={t("claimedTitle")}>
          <RangeFigure
            figure={file.claimed}
            view={{ ...rangeFilter.absent, place: file.country }}
            href={`/countries/${file.country.toLowerCase()}`}
            counted={counted}
          />
          <CountryCounts file={file} />
        </Part>
        <Part id="documented" title={t("documentedTitle")}>
          <CountryStations file={file} showState={counted.seesDrafts} />
        </Part>
        <Part id="answers" title={t("answersTitle")}>
          <CountryAnswers file={file} />
        </Part>
        <Part id="coverage" title={t("coverageTitle")}>
          <CountryCoverage file={file} isDesk={counted.seesDrafts} />
        </Part>
        <Part id="charts" title={chart("chartsOf", { country })}>
          <div className="chart-grid">
            {charts.figures.map((figure) => (
              <div key={figure.name} className={figure.name === "status" ? "is-wide min-w-0" : "min-w-0"}>
                <ChartFigureView figure={figure} view={charts.view} level={3} />
              </div>
            ))}
          </div>
          <p>
            <Link href={chartsFilter.href("/charts", { ...charts.view, country: { any: [], without: [] } })}>
              {chart("toCharts")}
            </Link>
          </p>
        </Part>
        <Part id="timeline" title={t("timelineTitle")}>
          {latest.total === 0 ? (
            <p className="text-muted">{t("timelineNone")}</p>
          ) : (
            <>
              <p className="text-sm text-muted">
                {t("timelineMore", { shown: latest.items.length, count: latest.total })}
              </p>
              <TimelineList items={latest.items} />
              <p>
                <Link href={recordsBehind("dated", charts.view)}>{t("timelineAll", { country })}</Link>
              </p>
            </>
          )}
        </Part>
      </div>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="flex scroll-mt-4 flex-col gap-4">
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
