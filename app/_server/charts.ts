import "server-only";
import type { ChartsView } from "@/lib/charts/charts-filter";
import type { AnyFigure } from "@/lib/charts/figures";
import { CHARTS, type Chart } from "@/lib/charts/figures";
import { FEW_ROWS, TABLE_ROWS } from "@/lib/charts/table-view";
import type { Actor } from "@/lib/workflow/actor";
import { readFigure } from "./figures";

/** The figures that a view asks for, in their order, each from figures of one state of the dossier. */
export function readCharts(actor: Actor, view: ChartsView, now: Date): Promise<AnyFigure<Chart>[]> {
  const wanted = view.figure === "all" ? CHARTS : [view.figure];
  const rows = wanted.length > 1 ? FEW_ROWS : TABLE_ROWS;
  return Promise.all(wanted.map((chart) => readChart(actor, view, chart, now, rows)));
}

/** A figure whose name only the address knows: its name and its layout are of one figure, which no type can tell. */
export const readChart = (actor: Actor, view: ChartsView, chart: Chart, now: Date, rows?: number) =>
  readFigure(actor, view, chart, now, rows) as Promise<AnyFigure<Chart>>;
