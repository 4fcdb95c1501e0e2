import { expect, test } from "vitest";
import { addDays } from "../dates/days";
import { dashboardFilter } from "../filters/dashboard-filter";
import { layoutStatus } from "./status-layout";
import { statusTable } from "./status-table";

const stepsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    day: addDays("2015-01-03", at * 2),
    counts: [
      { status: "reported" as const, count: at + 1 },
      ...(at > 9 ? [{ status: "denied" as const, count: Math.floor(at / 10) }] : []),
    ],
  }));
const draw = (count: number) =>
  layoutStatus(
    { steps: stepsOf(count), countries: [{ country: "IT", steps: stepsOf(count) }], undated: 0 },
    dashboardFilter.absent,
    "2026-01-01",
    "en",
  );
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

test("as many changes as can be told apart are drawn each for itself", () => {
  const { points, cut, countries } = draw(120);
  expect(cut).toBeNull();
  // And the end of the view.
  expect([points.length, countries[0]?.points.length]).toEqual([121, 121]);
});

test("of more changes the first is drawn and the last of each stretch of time, as the state was on that day", () => {
  const steps = stepsOf(1500);
  const { points, marks, cut, labels, countries } = draw(1500);
  expect(cut?.count).toBe(1500);
  expect(cut?.shown).toBeLessThanOrEqual(41);
  expect(points).toHaveLength((cut?.shown ?? 0) + 1);
  expect(countries[0]?.points).toEqual(points);
  for (const { at, counts } of points.slice(0, -1)) {
    const step = steps.find(({ day }) => day === dayOf(at));
    expect(Object.entries(counts)).toEqual(step?.counts.map(({ status, count }) => [status, count]));
  }
  expect(dayOf(points[0]?.at ?? 0)).toBe("2015-01-03");
  expect(labels.map(({ status, count }) => [status, count])).toEqual([
    ["reported", 1500],
    ["denied", 149],
  ]);
  // A mark says since when, and leads to the stations of its own day.
  const last = marks.filter(({ status }) => status === "reported").at(-1);
  expect(last?.description).toMatch(/“Reported” 1500, on .+ \d+, of 1649 stations in all/);
  expect(last?.href).toBe(`/stations?status=reported&to=${steps.at(-1)?.day}`);
});

test("of the table as many rows are made as are asked for, and all are counted", () => {
  const figure = { steps: stepsOf(30), countries: [{ country: "IT", steps: stepsOf(30) }], undated: 0 };
  const whole = statusTable(figure, dashboardFilter.absent, "en");
  expect([whole.rows.length, whole.total]).toEqual([60, 60]);
  for (const most of [0, 10, 30, 45]) {
    const { rows, total } = statusTable(figure, dashboardFilter.absent, "en", most);
    expect([rows, total]).toEqual([whole.rows.slice(0, most), 60]);
  }
});
