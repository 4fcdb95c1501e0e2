import { figureFile } from "@/app/_server/figure-file";
import { fileRead } from "@/app/_server/route-handlers";

/** The figures of a figure as a file, with what they are and of which revision. */
export const GET = fileRead<{ name: string }>((actor, { url, params }) => figureFile(actor, url, params.name));
