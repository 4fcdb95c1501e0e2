import { expect, test } from "vitest";
import { canonicalQuery, namesDays, queryOn } from "./saved-view";

test("a view is kept as its filter writes it, without a place and without what the filter does not know", () => {
  expect(canonicalQuery("events", "after=abc&kind=court&colour=red&country=NL")).toBe("kind=court&country=NL");
  expect(canonicalQuery("stations", "")).toBe("");
  expect(canonicalQuery("countries", "page=3&region=150&q=x")).toBe("region=150");
});

test("days move along with today, or stay", () => {
  const query = "country=NL&from=2026-11-01&to=2026-11-30";
  expect(namesDays(query)).toBe(true);
  expect(namesDays("country=NL&q=2026-11-01")).toBe(false);
  const savedOn = "2026-11-30";
  expect(queryOn({ query, isRelative: true, savedOn }, "2026-12-02")).toBe(
    "country=NL&from=2026-11-03&to=2026-12-02",
  );
  const due = { query: "dueFrom=2026-11-30&dueTo=2026-12-14", isRelative: true, savedOn };
  expect([namesDays(due.query), queryOn(due, "2026-12-02")]).toEqual([true, "dueFrom=2026-12-02&dueTo=2026-12-16"]);
  expect(queryOn({ query, isRelative: false, savedOn }, "2026-12-02")).toBe(query);
});
