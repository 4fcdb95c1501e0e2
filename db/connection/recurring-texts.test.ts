import { expect, test } from "vitest";
import { RecurringTexts } from "./recurring-texts";

test("a statement recurs from its second time on", () => {
  const texts = new RecurringTexts();
  expect(["a", "b", "a", "a", "c"].map((text) => texts.has(text))).toEqual([false, false, true, true, false]);
});

test("texts that never come again take no place, and of those that do two hundred are kept", () => {
  const texts = new RecurringTexts();
  for (let n = 0; n < 10_000; n++) expect(texts.has(`in (${n})`)).toBe(false);
  const twice = Array.from({ length: 300 }, (_, n) => [texts.has(`twice ${n}`), texts.has(`twice ${n}`)][1]);
  expect(twice.filter(Boolean)).toHaveLength(200);
  expect(texts.has("twice 0")).toBe(true);
});

test("a text as long as a book is sent as it is", () => {
  const texts = new RecurringTexts();
  const text = "x".repeat(20_001);
  expect([texts.has(text), texts.has(text)]).toEqual([false, false]);
});

test("a page of a list is planned for its own values each time", () => {
  const texts = new RecurringTexts();
  const page = "select id from evidence where kind = $1 order by published_from limit $2";
  expect([texts.has(page), texts.has(page), texts.has(page)]).toEqual([false, false, false]);
});
