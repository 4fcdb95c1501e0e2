import type { z } from "zod";
import { validationKey } from "@/lib/records/validation-key";
import type { Locale } from "@/lib/text/locale";
import { damageIn, type TextDamage, textDamage } from "@/lib/text/text-damage";
import { damageErrors, fieldErrors } from "@/lib/workflow/field-errors";

export type Parsed<S extends z.ZodType> = { input: z.output<S> } | { errors: Record<string, string> };
type Sent = Readonly<Record<string, unknown>>;

/**
 * What was sent as the schema's input: forms and bodies are read by this alone. A text that can't be stored is wrong in
 * whichever field it stands, before anything is asked of the records.
 * @param depth how far the keys of `errors` go: a form's field, or the path in a body
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  sent: Sent,
  locale: Locale,
  depth: "field" | "path",
): Parsed<S> {
  const parsed = schema.safeParse(sent, { error: validationKey });
  const damage = depth === "path" ? damageIn(sent) : damagedFields(sent);
  if (parsed.success && damage.size === 0) return { input: parsed.data };
  const errors = parsed.success ? {} : fieldErrors(parsed.error, locale, depth);
  return { errors: { ...errors, ...damageErrors(damage, locale) } };
}

/** Field → sentence, of what can't be stored, whatever the field is for. */
export const damageOf = (sent: Sent, locale: Locale): Record<string, string> =>
  damageErrors(damagedFields(sent), locale);

function damagedFields(sent: Sent): Map<string, TextDamage> {
  return new Map(
    Object.entries(sent).flatMap(([field, value]) => {
      const [damage] = [textDamage(field), ...damageIn(value).values()].filter((one) => one !== null);
      return damage ? [[field, damage] as const] : [];
    }),
  );
}
