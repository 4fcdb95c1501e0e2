import type { z } from "zod";
import { messages } from "../messages";
import type { Locale } from "../text/locale";
import { getTranslations } from "../text/translations";

type Key = keyof (typeof messages.validation)["en"];
type Raw = {
  code?: string;
  input?: unknown;
  expected?: unknown;
  origin?: unknown;
  format?: unknown;
  minimum?: unknown;
};

const FORMATS: Record<string, Key> = { email: "email", url: "url", uuid: "uuid", guid: "uuid", date: "date" };
const SMALL: Record<string, Key> = { string: "tooShort", array: "tooFew", set: "tooFew" };
const BIG: Record<string, Key> = { string: "tooLong", array: "tooMany", set: "tooMany" };

function keyOf(issue: Raw): Key {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return "required";
      if (issue.expected === "int") return "integer";
      return issue.expected === "number" ? "number" : "invalid";
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "required";
      return SMALL[String(issue.origin)] ?? "tooSmall";
    case "too_big":
      return BIG[String(issue.origin)] ?? "tooBig";
    case "invalid_format":
      return FORMATS[String(issue.format)] ?? "invalid";
    case "invalid_value":
    case "invalid_union":
      return "choice";
    case "unrecognized_keys":
      return "unknownKey";
    default:
      return "invalid";
  }
}

/** For `safeParse(value, { error: validationKey })`: what a schema doesn't say itself becomes a key of `validation`. */
export const validationKey = (issue: Raw): string => `validation.${keyOf(issue)}`;

const isKey = (key: string): key is Key => key in messages.validation.en;

/** A key such as "validation.tooLong" as a sentence; a message that is no key is generic, never shown raw. */
export function validationSentence(
  message: string,
  locale: Locale,
  values: Record<string, string | number> = {},
): string {
  const key = message.replace(/^validation\./, "");
  const t = getTranslations(locale, "validation");
  return t(isKey(key) ? key : "invalid", { minimum: "", maximum: "", name: "", count: 1, choices: "", ...values });
}

const number = (value: unknown) => (typeof value === "number" || typeof value === "bigint" ? Number(value) : "");

/**
 * Field → sentence in the reader's language, the first of each field.
 * @param depth "field": a form's field, also for an error inside it; "path": the dotted path, for a program
 */
export function fieldErrors(error: z.ZodError, locale: Locale, depth: "field" | "path"): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const fields =
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path.length > 0 ? issue.path : [""]];
    const limits = issue as { minimum?: unknown; maximum?: unknown };
    const values = { minimum: number(limits.minimum), maximum: number(limits.maximum) };
    for (const path of fields) {
      const field = depth === "field" ? String(path[0]) : path.join(".");
      errors[field] ??= validationSentence(issue.message, locale, values);
    }
  }
  return errors;
}
