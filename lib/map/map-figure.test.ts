import { expect, test } from "vitest";
import { mapFilter } from "../filters/map-filter";
import { buildMapFigure } from "./map-figure";

const drawn = {
  sees: "published",
  total: 10,
  countries: [
    { country: "IT", coverage: "reported", stations: 9, claimed: 3 },
    { country: "NL", coverage: "reported", stations: 1, claimed: 0 },
    { country: "AT", coverage: "reported", stations: 0, claimed: 2 },
    { country: "IS", coverage: "examined_none_found", stations: 0, claimed: 0 },
  ],
} as const;
const context = { locale: "en", now: new Date("2026-01-02T03:04:05Z"), head: { seq: 7, hash: "sha256:aa" } } as const;
const viewOf = (query: string) => mapFilter.parse(new URLSearchParams(query)).value;

test("the finding says the three kinds and where most is", () => {
  const { finding, revision, asOf } = buildMapFigure(drawn, viewOf(""), context);
  expect(finding).toBe(
    "3 countries have a report of a station; in 1 somebody looked and found none; 246 were not examined. 10 stations are on file here. Italy has the most (9).",
  );
  expect([revision, asOf]).toEqual([context.head, "2026-01-02T03:04:05.000Z"]);
});

test("the table has a number only where there is one: what nobody examined is no zero", () => {
  const { table } = buildMapFigure(drawn, viewOf("country=IT&country=IS&country=FR"), context);
  expect(table.rows.map(({ key, cells }) => [key, cells[2]])).toEqual([
    ["IT", { value: 9, text: "9", href: "/stations?country=IT" }],
    ["NL", expect.objectContaining({ value: 1 })],
    ["AT", expect.objectContaining({ value: 0 })],
    ["IS", { value: null, missing: "none_found", text: "Examined, none found" }],
    ["FR", { value: null, missing: "not_examined", text: "Not examined" }],
  ]);
});

test("of a part of the map are the countries with a station in it; what was examined is said of all", () => {
  const { table, finding, definition } = buildMapFigure(drawn, viewOf("box=1,2,3,4"), context);
  expect(table.rows.map(({ key, cells }) => [key, cells[2]?.href])).toEqual([
    ["IT", "/stations?country=IT&box=1%2C2%2C3%2C4"],
    ["NL", "/stations?country=NL&box=1%2C2%2C3%2C4"],
  ]);
  expect(table.columns.at(-1)?.header).toBe("Claims that there is one, in the whole country");
  expect(finding).toBe(
    "2 countries have a station on file in this part of the map, 10 in all. Of all countries of the view, in this part or not: in 1 somebody looked and found none; 246 were not examined. Italy has the most (9).",
  );
  expect(definition).toContain("in this part or not");
  const nothing = { ...drawn, total: 0, countries: drawn.countries.map((row) => ({ ...row, stations: 0 })) };
  expect(buildMapFigure(nothing, viewOf("box=1,2,3,4"), context).finding).toMatch(/^No country has a station/);
});

test("in Dutch the figure is in Dutch", () => {
  const { title, finding } = buildMapFigure(drawn, viewOf(""), { ...context, locale: "nl" });
  expect(title).toBe("Wat gemeld is, land voor land");
  expect(finding).toMatch(/^Over 3 landen zijn locaties gemeld/);
});
