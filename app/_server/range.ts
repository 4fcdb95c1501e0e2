import "server-only";
import { readRange } from "@/db/access/figures/claim-ranges";
import { readWithRevision } from "@/db/access/history/revision-ref";
import { newsroomZone } from "@/db/newsroom";
import { buildRangeFigure } from "@/lib/charts/claim-range";
import type { FigureData } from "@/lib/charts/figure";
import type { RangeView } from "@/lib/filters/range-filter";
import type { Actor } from "@/lib/workflow/actor";
import { figureContext } from "./overview";

/** The figures given for a place in words and as a table, for its files. */
export async function readRangeFigure(actor: Actor, view: RangeView): Promise<FigureData> {
  const { figure, head } = await readWithRevision(actor, view, async () => ({
    figure: await readRange(actor, view),
  }));
  return buildRangeFigure(figure, {
    ...figureContext(actor, head),
    view,
    locale: actor.locale,
    timeZone: newsroomZone(),
  }).data;
}
