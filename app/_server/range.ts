import "server-only";
import { readRange } from "@/db/access/figures/claim-ranges";
import { readAtHead } from "@/db/access/history/head";
import { rangePicture } from "@/lib/charts/claim-range";
import type { PictureData } from "@/lib/charts/figure";
import type { RangeView } from "@/lib/filters/range-filter";
import type { Actor } from "@/lib/workflow/actor";
import { countedAt } from "./overview";

/** The figures given for a place in words and as a table, for its files. */
export async function readRangePicture(actor: Actor, view: RangeView): Promise<PictureData> {
  const { figure, head } = await readAtHead(actor, view, async () => ({ figure: await readRange(actor, view) }));
  return rangePicture(figure, { ...countedAt(actor, head), view, locale: actor.locale }).data;
}
