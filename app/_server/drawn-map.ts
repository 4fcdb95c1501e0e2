import "server-only";
import { readAtHead } from "@/db/access/head";
import { type MapDrawn, readMap } from "@/db/access/map";
import type { Actor } from "@/lib/actor";
import type { MapView } from "@/lib/map-filter";
import type { PictureData } from "@/lib/picture";
import { mapPicture } from "@/lib/picture-map";

/** What the map draws, and the same in words and figures: for its page and for its files. */
export async function readDrawnMap(actor: Actor, view: MapView): Promise<{ drawn: MapDrawn; data: PictureData }> {
  const { drawn, head } = await readAtHead(actor, view, async () => ({ drawn: await readMap(actor, view) }));
  return { drawn, data: mapPicture(drawn, view, { locale: actor.locale, now: new Date(), head }) };
}
