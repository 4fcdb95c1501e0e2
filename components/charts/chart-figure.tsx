import type { ComponentType } from "react";
import { useFormat, useTranslations } from "#translations";
import type { Term } from "@/components/help/terms";
import { Link } from "@/components/ui/link";
import { type ChartsView, chartsFilter } from "@/lib/charts/charts-filter";
import { countRows } from "@/lib/charts/figure";
import type { AnyFigure, BuiltFigure, Chart } from "@/lib/charts/figures";
import type { StatusLayout } from "@/lib/charts/status-layout";
import { wholeTableHref } from "@/lib/charts/table-view";
import { packJson } from "@/lib/text/pack-json";
import { ClaimedKey, MonthsKey } from "./chart-keys";
import { ClaimedChart } from "./claimed-chart";
import { Figure } from "./figure";
import { MonthsChart } from "./months-chart";
import { ResponsesChart } from "./responses-chart";
import { SmallStatusCharts, StatusChart } from "./status-chart";

type Props = { figure: AnyFigure<Chart>; view: ChartsView; level?: 2 | 3; isTeaching?: boolean };

const TERMS: Partial<Record<Chart, Term>> = { claimed: "documented", responses: "official_answer" };

/** A figure of the page of charts in its frame, with the way to its files. */
export function ChartFigureView({ figure, view, level, isTeaching }: Props) {
  const { name: chart, data } = figure;
  const own = { ...view, figure: chart };
  const query = chartsFilter.toQuery({ ...view, figure: "all" });
  const route = `/api/v1/figures/${chart}${query === "" ? "" : `?${query}`}`;
  return (
    <Figure
      id={chart}
      data={data}
      href={chartsFilter.href("/charts", own)}
      route={route}
      level={level}
      isTeaching={isTeaching}
      term={TERMS[chart]}
    >
      <Drawing figure={figure} tableHref={wholeTableHref(route)} />
    </Figure>
  );
}

/** A figure, and the page of its whole table. */
type ViewProps<N extends Chart> = { figure: BuiltFigure<N>; tableHref: string };
const CHARTS: { readonly [N in Chart]: ComponentType<ViewProps<N>> } = {
  claimed: ClaimedView,
  responses: ResponsesView,
  "evidence-kinds": MonthsView,
  "evidence-languages": MonthsView,
  status: StatusView,
};

function Drawing<N extends Chart>({ figure, tableHref }: ViewProps<N>) {
  const Chart: ComponentType<ViewProps<N>> = CHARTS[figure.name];
  return <Chart figure={figure} tableHref={tableHref} />;
}

/** What of a figure is not drawn, in a sentence, and the way to all of it. */
function NotAllDrawn({ sentence, tableHref }: { sentence: string; tableHref: string }) {
  const t = useTranslations("charts");
  return (
    <p className="mb-2 text-sm text-muted">
      <span data-draw="">{sentence}</span> <Link href={tableHref}>{t("tableHasAll")}</Link>
    </p>
  );
}

type ManyProps = { shown: number; count: number; more: string; tableHref: string };

/** @param more what else holds where not all are drawn */
function HowManyDrawn({ shown, count, more, tableHref }: ManyProps) {
  const t = useTranslations("charts");
  if (shown >= count) return null;
  return <NotAllDrawn sentence={`${t("drawn", { shown, count })} ${more}`} tableHref={tableHref} />;
}

function ClaimedView({ figure: { name: chart, data, layout }, tableHref }: ViewProps<"claimed">) {
  const t = useTranslations("charts");
  return (
    <>
      <HowManyDrawn
        shown={layout.rows.length}
        count={countRows(data.table)}
        more={t("keyOfAll")}
        tableHref={tableHref}
      />
      {layout.mostDots && (
        <NotAllDrawn sentence={t("drawnFigures", { most: layout.mostDots })} tableHref={tableHref} />
      )}
      <ClaimedChart chart={chart} packed={packJson(layout)} />
      <ClaimedKey chart={chart} layout={layout} />
    </>
  );
}

function ResponsesView({ figure: { name: chart, data, layout }, tableHref }: ViewProps<"responses">) {
  const t = useTranslations("charts");
  const heads = {
    asked: t("column.asked"),
    answered: t("column.answered"),
    denied: t("column.denied"),
    noComment: t("column.noComment"),
    acted: t("column.acted"),
    days: t("column.days"),
    rate: t("column.rate"),
  };
  return (
    <>
      <HowManyDrawn
        shown={layout.rows.length}
        count={countRows(data.table)}
        more={t("drawnSpoke")}
        tableHref={tableHref}
      />
      <ResponsesChart chart={chart} packed={packJson(layout)} heads={heads} />
    </>
  );
}

function MonthsView({ figure: { name: chart, layout } }: ViewProps<"evidence-kinds" | "evidence-languages">) {
  return (
    <>
      <MonthsChart chart={chart} packed={packJson(layout)} />
      <MonthsKey chart={chart} layout={layout} />
    </>
  );
}

function StatusView({ figure: { name: chart, layout }, tableHref }: ViewProps<"status">) {
  const t = useTranslations("charts");
  const format = useFormat();
  const { countries, from, to, mostInCountry } = layout;
  return (
    <>
      {layout.cut && <NotAllDrawn sentence={t("drawnSteps", layout.cut)} tableHref={tableHref} />}
      <StatusChart chart={chart} packed={packJson<StatusLayout>({ ...layout, countries: [] })} />
      {countries.length > 1 && (
        <>
          <p data-draw="" className="mt-4 text-sm font-semibold">
            {t("countriesTitle")}
          </p>
          <ul className="mt-2 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-4">
            {countries.map((part) => (
              <li key={part.country}>
                <p className="flex justify-between gap-2 text-sm">
                  <span data-draw="" className="truncate">
                    {part.name}
                  </span>
                  <strong data-draw="" className="text-right">
                    {format.number(part.total)}
                  </strong>
                </p>
                <SmallStatusCharts chart={chart} packed={packJson({ from, to, mostInCountry, part })} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
