import fc from "fast-check";
import { expect, test } from "vitest";
import { countRecordsByCountry, countryLanes, lanesOf, MOST_COUNTRIES } from "./timeline-countries";
import { countPeriods, countWithin, edtfOf, unitOf } from "./timeline-figures";

const day = fc.integer({ min: 14_000, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const period = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

test("every record that touches a period is counted once, whatever the period", () => {
  const span = fc.record({
    lane: fc.constantFrom("events", "claims"),
    date: period.map((own) => ({ edtf: "", ...own })),
    count: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(span), period, (spans, shown) => {
      const rows = countPeriods(spans, shown);
      const sum = rows.flatMap(({ counts }) => Object.values(counts)).reduce((a, b) => a + b, 0);
      const touching = spans.filter(({ date }) => date.from <= shown.to && date.to >= shown.from);
      expect(sum).toBe(touching.reduce((total, { count }) => total + count, 0));
      expect(countWithin(spans, shown)).toBe(sum);
      expect(rows.length).toBeLessThanOrEqual(201);
      expect(rows[0]?.from && rows[0].from <= shown.from).toBe(true);
      expect((rows.at(-1)?.to ?? "") >= shown.to).toBe(true);
    }),
  );
});

test("a part without records has a row with nothing in it", () => {
  const spans = [{ lane: "events", date: { edtf: "2022-10-26", from: "2022-10-26", to: "2022-10-26" }, count: 2 }];
  const rows = countPeriods(spans, { from: "2022-09-01", to: "2022-11-30" });
  expect(rows.map(({ from, counts }) => [from, counts])).toEqual([
    ["2022-09-01", {}],
    ["2022-10-01", { events: 2 }],
    ["2022-11-01", {}],
  ]);
});

test("parts and periods are described as they are", () => {
  expect(unitOf({ from: "2022-10-01", to: "2022-10-31" })).toBe("day");
  expect(unitOf({ from: "2022-01-01", to: "2022-12-31" })).toBe("month");
  expect(unitOf({ from: "1990-01-01", to: "2022-12-31" })).toBe("year");
  expect(edtfOf({ from: "2022-01-01", to: "2022-12-31" })).toBe("2022");
  expect(edtfOf({ from: "2024-02-01", to: "2024-02-29" })).toBe("2024-02");
  expect(edtfOf({ from: "2022-10-01", to: "2022-12-31" })).toBe("2022-10-01/2022-12-31");
});

test("the countries with most records have lanes, the others share one, and what is about none has its own", () => {
  const records = ["IT", "IT", "NL", "", "NL", "NL"].map((code) => ({ countries: code ? [code] : [] }));
  const counts = countRecordsByCountry([...records, { countries: ["CA", "IT"] }]);
  expect(countryLanes(counts)).toEqual(["IT", "NL", "CA", "nowhere"]);
  const many = new Map(Array.from({ length: 12 }, (_, n) => [`A${String.fromCharCode(65 + n)}`, 1]));
  const lanes = countryLanes(many);
  expect(lanes).toHaveLength(MOST_COUNTRIES + 1);
  expect(lanesOf(["AA", "AL", "AK"], lanes)).toEqual(["AA", "others"]);
  expect(lanesOf([], lanes)).toEqual(["nowhere"]);
});
