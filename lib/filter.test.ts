import fc from "fast-check";
import { expect, test } from "vitest";
import { cursor, day, decodePlace, defineFilter, encodePlace, many, one, text, whole } from "./filter";

const filter = defineFilter({
  country: many(["IT", "NL", "CA"]),
  q: text(),
  from: day(),
  sort: one(["name", "-name", "changed"]),
  limit: whole(25, 1, 100),
  after: cursor(),
});
const read = (query: string) => filter.parse(new URLSearchParams(query));

test("an address without anything is the whole list", () => {
  expect(read("")).toEqual({ value: filter.initial, problems: {} });
  expect(filter.href("/stations", filter.initial)).toBe("/stations");
});

test("several values, and what is excluded, are read from the address", () => {
  const { value } = read("country=IT&country=NL&not.country=CA&q=police");
  expect(value.country).toEqual({ any: ["IT", "NL"], not: ["CA"] });
  expect(value.q).toBe("police");
});

test("the same view has one address, in whatever order it was typed", () => {
  const [one, other] = ["q=a&country=NL&country=IT&sort=name", "country=IT&q=a&country=NL&country=IT"].map((query) =>
    filter.toQuery(read(query).value),
  );
  expect(one).toBe("country=IT&country=NL&q=a");
  expect(other).toBe(one);
});

test("what can't be read is named, and the rest of the view stands", () => {
  const { value, problems } = read("country=XX&q=a&from=2022-02-30&sort=size&limit=1000&after=***&colour=red");
  expect(Object.keys(problems).sort()).toEqual(["after", "colour", "country", "from", "limit", "sort"]);
  expect(value).toEqual({ ...filter.initial, q: "a" });
});

test("a changed filter begins at the first page again, another page keeps the filter", () => {
  const { value } = read(`country=IT&after=${encodePlace(["Prato", "x"])}`);
  expect(filter.href("/s", value, { q: "a" })).toBe("/s?country=IT&q=a");
  expect(filter.href("/s", value, { after: ["Rome", "y"] })).toBe(
    `/s?country=IT&after=${encodePlace(["Rome", "y"])}`,
  );
});

test("each narrowing value can be said and taken back, an order is not one", () => {
  const { value } = read("country=IT&country=NL&not.country=CA&q=a&sort=changed");
  const said = filter.said(value);
  expect(said).toEqual([
    { field: "country", value: "IT", excluded: false },
    { field: "country", value: "NL", excluded: false },
    { field: "country", value: "CA", excluded: true },
    { field: "q", value: "a", excluded: false },
  ]);
  const links = said.map((item) => filter.without("/s", value, item));
  expect(links[0]).toBe("/s?country=NL&not.country=CA&q=a&sort=changed");
  expect(links[2]).toBe("/s?country=IT&country=NL&q=a&sort=changed");
  expect(links[3]).toBe("/s?country=IT&country=NL&not.country=CA&sort=changed");
});

test("a page's own search params are read like an address", () => {
  expect(filter.parse({ country: ["IT", "NL"], q: "a", limit: undefined }).value.country.any).toEqual(["IT", "NL"]);
});

test("any place survives its cursor, Chinese names too", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.integer()), { minLength: 1 }), (place) => {
      expect(decodePlace(encodePlace(place))).toEqual(place);
    }),
  );
});

test("nothing that is typed as a cursor is an exception", () => {
  fc.assert(fc.property(fc.string(), (typed) => void decodePlace(typed)));
});
