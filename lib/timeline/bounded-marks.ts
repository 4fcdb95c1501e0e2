import { monthNumber } from "../dates/days";
import type { FuzzyDate } from "../dates/fuzzy-date";
import { groupBy } from "../text/group-by";
import { memoizeByDay } from "./timeline-window";

/** Marks of all lanes together, of a lane where there are few, and where there are many. */
const MOST_MARKS = 240;
const MOST_OF_LANE = 48;
const LEAST_OF_LANE = 20;

/** Months whose dates fall together, from the finest on. */
const LEVELS = [3, 12, 60, 120, 600, 120_000];

type Join<M> = (first: M, date: FuzzyDate, count: number, same: readonly M[]) => M;

type Mark = { readonly lane: string; readonly date: FuzzyDate; readonly count: number };

/**
 * The same records in so many marks of each lane as a figure can hold: where there are more, dates that begin and end in the
 * same months fall together, first where the fewest records are.
 * @param join several marks as one, made of the first, of a date that holds theirs
 */
export function boundMarks<M extends Mark>(marks: readonly M[], join: Join<M>): M[] {
  const lanes = groupBy(marks, ({ lane }) => lane);
  const most = Math.max(LEAST_OF_LANE, Math.min(MOST_OF_LANE, Math.floor(MOST_MARKS / lanes.size)));
  return [...lanes.values()].flatMap((lane) => boundLane(lane, most, join));
}

function boundLane<M extends Mark>(lane: readonly M[], most: number, join: Join<M>): M[] {
  let marks = [...lane];
  for (const months of LEVELS) {
    if (marks.length <= most) break;
    const partOf = memoizeByDay((day) => String(Math.floor(monthNumber(day) / months)));
    const groups = [
      ...groupBy(marks, ({ date }) =>
        [date.from, date.to].map((day) => (day ? partOf(day) : "..")).join("/"),
      ).values(),
    ].map((same) => ({ same, count: same.reduce((sum, { count }) => sum + count, 0) }));
    let left = marks.length;
    const joined = [...groups]
      .sort((a, b) => a.count - b.count)
      .map(({ same, count }) => {
        const [first, ...others] = same;
        if (!first || others.length === 0 || left <= most) return same;
        left -= others.length;
        return [join(first, dateAround(same), count, same)];
      });
    marks = joined.flat();
  }
  return marks;
}

/** From the first day of the marks to their last; open where theirs are. */
function dateAround(marks: readonly Mark[]): FuzzyDate {
  const days = (side: "from" | "to") => marks.flatMap(({ date }) => date[side] ?? []).sort();
  const [from, to] = [days("from")[0] ?? null, days("to").at(-1) ?? null];
  return { edtf: from === to && from ? from : `${from ?? ".."}/${to ?? ".."}`, from, to };
}
