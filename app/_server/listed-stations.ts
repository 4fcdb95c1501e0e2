import "server-only";
import { countStations, listStationPoints, listStations } from "@/db/access/station-list";
import type { Actor } from "@/lib/actor";
import { stationsPicture } from "@/lib/picture-stations";
import type { StationView } from "@/lib/station-filter";
import { readCounted } from "./overview";

/** A page of the list of stations, and its map in words and figures: for its page and for its files. */
export async function readListedStations(actor: Actor, view: StationView) {
  const [page, points, counts, counted] = await Promise.all([
    listStations(actor, view),
    listStationPoints(actor, view),
    countStations(actor, view),
    readCounted(actor),
  ]);
  const listed = { points, total: page.total, operators: counts.operator };
  return { page, points, counts, data: stationsPicture(listed, view, { ...counted, locale: actor.locale }) };
}
