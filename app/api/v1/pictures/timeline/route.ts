import { fileRead } from "@/app/_server/boundary";
import { readTimelinePicture } from "@/app/_server/drawn-timeline";
import { pictureFile } from "@/app/_server/picture-file";
import { timelineFilter } from "@/lib/timeline/timeline-filter";

/** How many records begin when, by the lanes of the timeline, as a file. */
export const GET = fileRead((actor, { url }) =>
  pictureFile(actor, url, {
    name: "timeline",
    filter: timelineFilter,
    page: (view) => timelineFilter.href("/timeline", view),
    read: readTimelinePicture,
  }),
);
