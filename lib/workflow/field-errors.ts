import type { z } from "zod";
import { messages } from "../messages";
import type { Locale } from "../text/locale";
import type { TextDamage } from "../text/text-damage";
import { getTranslations } from "../text/translations";

type Key = keyof (typeof messages.validation)["en"];
/** What a sentence may say of the value or the limit. */
type SentenceValues = Record<string, string | number>;

const NOTHING = { minimum: "", maximum: "", name: "", count: 1, choices: "", character: "" };
const isKey = (key: string): key is Key => key in messages.validation.en;

/** A key such as "validation.tooLong" as a sentence; a message that is no key is generic, never shown raw. */
export function validationSentence(message: string, locale: Locale, values: SentenceValues = {}): string {
  const key = message.replace(/^validation\./, "");
  const t = getTranslations(locale, "validation");
  return t(isKey(key) ? key : "invalid", { ...NOTHING, ...values });
}

const number = (value: unknown) => (typeof value === "number" || typeof value === "bigint" ? Number(value) : "");

/**
 * Field → sentence in the reader's language, the first of each field.
 * @param depth "field": a form's field, also for an error inside it; "path": the dotted path, for a program
 */
export function fieldErrors(error: z.ZodError, locale: Locale, depth: "field" | "path"): Record<string, string> {
  // A map: a field may be called "constructor" by whoever sends it.
  const errors = new Map<string, string>();
  for (const issue of error.issues) {
    const fields =
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path.length > 0 ? issue.path : [""]];
    for (const path of fields) {
      const field = depth === "field" ? String(path[0]) : path.join(".");
      if (!errors.has(field)) errors.set(field, issueSentence(issue, locale));
    }
  }
  return Object.fromEntries(errors);
}

/** What is wrong in a sentence, with its limit. */
export function issueSentence(issue: z.core.$ZodIssue, locale: Locale): string {
  const limits = issue as { minimum?: unknown; maximum?: unknown };
  return validationSentence(issue.message, locale, {
    minimum: number(limits.minimum),
    maximum: number(limits.maximum),
  });
}

/** Field → sentence for each text that nobody can have typed. */
export function damageErrors(damage: ReadonlyMap<string, TextDamage>, locale: Locale): Record<string, string> {
  return Object.fromEntries(
    [...damage].map(([field, { key, ...values }]) => [field, validationSentence(key, locale, values)]),
  );
}
