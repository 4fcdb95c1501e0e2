import { expect, test } from "vitest";
import { letterOf, letterText } from "./letter";

const REQUEST = {
  subject: "Police station in Amsterdam",
  respondent: { name: "Embassy of China" },
  questions: "Does it exist?\nWho runs it?",
  sentOn: null,
  dueOn: "2022-11-17",
  today: "2022-11-03",
  askedBy: "Rosa Reporter",
  stations: [{ name: "Amsterdam" }, { name: "Rotterdam" }],
  claims: [
    {
      proposition: "There is a station in Amsterdam.",
      claimants: [{ name: "Safeguard Defenders" }],
      asserted: { edtf: "2022-09", from: "2022-09-01", to: "2022-09-30" },
      period: null,
    },
    { proposition: "It has been there since 2018", claimants: [], asserted: null, period: null },
  ],
};

test("a letter puts each claim with its claimant and date, and says the deadline in words", () => {
  const text = letterText(letterOf(REQUEST, "en"));
  expect(text).toContain("3 November 2022\n\nPolice station in Amsterdam\n\nTo Embassy of China,");
  expect(text).toContain("Amsterdam and Rotterdam");
  expect(text).toContain("1. “There is a station in Amsterdam” — Safeguard Defenders, September 2022.");
  expect(text).toContain("2. “It has been there since 2018” — claimant not on file, date unknown.");
  expect(text).toContain("Does it exist?\nWho runs it?");
  expect(text).toContain("on or before 17 November 2022");
  expect(text).toMatch(/Rosa Reporter\n$/);
});

test("the same letter is written in Dutch, and one without a deadline or claims asks when", () => {
  const text = letterText(letterOf({ ...REQUEST, subject: null, dueOn: null, claims: [], stations: [] }, "nl"));
  expect(text).toContain("3 november 2022\n\nVerzoek om wederhoor\n\nAan Embassy of China,");
  expect(text).not.toContain("beweerd wordt\n1.");
  expect(text).toContain("wanneer we uw antwoord kunnen verwachten");
});
