import { figureFile } from "@/app/_server/figure-file";
import { fileRead } from "@/app/_server/route-handlers";

/** The figures that are given for one place, beside what is documented there, as a file. */
export const GET = fileRead((actor, { url }) => figureFile(actor, url, "range"));
