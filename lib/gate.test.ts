import { expect, test } from "vitest";
import { gateReasons } from "./gate";

const complete = { sources: 1, accuses: true, answers: 1, unpublished: 0, people: 2 };

test("a record with a source, an answer and two people may be published", () => {
  expect(gateReasons(complete)).toEqual([]);
});

test("whoever is accused has to be heard first", () => {
  expect(gateReasons({ ...complete, answers: 0 })).toEqual(["no_answer"]);
});

test("a record that accuses nobody needs no answer", () => {
  expect(gateReasons({ ...complete, accuses: false, answers: 0 })).toEqual([]);
});

test("every missing thing is said, not only the first", () => {
  const nothing = { sources: 0, accuses: true, answers: 0, unpublished: 1, people: 1 };
  expect(gateReasons(nothing)).toEqual(["no_source", "no_answer", "rests_on_unpublished", "one_person"]);
});
