import { expect, test } from "vitest";
import { leadOf } from "./lead-of";

test("the first sentence leads without its stop, and nothing of the finding is lost", () => {
  const finding =
    "Somebody gives a figure for 49 countries; 77 stations are documented. The highest is for Italy: 1–11.";
  expect(leadOf(finding, "en")).toEqual({
    lead: "Somebody gives a figure for 49 countries; 77 stations are documented",
    rest: "The highest is for Italy: 1–11.",
  });
  expect(leadOf("Er is één antwoord.", "nl")).toEqual({ lead: "Er is één antwoord", rest: "" });
});

test("an abbreviation ends no heading", () => {
  const { lead, rest } = leadOf("St. Lucia has one station documented. No other has.", "en");
  expect(lead).toMatch(/^St[.] Lucia has one station documented/);
  expect(rest).toBe("No other has.");
});
