import "server-only";
import { type MapDrawn, readMapAtRevision } from "@/db/access/map/map";
import type { FigureData } from "@/lib/charts/figure";
import type { MapView } from "@/lib/filters/map-filter";
import { buildMapFigure } from "@/lib/map/map-figure";
import { encodeMapSpots, type MapSpots } from "@/lib/map/map-spots";
import type { Actor } from "@/lib/workflow/actor";

/** What the map draws, and the same in words and figures: for its page and for its files. */
export async function readDrawnMap(actor: Actor, view: MapView): Promise<{ drawn: MapDrawn; data: FigureData }> {
  const { drawn, head } = await readMapAtRevision(actor, view);
  return { drawn, data: buildMapFigure(drawn, view, { locale: actor.locale, now: new Date(), head }) };
}

/** The places of a view, whatever part of the map is looked at: for the map that moves. */
export async function readMapSpots(actor: Actor, view: MapView): Promise<MapSpots> {
  const { drawn } = await readMapAtRevision(actor, { ...view, box: undefined });
  return encodeMapSpots(drawn.spots, drawn.undrawn);
}
