import { fileRead } from "@/app/_server/boundary";
import { figureFile } from "@/app/_server/figure-file";
import { readListedStations } from "@/app/_server/listed-stations";
import { stationFilter } from "@/lib/filters/station-filter";

/** Where the stations of a list are, as a file. */
export const GET = fileRead((actor, { url }) =>
  figureFile(actor, url, {
    name: "stations",
    filter: stationFilter,
    page: (view) => stationFilter.href("/stations", view),
    read: async (reader, view) => (await readListedStations(reader, view)).data,
  }),
);
