import { fileRead } from "@/app/_server/boundary";
import { figureFile } from "@/app/_server/figure-file";
import { readSummaryFigure } from "@/db/access/figures/summary-page";
import { SUMMARY_FIGURES } from "@/lib/charts/summary-figures";
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
    read: (reader, view) => readSummaryFigure(reader, view, name),
  });
});
