import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEdtf } from "../dates/edtf";
import { statusStrip } from "./status-strip";

const report = (edtf: string | null) => ({ asOf: edtf === null ? null : parseEdtf(edtf) });

test("reports lie in the order of their days, and a month is longer than a day", () => {
  const { stretches } = statusStrip([report("2022-09"), report("2022-11-01")], "2026-11-23");
  const [month, day] = stretches;
  expect(month && day && month.to < day.from).toBe(true);
  expect(month && day && month.to - month.from > day.to - day.from).toBe(true);
});

test("a report of unknown date has no place, and without any there is no line", () => {
  expect(statusStrip([report(null)], "2026-11-23")).toEqual({ stretches: [], ticks: [], unit: "year" });
});

test("a long line names years, a short one months, and never too many of them", () => {
  const long = statusStrip([report("2019-11-20"), report("2023-02-01")], "2026-11-23");
  expect(long.ticks.map(({ from }) => from)).toEqual(["2021-01-01", "2022-01-01"]);
  const short = statusStrip([report("2022-09-12"), report("2022-11-01")], "2026-11-23");
  expect(short.ticks.map(({ from }) => from)).toEqual(["2022-09-01", "2022-10-01", "2022-11-01"]);
  expect(statusStrip([report("1950"), report("2023")], "2026-11-23").ticks.length).toBeLessThan(7);
});

test("an open end runs until today", () => {
  const { stretches } = statusStrip([report("2022/.."), report("2023-01-01")], "2023-06-01");
  expect(stretches[0]?.to).toBeGreaterThan(stretches[1]?.to ?? 1);
});

test("no stretch ends before it begins, or outside the line", () => {
  const days = fc
    .date({ min: new Date("1950-01-01"), max: new Date("2026-11-23"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const dates = fc.oneof(
    days,
    days.map((day) => day.slice(0, 7)),
    days.map((day) => `${day}/..`),
    days.map((day) => `../${day}`),
  );
  fc.assert(
    fc.property(fc.array(dates, { minLength: 1, maxLength: 12 }), (drawn) => {
      for (const { from, to } of statusStrip(drawn.map(report), "2026-11-23").stretches) {
        expect(from >= 0 && to >= from && to <= 1).toBe(true);
      }
    }),
  );
});
