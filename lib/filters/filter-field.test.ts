import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { STATION_STATUSES } from "../records/status";
import { decodeCursor, encodeCursor } from "./cursor";
import { defineFilter, type FilterValue } from "./filter";
import {
  boxField,
  choiceField,
  choicesField,
  cursorField,
  dayField,
  flagField,
  numberField,
  textField,
} from "./filter-field";

const position = z.tuple([z.string(), z.uuid()]);
const stations = defineFilter({
  q: textField(),
  country: choicesField(COUNTRY_CODES),
  status: choicesField(STATION_STATUSES),
  operator: choicesField(/^[a-z0-9-]+$/),
  from: dayField(),
  contested: flagField(),
  box: boxField(),
  sort: choiceField(["newest", "name"]),
  limit: numberField(1, 100, 25),
  after: cursorField(position),
});
type View = FilterValue<typeof stations>;
const read = (query: string) => stations.parse(new URLSearchParams(query));

test("words are taken in either case, each once", () => {
  expect(read("country=nl&country=NL&status=DENIED").value).toMatchObject({
    country: { any: ["NL"], without: [] },
    status: { any: ["denied"], without: [] },
  });
});

test.each([
  ["country=XX", "country", "unknownValue"],
  ["not.status=gone", "status", "unknownValue"],
  ["operator=No+Slug", "operator", "unknownValue"],
  ["q=a%00b", "q", "unknownValue"],
  ["contested=1", "contested", "unknownValue"],
  ["from=2022-02-30", "from", "notADay"],
  ["from=2022-10", "from", "notADay"],
  ["limit=101", "limit", "notANumber"],
  ["limit=1e2", "limit", "notANumber"],
  ["sort=loudest", "sort", "unknownValue"],
  ["after=abc", "after", "wrongCursor"],
  ["box=1,2,3", "box", "wrongBox"],
  ["box=0,50,10,40", "box", "wrongBox"],
  ["q=a&q=b", "q", "repeated"],
  [`q=${"a".repeat(201)}`, "q", "tooLong"],
  [`${"country=NL&".repeat(101)}`, "country", "tooMany"],
  ["not.q=x", "not.q", "unknownKey"],
  ["__proto__=x", "__proto__", "unknownKey"],
])("%s is a problem of %s (%s), not an exception", (query, key, reason) => {
  expect(read(query).problems).toMatchObject([{ key, reason }]);
});

const edge = (limit: number) => fc.integer({ min: -limit, max: limit });
const chosen = <V extends string>(any: readonly V[], without: readonly V[]) =>
  fc.record({ any: fc.subarray([...any].sort()), without: fc.subarray([...without].sort()) });
const views: fc.Arbitrary<View> = fc.record({
  q: fc.option(
    fc.string({ unit: "grapheme", maxLength: 20 }).map((q) => q.trim() || "x"),
    { nil: undefined },
  ),
  country: chosen(["IT", "NL"], ["CN", "FR"]),
  status: chosen(STATION_STATUSES, []),
  operator: chosen(["fuzhou", "qingtian"], []),
  from: fc.constantFrom(undefined, "2022-10-26"),
  contested: fc.boolean(),
  box: fc.option(
    fc.tuple(edge(180), edge(89), edge(180)).map(([west, south, east]) => ({ west, south, east, north: 90 })),
    { nil: undefined },
  ),
  sort: fc.constantFrom("newest", "name"),
  limit: fc.integer({ min: 1, max: 100 }),
  after: fc.option(fc.tuple(fc.string({ unit: "grapheme" }), fc.uuid()), { nil: undefined }),
});

test("every view comes back from its own address", () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(read(stations.toQuery(view))).toEqual({ value: view, problems: [] });
    }),
  );
});

test("no address makes the reading fail, and what was read has a stable address", () => {
  const keys = fc.constantFrom("q", "country", "not.country", "from", "after", "box", "limit", "constructor", "sort");
  const values = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("NL", "W10", "1,2,3,4", "2022-10-26"));
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, values)), (entries) => {
      const query = stations.toQuery(stations.parse(new URLSearchParams(entries)).value);
      expect(stations.toQuery(read(query).value)).toBe(query);
    }),
  );
});

test("a cursor is read only in its own list and exactly as it was written", () => {
  const written = encodeCursor(["鹿特丹", 7]);
  expect(written).toMatch(/^[\w-]+$/);
  expect(decodeCursor(written, z.tuple([z.string(), z.number()]))).toEqual(["鹿特丹", 7]);
  expect(decodeCursor(written, position)).toBeNull();
  expect(decodeCursor(btoa("[ 1 ]"), z.array(z.number()))).toBeNull();
  expect(decodeCursor("", z.unknown())).toBeNull();
});
