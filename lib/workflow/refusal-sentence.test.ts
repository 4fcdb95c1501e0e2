import { expect, test } from "vitest";
import { messages } from "../messages";
import { GRANTS } from "./policy";
import { Refusal } from "./refusal";
import { refusalSentence } from "./refusal-sentence";

test("a refusal says in both languages who may not do what", () => {
  const refusal = Refusal.forbidden("manager", "record a response");
  expect(refusalSentence(refusal.detail, "en")).toBe(
    "A manager may not record an official answer. Who may: reporters, editors and admins.",
  );
  expect(refusalSentence(refusal.detail, "nl")).toBe(
    "Een manager mag geen officieel antwoord vastleggen. Wie dit mag: verslaggevers, redacteuren en beheerders.",
  );
  expect(refusalSentence(Refusal.notFound().detail, "nl")).toBe(
    "Dit dossierstuk bestaat niet, of je mag het niet zien.",
  );
});

test("states, steps, reasons and fields are named in the reader's language", () => {
  expect(refusalSentence(Refusal.wrongState("publish", "in_review").detail, "nl")).toBe(
    "Dit dossierstuk is “In beoordeling”: de stap “Publiceren” begint daar niet.",
  );
  expect(refusalSentence(Refusal.proposalWrongState("approve", "withdrawn").detail, "nl")).toContain("Teruggenomen");
  expect(refusalSentence(Refusal.gate("no_source").detail, "nl")).toContain("gepubliceerd bewijsstuk");
  expect(refusalSentence(Refusal.baseMoved(["note", "name"]).detail, "nl")).toContain(
    "Noot van de redactie (openbaar) en Naam",
  );
});

test("every refusal has its words in both languages", () => {
  const refusals = [
    Refusal.notFound(),
    Refusal.conflict({}, 1),
    Refusal.changedSinceRead(),
    Refusal.baseMoved(["note"]),
    Refusal.notPublished(),
    Refusal.nothingProposed(),
    Refusal.readOnly(),
    Refusal.wrongState("submit", "published"),
    Refusal.proposalWrongState("edit", "applied"),
    Refusal.gate("no_answer"),
    Refusal.notYourWork(),
    Refusal.notSent(),
    Refusal.ownWork(),
  ];
  for (const { detail } of refusals) {
    expect(messages.refusal.en).toHaveProperty(detail.key);
    expect(messages.refusal.nl).toHaveProperty(detail.key);
  }
});

test("every permission can be refused in words", () => {
  for (const { may } of [messages.refusal.en, messages.refusal.nl]) {
    expect(Object.keys(may).sort()).toEqual(Object.keys(GRANTS).sort());
  }
});
