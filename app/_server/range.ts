import "server-only";
import { readRange } from "@/db/access/claim-ranges";
import { readAtHead } from "@/db/access/head";
import type { Actor } from "@/lib/actor";
import type { PictureData } from "@/lib/picture";
import { rangePicture } from "@/lib/picture-range";
import type { RangeView } from "@/lib/range-filter";
import { countedAt } from "./overview";

/** The figures given for a place in words and as a table, for its files. */
export async function readRangePicture(actor: Actor, view: RangeView): Promise<PictureData> {
  const { figure, head } = await readAtHead(actor, view, async () => ({ figure: await readRange(actor, view) }));
  return rangePicture(figure, { ...countedAt(actor, head), view, locale: actor.locale }).data;
}
