import { expect, test } from "vitest";
import { blocksIn, checklist, gateReasons, gateWarnings, warningsIn } from "./gate";

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

test("every missing thing is listed, not only the first", () => {
  const nothing = { sources: 0, accuses: true, answers: 0, unpublished: 1, people: 1 };
  expect(gateReasons(nothing)).toEqual(["no_source", "no_answer", "rests_on_unpublished", "one_person"]);
});

test("an editor's waiver stands for an answer, and for nothing else", () => {
  expect(gateReasons({ ...complete, answers: 0, waived: true })).toEqual([]);
  expect(gateReasons({ ...complete, sources: 0, answers: 0, waived: true, people: 1 })).toEqual([
    "no_source",
    "one_person",
  ]);
});

test("a place known more closely than its city waits for a decision", () => {
  expect(gateReasons({ ...complete, placeUndecided: true })).toEqual(["no_public_precision"]);
});

const calm = {
  independent: 2,
  weakSources: 0,
  unlocatedQuotes: 0,
  namedPersons: 0,
  waived: false,
  precise: false,
};

test.each([
  ["no_independent_source", { independent: 0 }],
  ["single_source", { independent: 1 }],
  ["weak_source", { weakSources: 3 }],
  ["quote_not_located", { unlocatedQuotes: 2 }],
  ["names_person", { namedPersons: 1 }],
  ["answer_waived", { waived: true }],
  ["precise_location", { precise: true }],
] as const)("%s is warned of by itself", (warning, change) => {
  expect(gateWarnings({ ...calm, ...change })).toEqual([warning]);
  expect(warningsIn(checklist(complete, { ...calm, ...change }))).toEqual([warning]);
});

test("where independent sources are not counted, they are not listed", () => {
  expect(gateWarnings({ ...calm, independent: null })).toEqual([]);
  const lines = checklist(complete, { ...calm, independent: null });
  expect(lines.map(({ key }) => key)).not.toContain("independent");
});

test("the checklist says what is met when nothing is wrong", () => {
  expect(checklist(complete, calm)).toEqual([
    { standing: "met", key: "sources", count: 1 },
    { standing: "met", key: "independent", count: 2 },
    { standing: "met", key: "quotes" },
    { standing: "met", key: "answer", count: 1 },
    { standing: "met", key: "basis" },
    { standing: "met", key: "persons" },
    { standing: "met", key: "place" },
    { standing: "met", key: "hands" },
  ]);
});

test("what blocks comes first, then what warns with its number, and no line appears twice", () => {
  const facts = { sources: 0, accuses: true, answers: 0, unpublished: 2, people: 1, placeUndecided: true };
  const lines = checklist(facts, { ...calm, weakSources: 3, unlocatedQuotes: 1, namedPersons: 1, independent: 0 });
  expect(blocksIn(lines)).toEqual([
    "no_source",
    "no_answer",
    "rests_on_unpublished",
    "no_public_precision",
    "one_person",
  ]);
  expect(warningsIn(lines)).toEqual(["no_independent_source", "weak_source", "quote_not_located", "names_person"]);
  expect(lines.map(({ standing }) => standing)).toEqual([...Array(5).fill("blocks"), ...Array(4).fill("warns")]);
  expect(lines).toContainEqual({ standing: "blocks", key: "rests_on_unpublished", count: 2 });
  expect(lines).toContainEqual({ standing: "warns", key: "weak_source", count: 3 });
});

test("a waived answer is not called an answer", () => {
  const lines = checklist({ ...complete, answers: 0, waived: true }, { ...calm, waived: true });
  expect(lines.map(({ key }) => key)).not.toContain("answer");
  expect(warningsIn(lines)).toEqual(["answer_waived"]);
});
