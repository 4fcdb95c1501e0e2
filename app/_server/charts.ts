import "server-only";
import { type ChartsView, chartsFilter } from "@/lib/charts/charts-filter";
import type { AnyFigure } from "@/lib/charts/figures";
import { CHARTS, type Chart } from "@/lib/charts/figures";
import type { Actor } from "@/lib/workflow/actor";
import { readFigure } from "./figures";

/** The figures that a view asks for, in their order, each from figures of one state of the dossier. */
export function readCharts(actor: Actor, view: ChartsView, now: Date): Promise<AnyFigure<Chart>[]> {
  const wanted = view.figure === "all" ? CHARTS : [view.figure];
  return Promise.all(wanted.map((chart) => readChart(actor, view, chart, now)));
}

/** A figure whose name only the address knows: its name and its layout are of one figure, which no type can tell. */
export const readChart = (actor: Actor, view: ChartsView, chart: Chart, now: Date) =>
  readFigure(actor, view, chart, now) as Promise<AnyFigure<Chart>>;

/** The two figures of the first page: the countries with most stations, and the evidence. */
export async function readOverviewCharts(actor: Actor, now: Date) {
  const view: ChartsView = { ...chartsFilter.absent, sort: "documented" };
  const [stations, evidence] = await Promise.all([
    readFigure(actor, view, "claimed", now),
    readFigure(actor, view, "evidence-kinds", now),
  ]);
  return { view, stations, evidence };
}
