import type { ComponentType } from "react";
import { Figure } from "@/components/charts/figure";
import type { BuiltFigure, FigureLayout, SummaryFigureName } from "@/lib/charts/figures";
import { wholeTableHref } from "@/lib/charts/table-view";
import { type SummaryView, summaryFilter } from "@/lib/filters/summary-filter";
import { AnswersSvg } from "./answers-svg";
import { MonthsSvg } from "./months-svg";
import { StatusSvg } from "./status-svg";
import { WeeksSvg } from "./weeks-svg";

type DrawingProps<N extends SummaryFigureName> = {
  layout: FigureLayout<N>;
  /** The page of its whole table. */
  tableHref: string;
};

// Apart from those of the page of charts: what that page's library weighs is not sent with this one.
const DRAWINGS: { readonly [N in SummaryFigureName]: ComponentType<DrawingProps<N>> } = {
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
  const route = summaryFilter.href(`/api/v1/figures/summary/${name}`, view);
  const Drawing: ComponentType<DrawingProps<N>> = DRAWINGS[name];
  return (
    <Figure id={name} level={3} href={summaryFilter.href("/summary", view)} route={route} data={data} {...frame}>
      <Drawing layout={layout} tableHref={wholeTableHref(route)} />
    </Figure>
  );
}
