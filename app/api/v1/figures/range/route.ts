import { fileRead } from "@/app/_server/boundary";
import { figureFile } from "@/app/_server/figure-file";

/** The figures that are given for one place, beside what is documented there, as a file. */
export const GET = fileRead((actor, { url }) => figureFile(actor, url, "range"));
