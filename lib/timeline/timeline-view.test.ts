import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEdtf } from "../dates/edtf";
import { decodeTimelineData, encodeTimelineData, type TimelineDataEntry } from "./timeline-data";
import { earlierDay, laterDay, strideOf } from "./timeline-play";
import { brushViewBy, keepViewIn, panViewBy, periodIn, pinchView, viewOf, zoomViewBy } from "./timeline-view";

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const WHOLE = viewOf({ from: "2010-01-01", to: "2024-12-31" });

test("a period becomes a view and the same period again", () => {
  fc.assert(
    fc.property(period, (own) => {
      expect(periodIn(viewOf(own))).toEqual(own);
    }),
  );
});

test("zooming keeps the moment under the pointer, and back again is where it began", () => {
  fc.assert(
    fc.property(period, share, fc.double({ min: 1, max: 4, noNaN: true }), (own, at, factor) => {
      const view = viewOf(own);
      const moment = view.start + (view.end - view.start) * at;
      const out = zoomViewBy(view, 1 / factor, at);
      expect(out.start + (out.end - out.start) * at).toBeCloseTo(moment, 5);
      const back = zoomViewBy(out, factor, at);
      expect(back.start).toBeCloseTo(view.start, 5);
      expect(back.end).toBeCloseTo(view.end, 5);
    }),
  );
});

test("no zoom and no pan leads out of the time that there is, or closer than a day", () => {
  const step = fc.oneof(
    fc.double({ min: 0.01, max: 100, noNaN: true }).map((factor) => ({ factor })),
    fc.double({ min: -50, max: 50, noNaN: true }).map((by) => ({ by })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let view = WHOLE;
      for (const one of steps) {
        view = keepViewIn(WHOLE, "by" in one ? panViewBy(view, one.by) : zoomViewBy(view, one.factor, 0.3));
        expect(view.end - view.start).toBeGreaterThanOrEqual(0.999_999);
        expect(view.end - view.start).toBeLessThanOrEqual((WHOLE.end - WHOLE.start) * 2 + 0.001);
        const { from, to } = periodIn(view);
        expect(from <= to).toBe(true);
        expect(from >= "2002-01-01" && to <= "2032-12-31").toBe(true);
      }
    }),
  );
});

test("two fingers keep the two moments that they hold", () => {
  const view = { start: 100, end: 200 };
  const wider = pinchView(view, [0.4, 0.6], [0.3, 0.7]);
  expect(wider).toEqual({ start: 125, end: 175 });
  expect(wider.start + (wider.end - wider.start) * 0.3).toBeCloseTo(140, 8);
  expect(pinchView(view, [0.5, 0.5], [0.2, 0.8])).toBe(view);
});

test("shift and arrows move one end and leave the other", () => {
  const view = viewOf({ from: "2022-01-01", to: "2022-12-31" });
  expect(brushViewBy(view, "ArrowLeft")).toEqual({ start: view.start, end: view.end - 30 });
  expect(brushViewBy(view, "ArrowRight")).toEqual({ start: view.start, end: view.end + 30 });
  expect(brushViewBy(view, "ArrowDown")).toEqual({ start: view.start + 30, end: view.end });
  const oneDay = viewOf({ from: "2022-01-01", to: "2022-01-01" });
  expect(brushViewBy(oneDay, "ArrowLeft")).toEqual(oneDay);
});

test("playing goes through a period from end to end in few steps, and back", () => {
  fc.assert(
    fc.property(period, (bounds) => {
      let at = bounds.from;
      let steps = 0;
      while (at < bounds.to && steps < 400) {
        const next = laterDay(at, bounds);
        expect(next > at).toBe(true);
        expect(earlierDay(next, bounds) < next).toBe(true);
        at = next;
        steps += 1;
      }
      expect(at).toBe(bounds.to);
      expect(steps).toBeLessThanOrEqual(64);
    }),
  );
});

test("playing stands at the ends of months and years", () => {
  const years = { from: "2010-01-01", to: "2024-06-15" };
  expect(strideOf(years)).toBe("quarter");
  expect(laterDay("2022-10-26", years)).toBe("2022-12-31");
  expect(laterDay("2022-12-31", years)).toBe("2023-03-31");
  expect(earlierDay("2022-12-31", years)).toBe("2022-09-30");
  expect(laterDay("2024-03-31", years)).toBe("2024-06-15");
  expect(laterDay("2024-06-15", years)).toBe("2024-06-15");
  expect(laterDay("2022-02-27", { from: "2022-02-01", to: "2022-03-05" })).toBe("2022-02-28");
});

const texts = [
  "2022-10-26",
  "2022-10",
  "2022",
  "2022-10~",
  "2022?",
  "2016/2018",
  "2016/..",
  "../2019",
  "2022-22",
  "201X",
  "2024-02",
];
const dates = texts.map(parseEdtf).sort((a, b) => ((a.from ?? a.to ?? "") < (b.from ?? b.to ?? "") ? -1 : 1));

test("the timeline data holds every entry as it was, in fewer bytes", () => {
  const made = fc.record({
    lane: fc.constantFrom("events" as const, "claims" as const),
    kind: fc.constantFrom("denial", "asserts"),
    slug: fc.stringMatching(/^[a-z]{1,8}$/),
    on: fc.constantFrom(null, "nl-amsterdam"),
    title: fc.string({ maxLength: 40 }),
    language: fc.constantFrom(null, "nl", "zh-Hans"),
    countries: fc.constantFrom([], ["IT"], ["IT", "CN"]),
  });
  fc.assert(
    fc.property(fc.array(made, { minLength: dates.length, maxLength: dates.length }), (rows) => {
      const entries = rows.map(
        (row, index): TimelineDataEntry => ({
          ...row,
          date: dates[index] as TimelineDataEntry["date"],
          period: row.lane === "claims" ? (dates.at(-index) ?? null) : null,
        }),
      );
      const timelineData = encodeTimelineData(entries, 99);
      expect(decodeTimelineData(JSON.parse(JSON.stringify(timelineData)))).toEqual(entries);
      expect(timelineData.total).toBe(99);
    }),
  );
  const many = Array.from({ length: 1000 }, (_, n): TimelineDataEntry => {
    const date = parseEdtf(new Date(Date.UTC(2012, 0, 1) + n * 86_400_000 * 3).toISOString().slice(0, 10));
    return {
      lane: "evidence",
      kind: "article",
      slug: `src-${n}`,
      on: null,
      title: "",
      language: "nl",
      countries: ["NL"],
      date,
      period: null,
    };
  });
  expect(JSON.stringify(encodeTimelineData(many, 1000)).length / 1000).toBeLessThan(28);
});

test("a long title is cut between two signs, not through one", () => {
  const date = parseEdtf("2022");
  const entry: TimelineDataEntry = {
    lane: "events",
    kind: "court",
    slug: "a",
    on: null,
    title: "福".repeat(200),
    language: null,
    countries: [],
    date,
    period: null,
  };
  const [read] = decodeTimelineData(encodeTimelineData([entry], 1));
  expect(read?.title).toBe(`${"福".repeat(89)}…`);
});
