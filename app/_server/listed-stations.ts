import "server-only";
import { readAtHead } from "@/db/access/head";
import { countStations, listStationPoints, listStations } from "@/db/access/station-list";
import type { Actor } from "@/lib/actor";
import { stationsPicture } from "@/lib/picture-stations";
import type { StationView } from "@/lib/station-filter";
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
