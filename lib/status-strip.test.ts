import { expect, test } from "vitest";
import { parseEdtf } from "./edtf";
import { statusStrip } from "./status-strip";

const report = (edtf: string | null) => ({ asOf: edtf === null ? null : parseEdtf(edtf) });

test("reports lie in the order of their days, and a month is longer than a day", () => {
  const { stretches } = statusStrip([report("2022-09"), report("2022-11-01")], "2026-11-23");
  const [month, day] = stretches;
  expect(month && day && month.to < day.from).toBe(true);
  expect(month && day && month.to - month.from > day.to - day.from).toBe(true);
});

test("a report of unknown date has no place, and without any there is no line", () => {
  expect(statusStrip([report(null)], "2026-11-23")).toEqual({ stretches: [], years: [] });
});

test("the line names the years that begin on it", () => {
  const { years } = statusStrip([report("2021-11-20"), report("2023-02-01")], "2026-11-23");
  expect(years.map(({ year }) => year)).toEqual([2022, 2023]);
});

test("an open end runs until today", () => {
  const { stretches } = statusStrip([report("2022/.."), report("2023-01-01")], "2023-06-01");
  expect(stretches[0]?.to).toBeGreaterThan(stretches[1]?.to ?? 1);
});
