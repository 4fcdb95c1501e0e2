import { fileRead } from "@/app/_server/boundary";
import { figureFile } from "@/app/_server/figure-file";

/** Where the stations of a list are, as a file. */
export const GET = fileRead((actor, { url }) => figureFile(actor, url, "stations"));
