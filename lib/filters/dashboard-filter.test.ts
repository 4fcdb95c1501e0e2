import { expect, test } from "vitest";
import { DASHBOARD_FILTER_FIELDS, dashboardFilter } from "./dashboard-filter";
import { defineFilter } from "./filter";
import { choiceField } from "./filter-field";

const read = (query: string) => dashboardFilter.parse(new URLSearchParams(query));

test("nothing asked is everything that the reader may see, at any time and anywhere", () => {
  expect(read("")).toEqual({
    value: { from: undefined, to: undefined, country: { any: [], without: [] }, records: "all", box: undefined },
    problems: [],
  });
});

test("a box may cross the date line, and comes back from its own address", () => {
  const { value, problems } = read("box=170,-50,-170.5,-10&records=published&not.country=nl");
  expect(problems).toEqual([]);
  expect(value.box).toEqual({ west: 170, south: -50, east: -170.5, north: -10 });
  expect(value.country).toEqual({ any: [], without: ["NL"] });
  expect(read(dashboardFilter.toQuery(value)).value).toEqual(value);
});

test.each([
  ["box=0,0,10", "box", "wrongBox"],
  ["box=0,10,10,0", "box", "wrongBox"],
  ["box=-181,0,10,10", "box", "wrongBox"],
  ["box=0,0,10,91", "box", "wrongBox"],
  ["box=0,0,ten,10", "box", "wrongBox"],
  ["box=NaN,0,1,1", "box", "wrongBox"],
  ["from=2022-13-01", "from", "notADay"],
  ["to=2022", "to", "notADay"],
  ["records=drafts", "records", "unknownValue"],
  ["country=XX", "country", "unknownValue"],
])("%s is a problem of %s (%s) and narrows nothing", (query, key, reason) => {
  expect(read(query)).toMatchObject({ value: dashboardFilter.absent, problems: [{ key, reason }] });
});

test("a page's own filter takes the view along and adds to it", () => {
  const own = defineFilter({ ...DASHBOARD_FILTER_FIELDS, sort: choiceField(["claimed", "documented"]) });
  const { value } = own.parse(new URLSearchParams("country=IT&to=2022-12-31&sort=documented"));
  expect(own.toQuery(value)).toBe("to=2022-12-31&country=IT&sort=documented");
});
