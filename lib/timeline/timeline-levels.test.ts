import fc from "fast-check";
import { expect, test } from "vitest";
import { heightsOf, markAt, markBox, pixelsADay, placedMarks, rowsIn, type StageFrame } from "./timeline-geometry";
import { buildLevels, type Dated, levelFor, MOST_ROWS, SPOT_WIDTH } from "./timeline-levels";
import { keepViewIn, type TimeView, zoomViewBy } from "./timeline-view";

const LANES = ["a", "b", "empty"];
const span = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 41, max: 3000 }) },
);
const entry: fc.Arbitrary<Dated> = fc
  .record({
    lane: fc.constantFrom("a", "b"),
    from: fc.integer({ min: 15_000, max: 19_500 }),
    span,
    open: fc.constantFrom("no", "no", "no", "no", "start", "end"),
    soft: fc.boolean(),
  })
  .map(({ lane, from, span: days, open, soft }) => ({
    lane,
    from: open === "start" ? Number.NEGATIVE_INFINITY : from,
    to: open === "end" ? Number.POSITIVE_INFINITY : from + days,
    soft: soft && days > 20,
  }));
const entries = fc.array(entry, { maxLength: 250 });
/** A place in the whole (0 to 1) and how much of it is shown, down to a day. */
const look = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  zoom: fc.double({ min: 0, max: 13, noNaN: true }),
});

function frameOf(list: readonly Dated[], { at, zoom }: { at: number; zoom: number }, width = 1000): StageFrame {
  const levels = buildLevels(list, LANES);
  const whole = { start: levels.start, end: levels.end };
  const middle = whole.start + (whole.end - whole.start) * at;
  const days = (whole.end - whole.start) / 2 ** zoom;
  const view = keepViewIn(whole, { start: middle - days / 2, end: middle + days / 2 });
  const level = levelFor(levels, pixelsADay({ view, width }));
  return { view, width, level, ...heightsOf(rowsIn({ view, width, level })) };
}

test("every level holds every entry of its lane, once", () => {
  fc.assert(
    fc.property(entries, (list) => {
      for (const { lanes } of buildLevels(list, LANES).levels) {
        for (const { lane, marks } of lanes) {
          const held = marks.flatMap((mark) => mark.entries).sort((a, b) => a - b);
          expect(held).toEqual(list.flatMap((one, index) => (one.lane === lane ? [index] : [])));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("the times that claims speak of stand in rows of their own below what was said, which is counted alone", () => {
  const some = fc.tuple(entry, fc.boolean()).map(([one, spoken]): Dated => ({ ...one, spoken }));
  fc.assert(
    fc.property(fc.array(some, { maxLength: 120 }), (list) => {
      for (const { lanes } of buildLevels(list, LANES).levels) {
        for (const { marks } of lanes) {
          for (const { entries, spoken } of marks) {
            expect(entries.map((index) => list[index]?.spoken)).toEqual(entries.map(() => spoken));
          }
          const rowsOf = (wanted: boolean) => marks.filter(({ spoken }) => spoken === wanted).map(({ row }) => row);
          expect(Math.min(...rowsOf(true))).toBeGreaterThan(Math.max(-1, ...rowsOf(false)));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("no two marks of a row reach into each other, at any level, and no lane outgrows its room", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const levels = buildLevels(list, LANES);
      for (const { lanes } of levels.levels) {
        for (const { marks, rows } of lanes) {
          expect(rows).toBeLessThanOrEqual(MOST_ROWS);
          for (let row = 0; row < rows; row += 1) {
            const own = marks.filter((mark) => mark.row === row).sort((a, b) => a.start - b.start);
            own.forEach((mark, index) => {
              expect(mark.start).toBeLessThan(mark.end);
              expect(mark.start).toBeGreaterThanOrEqual(own[index - 1]?.end ?? Number.NEGATIVE_INFINITY);
            });
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a mark says the first and the last day of its entries, and stands where they are", () => {
  fc.assert(
    fc.property(entries, (list) => {
      for (const { lanes } of buildLevels(list, LANES).levels) {
        for (const mark of lanes.flatMap(({ marks }) => marks)) {
          const own = mark.entries.map((index) => list[index] as Dated);
          expect(mark.from).toBe(Math.min(...own.map(({ from }) => from)));
          expect(mark.to).toBe(Math.max(...own.map(({ to }) => to)));
          expect(mark.start).toBeLessThanOrEqual(Math.max(mark.from, mark.start));
          if (Number.isFinite(mark.to)) expect(mark.end).toBeGreaterThan(mark.to);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("wherever one looks, nothing that happens there is missing, and nothing drawn overlaps", () => {
  fc.assert(
    fc.property(entries, look, (list, where) => {
      fc.pre(list.length > 0);
      const frame = frameOf(list, where);
      const placed = placedMarks(frame);
      const shown = new Set(placed.flatMap(({ mark }) => mark.entries));
      // A hundredth of a pixel at the edge is not to be seen.
      const slack = 3 / pixelsADay(frame);
      list.forEach(({ from, to }, index) => {
        if (from < frame.view.end - slack && to + 1 > frame.view.start + slack) expect(shown).toContain(index);
      });
      for (const [index, { box, lane, mark }] of placed.entries()) {
        expect(box.y + box.height).toBeLessThanOrEqual(frame.height);
        for (const other of placed.slice(index + 1)) {
          if (other.lane !== lane || other.mark.row !== mark.row) continue;
          const apart = other.box.x >= box.x + box.width - 0.01 || box.x >= other.box.x + other.box.width - 0.01;
          expect(apart).toBe(true);
        }
      }
    }),
    { numRuns: 120 },
  );
});

test("what was drawn is found where it was drawn, and nothing where there is paper", () => {
  fc.assert(
    fc.property(entries, look, fc.nat({ max: 999 }), fc.nat({ max: 600 }), (list, where, x, y) => {
      fc.pre(list.length > 0);
      const frame = frameOf(list, where);
      const placed = placedMarks(frame);
      for (const one of placed) {
        const { box } = one;
        expect(markAt(placed, box.x + box.width / 2, box.y + box.height / 2)?.mark).toBe(one.mark);
      }
      const isOn = placed.some(
        ({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
      );
      expect(markAt(placed, x, y) !== null).toBe(isOn);
      const found = markAt(placed, x, y, 12);
      if (isOn) expect(found).toEqual(markAt(placed, x, y));
    }),
    { numRuns: 120 },
  );
});

test("zooming and panning change no entry's days: a date is where the axis says", () => {
  const list: Dated[] = [{ lane: "a", from: 19_000, to: 19_029 }];
  const levels = buildLevels(
    [...list, { lane: "b", from: 18_000, to: 18_000 }, { lane: "b", from: 19_500, to: 19_500 }],
    LANES,
  );
  for (const view of [
    { start: 18_990, end: 19_040 },
    { start: 19_000, end: 19_030 },
    { start: 18_900, end: 19_200 },
  ] satisfies TimeView[]) {
    const level = levelFor(levels, 1000 / (view.end - view.start));
    const frame: StageFrame = { view, width: 1000, level, ...heightsOf(rowsIn({ view, width: 1000, level })) };
    const mark = level.lanes[0]?.marks[0];
    const box = mark && markBox(mark, 0, frame);
    expect(box?.x).toBeCloseTo((19_000 - view.start) * pixelsADay(frame), 5);
    expect((box?.x ?? 0) + (box?.width ?? 0) + 2).toBeCloseTo((19_030 - view.start) * pixelsADay(frame), 5);
  }
});

test("a dense day is one mark from afar, and each record for itself when it is close", () => {
  const list = Array.from({ length: 4 }, (): Dated => ({ lane: "a", from: 19_000, to: 19_000 }));
  const all: Dated[] = [...list, { lane: "a", from: 15_000, to: 15_000 }];
  const levels = buildLevels(all, LANES);
  const marksAt = (pixels: number) =>
    (levelFor(levels, pixels).lanes[0]?.marks ?? []).filter(({ from }) => from === 19_000);
  expect(marksAt(0.2).map(({ entries: held }) => held.length)).toEqual([4]);
  expect(marksAt(100).map(({ entries: held, row }) => [held.length, row])).toEqual([
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 3],
  ]);
});

test("a lane is as high as its zoom needs, wherever one pans, and a name where there is nothing", () => {
  const crowd = Array.from({ length: 4 }, (): Dated => ({ lane: "a", from: 19_000, to: 19_000 }));
  const levels = buildLevels([...crowd, { lane: "b", from: 15_000, to: 15_000 }], LANES);
  const at = (start: number, end: number) => {
    const own = { view: { start, end }, width: 1000 };
    return rowsIn({ ...own, level: levelFor(levels, pixelsADay(own)) });
  };
  expect(at(14_000, 20_000)).toEqual([1, 1, 1]);
  expect(at(18_996, 19_004)).toEqual([4, 1, 1]);
  expect(at(14_996, 15_004)).toEqual([4, 1, 1]);
  expect(at(16_000, 16_008)).toEqual([0, 0, 0]);
  const [tall, short, least] = [at(18_996, 19_004), at(14_000, 20_000), at(16_000, 16_008)].map(heightsOf);
  expect(tall?.height).toBeGreaterThan(short?.height ?? 0);
  expect(least?.height).toBeLessThan(110);
});

test("annotations keep their room over a period without records", () => {
  const levels = buildLevels(
    [
      { lane: "notes", from: 19_000, to: 19_000 },
      { lane: "a", from: 15_000, to: 15_000 },
    ],
    ["notes", "a"],
  );
  const own = { view: { start: 18_900, end: 19_100 }, width: 1000 };
  expect(rowsIn({ ...own, level: levelFor(levels, pixelsADay(own)) })).toEqual([1, 0]);
});

test("an open end goes on past the widest view", () => {
  const all: Dated[] = [
    { lane: "a", from: 19_000, to: Number.POSITIVE_INFINITY },
    { lane: "a", from: 15_000, to: 15_000 },
  ];
  const levels = buildLevels(all, LANES);
  const widest = keepViewIn(levels, { start: -1e9, end: 1e9 });
  const open = levels.levels.map(({ lanes }) => lanes[0]?.marks.find(({ to }) => to === Number.POSITIVE_INFINITY));
  for (const mark of open) expect(mark?.end).toBeGreaterThan(widest.end);
});

test("ten times as many entries are looked at ten times as often, and a frame holds what it has room for", () => {
  const levelsOf = (count: number) => {
    let looks = 0;
    const list = Array.from({ length: count }, (_, n): Dated => {
      const from = 14_600 + ((n * 37) % 5000);
      const to = n % 10 === 0 ? from + (n % 400) : from;
      return {
        lane: n % 2 ? "a" : "b",
        get from() {
          looks += 1;
          return from;
        },
        to,
      };
    });
    const levels = buildLevels(list, LANES);
    return { levels, looksPerEntry: looks / count };
  };
  const { levels, looksPerEntry } = levelsOf(10_000);
  expect(looksPerEntry).toBeLessThan(2 * levelsOf(1000).looksPerEntry);
  const whole = { start: levels.start, end: levels.end };
  const room = LANES.length * MOST_ROWS * (1000 / SPOT_WIDTH + 2);
  for (let n = 0; n < 200; n += 1) {
    const view = keepViewIn(whole, zoomViewBy(whole, 1.05 ** n));
    const level = levelFor(levels, 1000 / (view.end - view.start));
    const placed = placedMarks({ view, width: 1000, level, ...heightsOf(rowsIn({ view, width: 1000, level })) });
    expect(placed.length).toBeLessThanOrEqual(room);
  }
});
