import "server-only";
import { readAtHead } from "@/db/access/history/head";
import { countStations, listStationPoints, listStations } from "@/db/access/stations/station-list";
import type { StationView } from "@/lib/filters/station-filter";
import { stationsPicture } from "@/lib/map/stations-figure";
import type { Actor } from "@/lib/workflow/actor";
import { countedAt } from "./overview";

/** A page of the list of stations, and its map in words and figures: for its page and for its files. */
export async function readListedStations(actor: Actor, view: StationView) {
  const { page, points, counts, head } = await readAtHead(actor, view, async () => {
    const [page, points, counts] = await Promise.all([
      listStations(actor, view),
      listStationPoints(actor, view),
      countStations(actor, view),
    ]);
    return { page, points, counts };
  });
  const listed = { points, total: page.total, operators: counts.operator };
  return {
    page,
    points,
    counts,
    data: stationsPicture(listed, view, { ...countedAt(actor, head), locale: actor.locale }),
  };
}
