import { figureFile } from "@/app/_server/figure-file";
import { fileRead } from "@/app/_server/route-handlers";

/** How many records begin when, by the lanes of the timeline, as a file. */
export const GET = fileRead((actor, { url }) => figureFile(actor, url, "timeline"));
