import "server-only";
import { readWithRevision } from "@/db/access/history/revision-ref";
import { countStations, listStationPoints, listStations } from "@/db/access/stations/station-list";
import type { StationView } from "@/lib/filters/station-filter";
import { buildStationsFigure } from "@/lib/map/stations-figure";
import type { Actor } from "@/lib/workflow/actor";
import { figureContext } from "./overview";

/**
 * A page of the list of stations, and its map in words and figures: for its page and for its files.
 * @param rows of the map's table that a page draws; all for a file
 */
export async function readListedStations(actor: Actor, view: StationView, rows?: number) {
  const { page, points, counts, head } = await readWithRevision(actor, view, async () => {
    // One after the other: in a transaction each of what is kept is counted behind a savepoint of its own.
    const points = await listStationPoints(actor, view);
    const counts = await countStations(actor, view);
    return { page: await listStations(actor, view), points, counts };
  });
  const listed = { points, total: page.total, operators: counts.operator };
  return {
    page,
    points,
    counts,
    data: buildStationsFigure(listed, view, { ...figureContext(actor, head), locale: actor.locale, rows }),
  };
}
