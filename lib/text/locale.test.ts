import { expect, test } from "vitest";
import { preferredLocale } from "./locale";

test("the language chosen with the switch wins over the browser's", () => {
  expect(preferredLocale("en", "nl-NL,nl;q=0.9")).toBe("en");
});

test("without a choice the browser's best language that we speak is taken", () => {
  expect(preferredLocale(undefined, "fr-FR,en;q=0.5,nl-BE;q=0.8")).toBe("nl");
  expect(preferredLocale("xx", "NL")).toBe("nl");
  expect(preferredLocale(undefined, "nl;q=0, de")).toBe("en");
  expect(preferredLocale(undefined, null)).toBe("en");
});
