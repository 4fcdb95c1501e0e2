import type { ComponentType } from "react";
import { Figure } from "@/components/charts/figure";
import type { BuiltFigure, FigureLayout, SummaryFigureName } from "@/lib/charts/figures";
import { type SummaryView, summaryFilter } from "@/lib/filters/summary-filter";
import { AnswersSvg } from "./answers-svg";
import { MonthsSvg } from "./months-svg";
import { StatusSvg } from "./status-svg";
import { WeeksSvg } from "./weeks-svg";

// Apart from those of the page of charts: what that page's library weighs is not sent with this one.
const DRAWINGS: { readonly [N in SummaryFigureName]: ComponentType<{ layout: FigureLayout<N> }> } = {
  answers: AnswersSvg,
  months: MonthsSvg,
  steps: StatusSvg,
  weeks: WeeksSvg,
};

type Props<N extends SummaryFigureName> = {
  figure: BuiltFigure<N>;
  view: SummaryView;
  isCompact?: boolean;
  isClosed?: boolean;
};

/** A figure of the summary, drawn by the server, with its table, its files and its records. */
export function SummaryFigure<N extends SummaryFigureName>({ figure, view, ...frame }: Props<N>) {
  const { name, data, layout } = figure;
  const Drawing: ComponentType<{ layout: FigureLayout<N> }> = DRAWINGS[name];
  return (
    <Figure
      id={name}
      level={3}
      href={summaryFilter.href("/summary", view)}
      route={summaryFilter.href(`/api/v1/figures/summary/${name}`, view)}
      data={data}
      {...frame}
    >
      <Drawing layout={layout} />
    </Figure>
  );
}
