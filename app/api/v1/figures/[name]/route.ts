import { fileRead } from "@/app/_server/boundary";
import { figureFile } from "@/app/_server/figure-file";
import { readFigure } from "@/app/_server/figures";
import { chartsFilter } from "@/lib/charts/charts-filter";
import { CHARTS } from "@/lib/charts/figures";
import { Refusal } from "@/lib/workflow/refusal";

/** The figures of a figure as a file, with what they are and of which revision. */
export const GET = fileRead<{ name: string }>(async (actor, { url, params }) => {
  const chart = CHARTS.find((name) => name === params.name);
  if (!chart) throw Refusal.notFound();
  return figureFile(actor, url, {
    name: chart,
    filter: chartsFilter,
    page: (view) => chartsFilter.href("/charts", { ...view, figure: chart }),
    read: async (reader, view) => (await readFigure(reader, view, chart, new Date())).data,
  });
});
