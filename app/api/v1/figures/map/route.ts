import { fileRead } from "@/app/_server/boundary";
import { figureFile } from "@/app/_server/figure-file";

/** What the map knows of each country, as a file. */
export const GET = fileRead((actor, { url }) => figureFile(actor, url, "map"));
