import { expect, test } from "vitest";
import { claimInput } from "./claim";
import { evidenceInput } from "./evidence";
import { longestOf } from "./longest";
import { RECORD_INPUTS } from "./record-input";
import { replyEntryInput } from "./reply-status";

test("a field's limit is its schema's, in rows too", () => {
  expect(longestOf(evidenceInput, "title")).toBeGreaterThan(0);
  expect(longestOf(evidenceInput, "url")).toBe(2000);
  expect(longestOf(claimInput, "stances.3.quote")).toBeGreaterThan(0);
  expect(longestOf(replyEntryInput, "note")).toBe(2000);
});

test("choices, lists, dates and names of records have none", () => {
  for (const field of ["kind", "publisher", "stations", "countries", "published", "titleSeen", "nothing"]) {
    expect([field, longestOf(evidenceInput, field)]).toEqual([field, undefined]);
  }
  for (const field of ["stances", "stances.0.evidence", "stances.0.stance", "valueNumber"]) {
    expect([field, longestOf(claimInput, field)]).toEqual([field, undefined]);
  }
});

test("every text of every kind has a limit, and is refused beyond it and not before", () => {
  const texts = Object.entries(RECORD_INPUTS).flatMap(([kind, input]) =>
    Object.entries(input.shape).flatMap(([field, schema]) => {
      const longest = longestOf(input, field);
      return longest === undefined ? [] : [{ name: `${kind}.${field}`, schema, longest }];
    }),
  );
  expect(texts.length).toBeGreaterThan(20);
  for (const { name, schema, longest } of texts) {
    const start = /url/i.test(name) ? "https://example.org/" : "";
    const taken = [longest, longest + 1].map((length) => schema.safeParse(start.padEnd(length, "x")).success);
    expect([name, ...taken]).toEqual([name, true, false]);
  }
});
