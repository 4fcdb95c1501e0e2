import "server-only";
import { readRange } from "@/db/access/claim-ranges";
import type { Actor } from "@/lib/actor";
import type { PictureData } from "@/lib/picture";
import { rangePicture } from "@/lib/picture-range";
import type { RangeView } from "@/lib/range-filter";
import { readCounted } from "./overview";

/** The figures given for a place in words and as a table, for its files. */
export async function readRangePicture(actor: Actor, view: RangeView): Promise<PictureData> {
  const [figure, counted] = await Promise.all([readRange(actor, view), readCounted(actor)]);
  return rangePicture(figure, { ...counted, view, locale: actor.locale }).data;
}
