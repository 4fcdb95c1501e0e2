import "server-only";
import { readAtHead } from "@/db/access/history/head";
import { type MapDrawn, readMap } from "@/db/access/map/map";
import type { PictureData } from "@/lib/charts/figure";
import type { MapView } from "@/lib/filters/map-filter";
import { mapPicture } from "@/lib/map/map-figure";
import type { Actor } from "@/lib/workflow/actor";

/** What the map draws, and the same in words and figures: for its page and for its files. */
export async function readDrawnMap(actor: Actor, view: MapView): Promise<{ drawn: MapDrawn; data: PictureData }> {
  const { drawn, head } = await readAtHead(actor, view, async () => ({ drawn: await readMap(actor, view) }));
  return { drawn, data: mapPicture(drawn, view, { locale: actor.locale, now: new Date(), head }) };
}
