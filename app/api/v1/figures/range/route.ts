import { fileRead } from "@/app/_server/boundary";
import { figureFile } from "@/app/_server/figure-file";
import { readRangeFigure } from "@/app/_server/range";
import { rangeFilter, rangePage } from "@/lib/filters/range-filter";

/** The figures that are given for one place, beside what is documented there, as a file. */
export const GET = fileRead((actor, { url }) =>
  figureFile(actor, url, {
    name: (view) => `range-${view.place.toLowerCase()}`,
    filter: rangeFilter,
    page: rangePage,
    read: readRangeFigure,
  }),
);
