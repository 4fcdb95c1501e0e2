import { expect, test } from "vitest";
import { evidenceFilter } from "./evidence-filter";

const read = (query: string) => evidenceFilter.parse(new URLSearchParams(query));

test("a view of the feed is its address and back", () => {
  const query = "q=%E7%A6%8F%E5%B7%9E&kind=article&kind=report&not.language=nl&period=2022-10&sort=oldest";
  const { value, problems } = read(query);
  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    q: "福州",
    kind: { any: ["article", "report"], without: [] },
    language: { any: [], without: ["nl"] },
    sort: "oldest",
  });
  expect(evidenceFilter.toQuery(value)).toBe(query);
});

test.each(["2022-02-31", "2022-10-26 25:00:00+00", "tomorrow", "2022-10-26'"])(
  "a place that no page ended at is refused: %s",
  (at) => {
    const position = { at, id: "0d3adf2e-4b3a-4c7e-9d64-2f0a3a5f8b11" };
    const query = evidenceFilter.toQuery({ ...evidenceFilter.absent, after: position });
    expect(read(query).problems).toMatchObject([{ key: "after", reason: "wrongCursor" }]);
  },
);

test("an instant with its microseconds is a place", () => {
  const after = { at: "2022-10-26 09:30:00.123456+00", id: "0d3adf2e-4b3a-4c7e-9d64-2f0a3a5f8b11" };
  expect(read(evidenceFilter.toQuery({ ...evidenceFilter.absent, after })).value.after).toEqual(after);
});

test.each(["period=2022-13", "language=English", "kind=podcast", "publisher=RTL%20Nieuws", "colour=red"])(
  "what the feed does not know is named and left out: %s",
  (query) => {
    const { value, problems } = read(query);
    expect(problems).toHaveLength(1);
    expect(evidenceFilter.toQuery(value)).toBe("");
  },
);
