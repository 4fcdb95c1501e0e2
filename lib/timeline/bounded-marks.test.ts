import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../dates/days";
import { boundMarks } from "./bounded-marks";

const dates = fc
  .tuple(fc.nat(9000), fc.nat(900), fc.constantFrom("closed", "from", "to"))
  .map(([start, length, kind]) => {
    const from = kind === "to" ? null : addDays("2004-01-01", start);
    const to = kind === "from" ? null : addDays("2004-01-01", start + length);
    return { edtf: `${from ?? ".."}/${to ?? ".."}`, from, to };
  });
const marks = fc.array(
  fc.record({ lane: fc.constantFrom("claims", "evidence"), date: dates, count: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 400, size: "max" },
);

test("however many dates there are, a figure has so many marks, and each record is in one that holds its date", () => {
  fc.assert(
    fc.property(marks, (given) => {
      const drawn = boundMarks(
        given.map((mark) => ({ ...mark, of: [mark] })),
        ({ lane }, date, count, same) => ({ lane, date, count, of: same.flatMap(({ of }) => of) }),
      );
      expect(drawn.length).toBeLessThanOrEqual(2 * 48);
      expect(drawn.flatMap(({ of }) => of)).toHaveLength(given.length);
      for (const { lane, date, count, of } of drawn) {
        expect(count).toBe(of.reduce((sum, one) => sum + one.count, 0));
        for (const one of of) {
          expect(one.lane).toBe(lane);
          expect(date.from === null || date.from <= (one.date.from ?? "")).toBe(true);
          expect(date.to === null || date.to >= (one.date.to ?? "~")).toBe(true);
        }
      }
      if (given.length <= 48) expect(drawn).toHaveLength(given.length);
    }),
    { numRuns: 25 },
  );
});
