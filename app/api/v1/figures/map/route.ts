import { fileRead } from "@/app/_server/boundary";
import { readDrawnMap } from "@/app/_server/drawn-map";
import { figureFile } from "@/app/_server/figure-file";
import { mapFilter } from "@/lib/filters/map-filter";

/** What the map knows of each country, as a file. */
export const GET = fileRead((actor, { url }) =>
  figureFile(actor, url, {
    name: "map",
    filter: mapFilter,
    page: (view) => mapFilter.href("/map", view),
    read: async (reader, view) => (await readDrawnMap(reader, view)).data,
  }),
);
