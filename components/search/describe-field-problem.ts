import type { FieldProblem } from "@/db/access/search/search-question";
import { fieldName } from "@/lib/filters/question-fields";
import { valuesToTell } from "@/lib/filters/question-values";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { getFormatter } from "@/lib/text/translator";

/** Why a field's value was left out of a question, and what it may have been meant for. */
export function describeFieldProblem({ field, value, reason }: FieldProblem, locale: Locale): string {
  const t = getTranslations(locale, "search");
  const known = reason === "unknown" ? valuesToTell(field, value, locale) : [];
  const values = { field: fieldName(field, locale), value, known: getFormatter(locale).list(known) };
  return t(`problem.${known.length > 0 ? "unknownNear" : reason}`, values);
}
