import { expect, test } from "vitest";
import { clusterSpans, stepWindow, windowAt, zoomToDate } from "./timeline-window";

const day = (edtf: string, count = 1, lane = "evidence") => ({ lane, date: { edtf, from: edtf, to: edtf }, count });
const month = (edtf: string, to: string) => ({ lane: "evidence", date: { edtf, from: `${edtf}-01`, to }, count: 1 });

test("a window is the calendar's year, quarter, month or day, leap years included", () => {
  expect(windowAt("year", "2022-10-26")).toEqual({ from: "2022-01-01", to: "2022-12-31" });
  expect(windowAt("quarter", "2022-10-26")).toEqual({ from: "2022-10-01", to: "2022-12-31" });
  expect(windowAt("month", "2024-02-10")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(windowAt("day", "2022-10-26")).toEqual({ from: "2022-10-26", to: "2022-10-26" });
});

test("windows follow on each other across the turn of a year and stop at the ends of the calendar", () => {
  expect(stepWindow("quarter", "2022-10-26", 1)).toBe("2023-01-01");
  expect(stepWindow("month", "2022-01-31", -1)).toBe("2021-12-01");
  expect(stepWindow("day", "2022-12-31", 1)).toBe("2023-01-01");
  expect(stepWindow("year", "0001-05-01", -1)).toBe("0001-01-01");
});

test("in the whole, the days of a quarter fall together into one mark with their number", () => {
  const [october, ...rest] = clusterSpans([day("2022-10-26", 3), day("2022-12-05", 9), day("2023-01-02")], "whole");
  expect(october).toMatchObject({ count: 12, span: null, date: { from: "2022-10-01", to: "2022-12-31" } });
  expect(rest).toMatchObject([{ count: 1, span: { date: { edtf: "2023-01-02" } } }]);
});

test("lanes never fall together, and nothing is lost", () => {
  const spans = [day("2022-10-26", 2), day("2022-10-27", 1, "claims"), month("2022-10", "2022-10-31")];
  for (const scale of ["whole", "year", "quarter", "month", "day"] as const) {
    const clusters = clusterSpans(spans, scale);
    expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(new Set(clusters.map(({ lane }) => lane))).toEqual(new Set(["evidence", "claims"]));
  }
});

test("a date wider than the part keeps its own mark, and so does one that is approximate or open", () => {
  const october = month("2022-10", "2022-10-31");
  const about = { lane: "evidence", date: { edtf: "2022-10-05~", from: "2022-10-05", to: "2022-10-05" }, count: 1 };
  const open = { lane: "evidence", date: { edtf: "2022-10-05/..", from: "2022-10-05", to: null }, count: 1 };
  const clusters = clusterSpans([day("2022-10-05"), october, about, open], "year");
  expect(clusters).toHaveLength(4);
});

test("a year is cut in thirds of months", () => {
  const clusters = clusterSpans([day("2024-02-21"), day("2024-02-29"), day("2024-02-20")], "year");
  expect(clusters.map(({ date }) => date.edtf)).toEqual(["2024-02-21/2024-02-29", "2024-02-20"]);
});

test("a mark of several records leads to the closest look that holds its date", () => {
  expect(zoomToDate(day("2022-10-26").date)).toEqual({ scale: "day", from: "2022-10-26" });
  expect(zoomToDate({ edtf: "2022-10", from: "2022-10-01", to: "2022-10-31" })).toEqual({
    scale: "month",
    from: "2022-10-01",
  });
  expect(zoomToDate({ edtf: "2016/2018", from: "2016-01-01", to: "2018-12-31" })).toBeNull();
  expect(zoomToDate({ edtf: "2016/..", from: "2016-01-01", to: null })).toBeNull();
});
