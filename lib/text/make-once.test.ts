import { expect, test } from "vitest";
import { makeOnce } from "./make-once";

test("what is made of an answer is made once for each key, and of the next answer anew", () => {
  const asked: string[] = [];
  const make = (answer: object, key: string) =>
    makeOnce(answer, key, () => {
      asked.push(key);
      return { key };
    });
  const [answer, next] = [{}, {}];
  expect(make(answer, "en")).toBe(make(answer, "en"));
  make(answer, "nl");
  make(next, "en");
  expect(asked).toEqual(["en", "nl", "en"]);
});

test("of one answer thirty are kept, those that were asked for last", () => {
  const answer = {};
  let count = 0;
  const make = (key: number) => makeOnce(answer, String(key), () => ++count);
  for (let key = 0; key < 30; key++) make(key);
  make(0);
  make(30);
  expect([make(0), count]).toEqual([1, 31]);
  expect(make(1)).toBe(32);
});
