import { expect, test } from "vitest";
import { messages } from "./messages";
import { Refusal } from "./outcome";
import { GRANTS } from "./policy";
import { refusalSentence } from "./refusal-sentence";

test("a refusal says in both languages who may not do what", () => {
  const refusal = Refusal.forbidden("manager", "record a response");
  expect(refusalSentence(refusal, "en")).toBe("A manager may not record a response.");
  expect(refusalSentence(refusal, "nl")).toBe("Een manager mag geen reactie vastleggen.");
  expect(refusalSentence(Refusal.notFound(), "nl")).toBe("Dit record bestaat niet, of u mag het niet zien.");
});

test("every permission can be refused in words", () => {
  for (const { may } of [messages.refusal.en, messages.refusal.nl]) {
    expect(Object.keys(may).sort()).toEqual(Object.keys(GRANTS).sort());
  }
});
