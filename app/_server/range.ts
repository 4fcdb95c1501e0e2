import "server-only";
import { readRange } from "@/db/access/figures/claim-ranges";
import { newsroomZone } from "@/db/newsroom";
import { buildRangeFigure } from "@/lib/charts/claim-range";
import type { FigureData } from "@/lib/charts/figure";
import { type RangeView, rangeFilter } from "@/lib/filters/range-filter";
import type { Actor } from "@/lib/workflow/actor";
import { figureOfKept } from "./kept-figure";
import { figureContext } from "./overview";

/**
 * The figures given for a place in words and as a table, for its files.
 * @param rows of the table, the first; all when absent
 */
export async function readRangeFigure(actor: Actor, view: RangeView, rows?: number): Promise<FigureData> {
  const range = await readRange(actor, view);
  return figureOfKept(range, actor, rangeFilter.toQuery(view), rows, (now) => {
    const context = {
      ...figureContext(actor, range.head, now),
      view,
      locale: actor.locale,
      timeZone: newsroomZone(),
    };
    return buildRangeFigure(range, context).data;
  });
}
