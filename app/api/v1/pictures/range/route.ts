import { fileRead } from "@/app/_server/boundary";
import { pictureFile } from "@/app/_server/picture-file";
import { readRangePicture } from "@/app/_server/range";
import { rangeFilter, rangePage } from "@/lib/filters/range-filter";

/** The figures that are given for one place, beside what is documented there, as a file. */
export const GET = fileRead((actor, { url }) =>
  pictureFile(actor, url, {
    name: (view) => `range-${view.place.toLowerCase()}`,
    filter: rangeFilter,
    page: rangePage,
    read: readRangePicture,
  }),
);
