import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "./cursor";
import { defineFilter } from "./filter";
import { choiceField, choicesField, cursorField, dayField, numberField, textField } from "./filter-field";

const filter = defineFilter({
  country: choicesField(["IT", "NL", "CA"]),
  q: textField(),
  from: dayField(),
  sort: choiceField(["name", "changed"]),
  limit: numberField(1, 100, 25),
  after: cursorField(z.tuple([z.string(), z.string()])),
});
const read = (query: string) => filter.parse(new URLSearchParams(query));

test("an address without anything is the whole list", () => {
  expect(read("")).toEqual({ value: filter.absent, problems: [] });
  expect(filter.href("/stations", filter.absent)).toBe("/stations");
});

test("several values, and what is excluded, are read from the address", () => {
  const { value } = read("country=IT&country=NL&not.country=CA&q=police");
  expect(value.country).toEqual({ any: ["IT", "NL"], without: ["CA"] });
  expect(value.q).toBe("police");
});

test("the same view has one address, in whatever order it was typed", () => {
  for (const query of ["q=a&country=NL&country=IT&sort=name", "country=IT&q=a&country=NL&country=IT"]) {
    expect(filter.toQuery(read(query).value)).toBe("country=IT&country=NL&q=a");
  }
});

test("what can't be read is named, and the rest of the view stands", () => {
  const { value, problems } = read("country=XX&q=a&from=2022-02-30&sort=size&limit=1000&after=***&colour=red");
  expect(problems.map(({ key }) => key).sort()).toEqual(["after", "colour", "country", "from", "limit", "sort"]);
  expect(value).toEqual({ ...filter.absent, q: "a" });
});

test("a changed filter begins at the first page again, another page keeps the filter", () => {
  const { value } = read(`country=IT&after=${encodeCursor(["Prato", "x"])}`);
  expect(filter.href("/s", value, { q: "a" })).toBe("/s?country=IT&q=a");
  expect(filter.href("/s", value, { after: ["Rome", "y"] })).toBe(
    `/s?country=IT&after=${encodeCursor(["Rome", "y"])}`,
  );
});

test("each narrowing can be described and taken back, an order is not one", () => {
  const { value } = read("country=IT&country=NL&not.country=CA&q=a&sort=changed");
  const narrowings = filter.narrowings(value);
  expect(narrowings).toEqual([
    { key: "country", value: "IT", excluded: false },
    { key: "country", value: "NL", excluded: false },
    { key: "country", value: "CA", excluded: true },
    { key: "q", value: "a", excluded: false },
  ]);
  expect(narrowings.map((item) => filter.without("/s", value, item))).toEqual([
    "/s?country=NL&not.country=CA&q=a&sort=changed",
    "/s?country=IT&not.country=CA&q=a&sort=changed",
    "/s?country=IT&country=NL&q=a&sort=changed",
    "/s?country=IT&country=NL&not.country=CA&sort=changed",
  ]);
});

test("a form carries along what it does not show, but not the place in the list", () => {
  const { value } = read(`country=IT&q=a&sort=changed&after=${encodeCursor(["Prato", "x"])}`);
  expect(filter.hidden(value, ["q"])).toEqual([
    ["country", "IT"],
    ["sort", "changed"],
  ]);
});

test("a page's own search params are read like an address", () => {
  expect(filter.parse({ country: ["IT", "NL"], q: "a", limit: undefined }).value.country.any).toEqual(["IT", "NL"]);
});

test("any place survives its cursor, Chinese names too", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (position) => {
      expect(decodeCursor(encodeCursor(position), z.array(z.string()))).toEqual(position);
    }),
  );
});

test("nothing that is typed as a cursor is an exception", () => {
  fc.assert(fc.property(fc.string(), (text) => void decodeCursor(text, z.array(z.string()))));
});
