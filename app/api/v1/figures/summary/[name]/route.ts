import { figureFile } from "@/app/_server/figure-file";
import { fileRead } from "@/app/_server/route-handlers";

/** The figures of a figure of the summary as a file. */
export const GET = fileRead<{ name: string }>((actor, { url, params }) =>
  figureFile(actor, url, `summary/${params.name}`),
);
