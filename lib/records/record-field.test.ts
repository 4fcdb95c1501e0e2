import { expect, test } from "vitest";
import { fieldsInOrder, referencesIn, rowFields } from "./record-field";

test("fields stand in the order of their form, what it does not know at the end", () => {
  const snapshot = { slug: "x", state: "draft", note: null, zeal: 1, title: "T", kind: "article" };
  expect(fieldsInOrder("evidence", [snapshot])).toEqual(["title", "kind", "note", "zeal"]);
  expect(fieldsInOrder("waiver", [{ reason: "r" }])).toEqual(["reason"]);
});

test("a row's fields begin with what it is about", () => {
  expect(rowFields({ stance: "supports", evidence: "src-1", place: 1 })).toEqual(["evidence", "stance", "place"]);
});

test("the records that a snapshot names are found in fields, lists and rows, each once", () => {
  const claim = {
    station: "nl-amsterdam",
    claimants: ["ngo"],
    relayedBy: null,
    stances: [
      { evidence: "src-1", origin: "ngo" },
      { evidence: "src-1", origin: null },
    ],
    disputes: [],
  };
  expect(referencesIn([claim, { evidence: ["src-2"] }])).toEqual({
    station: ["nl-amsterdam"],
    organization: ["ngo"],
    evidence: ["src-1", "src-2"],
  });
});
