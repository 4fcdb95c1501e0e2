import { fileRead } from "@/app/_server/boundary";
import { pictureFile } from "@/app/_server/picture-file";
import { readSummaryPicture } from "@/db/access/figures/summary-page";
import { SUMMARY_PICTURES } from "@/lib/charts/summary-pictures";
import { summaryFilter } from "@/lib/filters/summary-filter";
import { Refusal } from "@/lib/workflow/refusal";

/** The figures of a picture of the summary as a file. */
export const GET = fileRead<{ name: string }>(async (actor, { url, params }) => {
  const name = SUMMARY_PICTURES.find((known) => known === params.name);
  if (!name) throw Refusal.notFound();
  return pictureFile(actor, url, {
    name,
    filter: summaryFilter,
    page: (view) => summaryFilter.href("/summary", view),
    read: (reader, view) => readSummaryPicture(reader, view, name),
  });
});
