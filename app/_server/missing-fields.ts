import "server-only";
import type { StoredProposal } from "@/db/access/workflow/proposals";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { groupRowFields } from "@/lib/records/rows";
import { validationKey } from "@/lib/records/validation-key";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { fieldErrors, validationSentence } from "@/lib/workflow/field-errors";
import { isOpen } from "@/lib/workflow/proposal";

/** What a proposal still lacks before it can be submitted: a field's label → what is wrong with it. */
export function missingFields(
  { recordKind, typed: rawInput, reason, state }: Pick<StoredProposal, "recordKind" | "typed" | "reason" | "state">,
  locale: Locale,
): Record<string, string> {
  if (!isOpen(state)) return {};
  const record = getTranslations(locale, "record");
  const label = (name: string) => {
    const [unit = name] = name.split(".");
    const key = `field.${unit}` as "field.note";
    return record.has(key) ? record(key) : unit;
  };
  const parsed = RECORD_INPUTS[recordKind].safeParse(groupRowFields(rawInput).content, { error: validationKey });
  const errors = parsed.success ? {} : fieldErrors(parsed.error, locale, "field");
  const why = reason
    ? []
    : [[getTranslations(locale, "proposal")("reason"), validationSentence("validation.reasonRequired", locale)]];
  return Object.fromEntries([...Object.entries(errors).map(([name, sentence]) => [label(name), sentence]), ...why]);
}
