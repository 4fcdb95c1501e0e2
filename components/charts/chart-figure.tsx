import type { ComponentType } from "react";
import { useFormat, useTranslations } from "#translations";
import { type ChartsView, chartsFilter } from "@/lib/charts/charts-filter";
import type { AnyFigure, BuiltFigure, Chart } from "@/lib/charts/figures";
import { statusGlyph } from "@/lib/records/status";
import { ClaimedChart } from "./claimed-chart";
import { DrawnKey, StatusSwatch } from "./drawn-key";
import { Figure } from "./figure";
import { MonthsChart } from "./months-chart";
import { ResponsesChart } from "./responses-chart";
import { SmallStatusCharts, StatusChart } from "./status-chart";
import { NOT_PUBLIC_LOOK, SeriesPatterns, seriesPatternOf } from "./status-pattern";

type Props = { figure: AnyFigure<Chart>; view: ChartsView; level?: 2 | 3 };

/** A figure of the page of charts in its frame, with the way to its files. */
export function ChartFigureView({ figure, view, level }: Props) {
  const t = useTranslations("charts");
  const { name: chart, data } = figure;
  const own = { ...view, figure: chart };
  const query = chartsFilter.toQuery({ ...view, figure: "all" });
  return (
    <Figure
      id={chart}
      data={data}
      href={chartsFilter.href("/charts", own)}
      route={`/api/v1/figures/${chart}${query === "" ? "" : `?${query}`}`}
      level={level}
    >
      {data.table.rows.length === 0 ? <p className="text-muted">{t("nothing")}</p> : <Drawing figure={figure} />}
    </Figure>
  );
}

const CHARTS: { readonly [N in Chart]: ComponentType<{ figure: BuiltFigure<N> }> } = {
  claimed: ClaimedView,
  responses: ResponsesView,
  "evidence-kinds": MonthsView,
  "evidence-languages": MonthsView,
  status: StatusView,
};

function Drawing<N extends Chart>({ figure }: { figure: BuiltFigure<N> }) {
  const Chart: ComponentType<{ figure: BuiltFigure<N> }> = CHARTS[figure.name];
  return <Chart figure={figure} />;
}

/** @param more what else holds where not all are drawn */
function HowManyDrawn({ shown, count, more }: { shown: number; count: number; more?: string }) {
  const t = useTranslations("charts");
  const sentence = [t("drawn", { shown, count }), more].filter(Boolean).join(" ");
  return (
    shown < count && (
      <p data-draw="" className="mb-2 text-sm text-muted">
        {sentence}
      </p>
    )
  );
}

function ClaimedView({ figure: { name: chart, data, layout } }: { figure: BuiltFigure<"claimed"> }) {
  const t = useTranslations("charts");
  const format = useFormat();
  return (
    <>
      <HowManyDrawn shown={layout.rows.length} count={data.table.rows.length} more={t("keyOfAll")} />
      <ClaimedChart chart={chart} layout={layout} />
      <DrawnKey
        label={t("key")}
        items={[
          {
            key: "earlier",
            name: t("earlierDot"),
            drawn: <circle cx="10" cy="7" r="3.5" fill="var(--paper)" stroke="var(--data-2)" strokeWidth="2" />,
          },
          {
            key: "band",
            name: t("bandKey"),
            drawn: (
              <rect y="1" width="20" height="12" fill="var(--data-2)" fillOpacity="0.22" stroke="var(--data-2)" />
            ),
          },
          ...layout.statuses.map(({ status, description, count, href }) => ({
            key: status,
            name: `${statusGlyph(status)} ${description}`,
            count: format.number(count),
            href,
            drawn: <StatusSwatch chart={`${chart}-key`} status={status} />,
          })),
          ...(layout.notPublic
            ? [
                {
                  key: "not-public",
                  name: t("notPublicKey"),
                  count: format.number(layout.notPublic.count),
                  href: layout.notPublic.href,
                  drawn: <rect x="1" y="1" width="18" height="12" {...NOT_PUBLIC_LOOK} />,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function ResponsesView({ figure: { name: chart, data, layout } }: { figure: BuiltFigure<"responses"> }) {
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
      <HowManyDrawn shown={layout.rows.length} count={data.table.rows.length} more={t("drawnSpoke")} />
      <ResponsesChart chart={chart} layout={layout} heads={heads} />
    </>
  );
}

function MonthsView({
  figure: { name: chart, layout },
}: {
  figure: BuiltFigure<"evidence-kinds" | "evidence-languages">;
}) {
  const t = useTranslations("charts");
  const format = useFormat();
  return (
    <>
      <MonthsChart chart={chart} layout={layout} />
      <DrawnKey
        label={t("key")}
        items={layout.series.map(({ key, name, count, href }, index) => ({
          key,
          name,
          count: format.number(count),
          href,
          drawn: (
            <>
              <SeriesPatterns chart={`${chart}-key-${index}`} count={index + 1} />
              <rect width="20" height="14" fill={seriesPatternOf(`${chart}-key-${index}`, index)} />
            </>
          ),
        }))}
      />
    </>
  );
}

function StatusView({ figure: { name: chart, layout } }: { figure: BuiltFigure<"status"> }) {
  const t = useTranslations("charts");
  const format = useFormat();
  return (
    <>
      <StatusChart chart={chart} layout={layout} />
      {layout.countries.length > 1 && (
        <>
          <p data-draw="" className="mt-4 text-sm font-semibold">
            {t("countriesTitle")}
          </p>
          <ul className="mt-2 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-4">
            {layout.countries.map((part) => (
              <li key={part.country}>
                <p className="flex justify-between gap-2 text-sm">
                  <span data-draw="" className="truncate">
                    {part.name}
                  </span>
                  <strong data-draw="" className="text-right">
                    {format.number(part.total)}
                  </strong>
                </p>
                <SmallStatusCharts chart={chart} layout={layout} part={part} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
