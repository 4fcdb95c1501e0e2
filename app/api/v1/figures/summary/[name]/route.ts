import { fileRead } from "@/app/_server/boundary";
import { figureFile } from "@/app/_server/figure-file";
import { readFigure } from "@/app/_server/figures";
import { SUMMARY_FIGURES } from "@/lib/charts/figures";
import { summaryFilter } from "@/lib/filters/summary-filter";
import { Refusal } from "@/lib/workflow/refusal";

/** The figures of a figure of the summary as a file. */
export const GET = fileRead<{ name: string }>(async (actor, { url, params }) => {
  const name = SUMMARY_FIGURES.find((known) => known === params.name);
  if (!name) throw Refusal.notFound();
  return figureFile(actor, url, {
    name,
    filter: summaryFilter,
    page: (view) => summaryFilter.href("/summary", view),
    read: async (reader, view) => (await readFigure(reader, view, name, new Date())).data,
  });
});
