import { expect, test } from "vitest";
import {
  checklist as checklistOf,
  type GateCautions,
  type GateFacts,
  type GateLine,
  gateReasons,
  gateWarnings,
} from "./gate";

const article = { kind: "evidence", slug: "src-1", name: "Article" } as const;
const answer = { kind: "response", slug: "rsp-1", name: "Ministry" } as const;
const records = {
  sources: [article],
  independent: [
    { kind: "organization", slug: "ngo", name: "NGO" },
    { kind: "organization", slug: "paper", name: "Paper" },
  ],
  basis: [article],
} as const;
const fields = { address: false, person: true, place: true, approver: "Anna" };
const checklist = (facts: GateFacts, cautions: GateCautions, more = {}, own = {}) =>
  checklistOf(facts, cautions, { ...records, ...more }, { ...fields, ...own });
const keysIn = (lines: readonly GateLine[], standing: GateLine["standing"]) =>
  lines.flatMap((line) => (line.standing === standing ? [line.key] : []));
const blocksIn = (lines: readonly GateLine[]) => keysIn(lines, "blocks");
const warningsIn = (lines: readonly GateLine[]) => keysIn(lines, "warns");

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
  alikeTexts: 0,
  weakSources: 0,
  unlocatedQuotes: 0,
  missingQuotes: 0,
  namedPersons: 0,
  waived: false,
  precise: false,
  slips: [],
};

test.each([
  ["no_independent_source", { independent: 0 }],
  ["single_source", { independent: 1 }],
  ["alike_text", { alikeTexts: 1 }],
  ["weak_source", { weakSources: 3 }],
  ["quote_not_located", { unlocatedQuotes: 2 }],
  ["quote_not_found", { missingQuotes: 1 }],
  ["names_person", { namedPersons: 1 }],
  ["answer_waived", { waived: true }],
  ["precise_location", { precise: true }],
  ["far_past", { slips: ["far_past"] }],
  ["speaks_ahead", { slips: ["speaks_ahead"] }],
  ["place_swapped", { slips: ["place_swapped"] }],
] as const)("%s is warned of by itself", (warning, change) => {
  expect(gateWarnings({ ...calm, ...change })).toEqual([warning]);
  expect(warningsIn(checklist(complete, { ...calm, ...change }))).toEqual([warning]);
});

test("where independent sources are not counted, they are not listed", () => {
  expect(gateWarnings({ ...calm, independent: null })).toEqual([]);
  const lines = checklist(complete, { ...calm, independent: null });
  expect(lines.map(({ key }) => key)).not.toContain("independent");
});

test("the checklist says what is met when nothing is wrong, and names what it counted", () => {
  expect(checklist(complete, calm, { heard: [answer], quotes: [article] })).toEqual([
    { standing: "met", key: "sources", count: 1, records: [article] },
    { standing: "met", key: "independent", count: 2, records: records.independent },
    { standing: "met", key: "quotes", count: 1, records: [article] },
    { standing: "met", key: "heard", count: 1, records: [answer] },
    { standing: "met", key: "basis", count: 1, records: [article] },
    { standing: "met", key: "persons" },
    { standing: "met", key: "place" },
    { standing: "met", key: "hands", by: "Anna" },
  ]);
});

test("what there is none of is not ticked", () => {
  const nothing = { sources: [], independent: [], basis: [] };
  const lines = checklist({ ...complete, accuses: false, answers: 0 }, { ...calm, independent: null }, nothing, {
    person: false,
    place: false,
    approver: null,
  });
  expect(lines).toEqual([]);
});

test("an answer about the country is no answer to this, and the accused was not heard by it", () => {
  const lines = checklist(complete, calm, { heard_country: [answer] });
  expect(lines).toContainEqual({ standing: "met", key: "heard_country", count: 1, records: [answer] });
  expect(lines.map(({ key }) => key)).not.toContain("heard");
  expect(checklist({ ...complete, accuses: false }, calm, { heard: [answer] }).map(({ key }) => key)).not.toContain(
    "heard",
  );
});

test("what blocks comes first, then what warns with its number, and no line appears twice", () => {
  const facts = { sources: 0, accuses: true, answers: 0, unpublished: 2, people: 1, placeUndecided: true };
  const lines = checklist(
    facts,
    { ...calm, weakSources: 3, unlocatedQuotes: 1, namedPersons: 1, independent: 0 },
    { sources: [], rests_on_unpublished: [article, answer], weak_source: [article, article, article] },
    { approver: null },
  );
  expect(blocksIn(lines)).toEqual([
    "no_source",
    "no_answer",
    "rests_on_unpublished",
    "no_public_precision",
    "one_person",
  ]);
  expect(warningsIn(lines)).toEqual(["no_independent_source", "weak_source", "quote_not_located", "names_person"]);
  expect(lines.map(({ standing }) => standing)).toEqual([...Array(5).fill("blocks"), ...Array(4).fill("warns")]);
  expect(lines).toContainEqual({
    standing: "blocks",
    key: "rests_on_unpublished",
    count: 2,
    records: [article, answer],
  });
  expect(lines).toContainEqual({
    standing: "warns",
    key: "weak_source",
    count: 3,
    records: [article, article, article],
  });
});

test("a waived answer is not called an answer", () => {
  const lines = checklist({ ...complete, answers: 0, waived: true }, { ...calm, waived: true });
  expect(lines.map(({ key }) => key).filter((key) => key.startsWith("heard") || key === "asked")).toEqual([]);
  expect(warningsIn(lines)).toEqual(["answer_waived"]);
});
