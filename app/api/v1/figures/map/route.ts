import { figureFile } from "@/app/_server/figure-file";
import { fileRead } from "@/app/_server/route-handlers";

/** What the map knows of each country, as a file. */
export const GET = fileRead((actor, { url }) => figureFile(actor, url, "map"));
