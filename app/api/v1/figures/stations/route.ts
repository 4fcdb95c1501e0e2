import { figureFile } from "@/app/_server/figure-file";
import { fileRead } from "@/app/_server/route-handlers";

/** Where the stations of a list are, as a file. */
export const GET = fileRead((actor, { url }) => figureFile(actor, url, "stations"));
