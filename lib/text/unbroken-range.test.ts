import { expect, test } from "vitest";
import { joinRanges } from "./unbroken-range";

test("a range keeps its two numbers on one line, and a dash between words may still end one", () => {
  expect(joinRanges("Italy, 1–11, then 2016–2018")).toBe("Italy, 1–\u206011, then 2016–\u20602018");
  expect(joinRanges("2 – at least 4; Rome–Prato")).toBe("2 – at least 4; Rome–Prato");
});
