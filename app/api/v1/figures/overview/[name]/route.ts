import { fileRead } from "@/app/_server/boundary";
import { figureFile } from "@/app/_server/figure-file";
import { readFigure } from "@/app/_server/figures";
import { ANSWER_FIGURES } from "@/lib/charts/figures";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { defineFilter } from "@/lib/filters/filter";
import { Refusal } from "@/lib/workflow/refusal";

/** The first page is of everything. */
const wholeFilter = defineFilter({});

/** The figures of a figure of the first page as a file. */
export const GET = fileRead<{ name: string }>(async (actor, { url, params }) => {
  const name = ANSWER_FIGURES.find((known) => known === params.name);
  if (!name) throw Refusal.notFound();
  return figureFile(actor, url, {
    name,
    filter: wholeFilter,
    page: () => "/",
    read: async (reader) => (await readFigure(reader, dashboardFilter.absent, name, new Date())).data,
  });
});
