import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEdtf } from "../dates/edtf";
import { layoutTimeline, periodOf, type TimelineEntry } from "./timeline";
import { assignRows } from "./timeline-rows";
import { scaleOf, ticksOf } from "./timeline-scale";

let made = 0;
const entry = (edtf: string | null, lane = "events"): TimelineEntry => ({
  id: `evt-${String(++made).padStart(5, "0")}`,
  lane,
  date: edtf === null ? null : parseEdtf(edtf),
});
const year = { period: { from: "2022-01-01", to: "2022-12-31" }, width: 730 };
const barsOf = (...dates: string[]) =>
  layoutTimeline(
    dates.map((date) => entry(date)),
    year,
  ).lanes[0]?.bars ?? [];

test("a fuzzy date is the span that it is", () => {
  const bars = barsOf("2022-01-01", "2022-02", "2022");
  const spans = bars.map(({ entry: { date }, x, width }) => [date?.edtf, x, width]);
  expect(spans.sort()).toEqual([
    ["2022", 0, 730],
    ["2022-01-01", 0, 6],
    ["2022-02", 62, 56],
  ]);
});

test("open, cut, approximate and uncertain ends are told apart", () => {
  const flags = (date: string) => {
    const [bar] = barsOf(date);
    return Object.entries(bar ?? {}).flatMap(([name, value]) => (value === true ? [name] : []));
  };
  expect(flags("2022-10/..")).toEqual(["openEnd"]);
  expect(flags("../2022-03")).toEqual(["openStart"]);
  expect(flags("2016/2024")).toEqual(["beginsBefore", "endsAfter"]);
  expect(flags("2022-10~")).toEqual(["approximate"]);
  expect(flags("2022-10?")).toEqual(["uncertain"]);
  expect(flags("2022-10%")).toEqual(["approximate", "uncertain"]);
});

test("undated entries are listed, never placed, and those outside the period are counted", () => {
  const nobodyKnows = entry(null);
  const timeline = layoutTimeline([nobodyKnows, entry("2014"), entry("2023-06"), entry("2024")], year);
  expect(timeline).toMatchObject({ undated: [nobodyKnows], before: 1, after: 2, lanes: [] });
});

test("lanes stand in the order wished for, empty ones too", () => {
  const entries = [entry("2022", "zebra"), entry("2022", "claims"), entry("2022", "apple")];
  const { lanes } = layoutTimeline(entries, { ...year, lanes: ["reports", "claims"] });
  expect(lanes.map(({ lane, rows }) => [lane, rows])).toEqual([
    ["reports", 0],
    ["claims", 1],
    ["apple", 1],
    ["zebra", 1],
  ]);
});

test("the last day of the period is drawn within it", () => {
  const [bar] = barsOf("2022-12-31");
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBe(730);
});

test("the period of the entries holds every known day", () => {
  expect(periodOf([entry("2016/.."), entry(null), entry("2022-10")])).toEqual({
    from: "2016-01-01",
    to: "2022-10-31",
  });
  expect(periodOf([entry(null)])).toBeNull();
});

const ticks = (from: string, to: string, width: number) => ticksOf(scaleOf({ from, to }, width));
test.each([
  ["2022-10-01", "2022-10-07", 700, "day", 1, "2022-10-01"],
  ["2022-01-15", "2022-12-31", 900, "month", 1, "2022-02-01"],
  ["2020-02-01", "2022-12-31", 900, "quarter", 1, "2020-04-01"],
  ["2014-06-01", "2024-12-31", 900, "year", 1, "2015-01-01"],
  ["1900-01-01", "2024-12-31", 900, "year", 10, "1900-01-01"],
])("from %s to %s on %d px the ticks are each %s (%d), the first on %s", (from, to, width, unit, step, first) => {
  const found = ticks(from, to, width);
  expect([found.unit, found.step, found.ticks[0]?.day]).toEqual([unit, step, first]);
});

test("a period that ends before it begins is refused", () => {
  expect(() => ticks("2022-02-01", "2022-01-31", 100)).toThrow(RangeError);
});

const days = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const dates = fc.oneof(
  days,
  days.map((d) => d.slice(0, 7)),
  days.map((d) => d.slice(0, 4)),
  days.map((d) => `${d}/..`),
  fc.constant(null),
);

test("bars of one row never touch, none leaves the paper, none is lost, and the order changes nothing", () => {
  const lanes = fc.constantFrom("a", "b");
  fc.assert(
    fc.property(fc.array(fc.tuple(dates, lanes), { maxLength: 40 }), fc.tuple(days, days), (drawn, ends) => {
      const [from = "", to = ""] = [...ends].sort();
      const options = { period: { from, to }, width: 600 };
      const entries = drawn.map(([date, lane]) => entry(date, lane));
      const timeline = layoutTimeline(entries, options);
      const bars = timeline.lanes.flatMap((lane) => lane.bars);
      expect(bars.length + timeline.undated.length + timeline.before + timeline.after).toBe(entries.length);
      for (const bar of bars) expect(bar.x >= 0 && bar.width > 0 && bar.x + bar.width <= 600.11).toBe(true);
      for (const lane of timeline.lanes) {
        for (let row = 0; row < lane.rows; row += 1) {
          const inRow = lane.bars.filter((bar) => bar.row === row);
          expect(inRow.length).toBeGreaterThan(0);
          for (const [index, bar] of inRow.entries()) {
            const next = inRow[index + 1];
            if (next) expect(next.x).toBeGreaterThanOrEqual(bar.x + bar.width);
          }
        }
      }
      expect(layoutTimeline([...entries].reverse(), options).lanes).toEqual(timeline.lanes);
    }),
  );
});

test("ticks lie within the paper and keep their distance", () => {
  fc.assert(
    fc.property(days, days, fc.integer({ min: 200, max: 2000 }), (a, b, width) => {
      const [from = "", to = ""] = [a, b].sort();
      const { ticks: found } = ticks(from, to, width);
      for (const [index, tick] of found.entries()) {
        expect(tick.x >= 0 && tick.x <= width).toBe(true);
        const next = found[index + 1];
        if (next) expect(next.x - tick.x).toBeGreaterThanOrEqual(55.8);
      }
    }),
  );
});

test("ten thousand entries are all placed", () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    entry(`2022-${String((n % 12) + 1).padStart(2, "0")}`, `lane-${n % 5}`),
  );
  const { lanes } = layoutTimeline(many, year);
  expect(lanes.reduce((sum, lane) => sum + lane.bars.length, 0)).toBe(10_000);
});

test("ten times as many bars are looked at ten times as often, but for their sorting", () => {
  const looksPerBar = (count: number) => {
    let looks = 0;
    const bars = Array.from({ length: count }, (_, n) => ({
      get x() {
        looks += 1;
        return (n * 37) % 700;
      },
      width: 6 + (n % 60),
      entry: { id: String(n) },
    }));
    expect(assignRows(bars, 2).bars).toHaveLength(count);
    return looks / count;
  };
  expect(looksPerBar(10_000)).toBeLessThan(2 * looksPerBar(1000));
});
