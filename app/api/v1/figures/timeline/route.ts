import { fileRead } from "@/app/_server/boundary";
import { readTimelineFigure } from "@/app/_server/drawn-timeline";
import { figureFile } from "@/app/_server/figure-file";
import { timelineFilter } from "@/lib/timeline/timeline-filter";

/** How many records begin when, by the lanes of the timeline, as a file. */
export const GET = fileRead((actor, { url }) =>
  figureFile(actor, url, {
    name: "timeline",
    filter: timelineFilter,
    page: (view) => timelineFilter.href("/timeline", view),
    read: readTimelineFigure,
  }),
);
