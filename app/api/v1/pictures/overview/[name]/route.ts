import { fileRead } from "@/app/_server/boundary";
import { readAnswersPicture } from "@/app/_server/overview";
import { pictureFile } from "@/app/_server/picture-file";
import { ANSWER_PICTURES } from "@/lib/charts/answers";
import { defineFilter } from "@/lib/filters/filter";
import { Refusal } from "@/lib/workflow/refusal";

/** The first page is of everything. */
const wholeFilter = defineFilter({});

/** The figures of a picture of the first page as a file. */
export const GET = fileRead<{ name: string }>(async (actor, { url, params }) => {
  const name = ANSWER_PICTURES.find((known) => known === params.name);
  if (!name) throw Refusal.notFound();
  return pictureFile(actor, url, {
    name,
    filter: wholeFilter,
    page: () => "/",
    read: (reader) => readAnswersPicture(reader, name),
  });
});
