import "server-only";
import { readWithRevision } from "@/db/access/history/revision-ref";
import { type MapDrawn, readMap } from "@/db/access/map/map";
import type { FigureData } from "@/lib/charts/figure";
import type { MapView } from "@/lib/filters/map-filter";
import { buildMapFigure } from "@/lib/map/map-figure";
import type { Actor } from "@/lib/workflow/actor";

/** What the map draws, and the same in words and figures: for its page and for its files. */
export async function readDrawnMap(actor: Actor, view: MapView): Promise<{ drawn: MapDrawn; data: FigureData }> {
  const { drawn, head } = await readWithRevision(actor, view, async () => ({ drawn: await readMap(actor, view) }));
  return { drawn, data: buildMapFigure(drawn, view, { locale: actor.locale, now: new Date(), head }) };
}
