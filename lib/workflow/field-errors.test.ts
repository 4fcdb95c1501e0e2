import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors, validationKey, validationSentence } from "./field-errors";

const input = z.object({
  name: z.string().min(1).max(5, "validation.tooLong"),
  kind: z.enum(["a", "b"]),
  parts: z.array(z.object({ count: z.number() })).default([]),
});

const errorsOf = (value: unknown, locale: "en" | "nl", depth: "field" | "path") => {
  const parsed = input.strict().safeParse(value, { error: validationKey });
  return parsed.error && fieldErrors(parsed.error, locale, depth);
};

test("what is missing or too long is named in the reader's language, with its limit", () => {
  expect(errorsOf({ name: "", kind: "a" }, "en", "field")).toEqual({ name: "Fill this in." });
  expect(errorsOf({ name: "abcdef", kind: "x" }, "nl", "field")).toEqual({
    name: "Gebruik hoogstens 5 tekens.",
    kind: "Kies een van de mogelijkheden.",
  });
});

test("a form gets the field, a program the path and the keys that don't exist", () => {
  const value = { name: "a", kind: "a", parts: [{ count: "1" }], more: 1 };
  expect(errorsOf(value, "en", "field")).toEqual({ parts: "Write a number.", more: "This field does not exist." });
  expect(errorsOf(value, "en", "path")).toMatchObject({ "parts.0.count": "Write a number." });
});

test("a message that is no key is never shown raw", () => {
  expect(validationSentence("Invalid input: expected string", "en")).toBe("This is not right.");
});
