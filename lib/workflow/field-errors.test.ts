import { expect, test } from "vitest";
import { z } from "zod";
import { RECORD_KINDS } from "../records/editorial";
import { recordOf } from "../records/input";
import { RECORD_INPUTS } from "../records/record-input";
import { validationKey } from "../records/validation-key";
import { fieldErrors, validationSentence } from "./field-errors";

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

test.each(RECORD_KINDS)("a text of %s that is too long is told its limit in every field", (kind) => {
  const input = RECORD_INPUTS[kind];
  const fields = Object.keys((input as unknown as { shape?: object; def?: { in?: { shape: object } } }).shape ?? {});
  const long = Object.fromEntries(fields.map((field) => [field, "x".repeat(20_000)]));
  const parsed = recordOf(input as z.ZodType<unknown>).safeParse(long, { error: validationKey });
  const sentences = Object.values(parsed.error ? fieldErrors(parsed.error, "en", "field") : {});
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(sentence).not.toMatch(/most {2}|least {2}|\{/);
  expect(sentences.some((sentence) => /^Use at most \d+ characters\.$/.test(sentence))).toBe(true);
});
