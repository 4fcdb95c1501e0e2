import "server-only";
import { newsroomZone } from "@/db/newsroom";
import { type FigureData, firstRows } from "@/lib/charts/figure";
import { TABLE_ROWS } from "@/lib/charts/table-view";
import { dayIn } from "@/lib/dates/time-zone";
import { makeOnce } from "@/lib/text/make-once";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/**
 * A figure of an answer that is kept: its words and first rows are made once for as long as the answer stays. A whole table is
 * many times as large as what it is made of, and is made when it is asked for.
 * @param view all that the figure depends on beside its reader
 * @param rows of its table, the first; all when absent
 */
export function figureOfKept(
  answer: object,
  actor: Actor,
  view: string,
  rows: number | undefined,
  make: (now: Date) => FigureData,
): FigureData {
  const now = new Date();
  const firstOf = (most: number) => {
    const data = make(now);
    return { ...data, table: firstRows(data.table, most) };
  };
  if (rows === undefined || rows > TABLE_ROWS) return firstOf(rows ?? Number.POSITIVE_INFINITY);
  const key = JSON.stringify([
    "figure",
    view,
    rows,
    actor.locale,
    may(actor, "read drafts"),
    dayIn(now, newsroomZone()),
  ]);
  return { ...makeOnce(answer, key, () => firstOf(rows)), asOf: now.toISOString() };
}
