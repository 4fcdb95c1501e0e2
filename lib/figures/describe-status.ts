import { formatFuzzyDate } from "../dates/fuzzy-date";
import { status as words } from "../messages/status";
import type { StatusParts } from "../records/status";
import type { Locale } from "../text/locale";
import { createNamespaceTranslator, type Translator } from "../text/translator";

const statusTranslators = new Map<Locale, Translator<"status">>();
function statusTranslator(locale: Locale): Translator<"status"> {
  const t = statusTranslators.get(locale) ?? createNamespaceTranslator<"status">(locale, words[locale]);
  statusTranslators.set(locale, t);
  return t;
}

/** "Minister of Foreign Affairs" names its office by itself; "spokesperson" or "Director" does not. */
const isOffice = (role: string) => /^\p{Lu}[^,(;]* (?:of|for|to) [^,(;]+$/u.test(role);

/**
 * The status as a hedged sentence that says who, what and when: "Ordered closed by the Minister of Foreign Affairs,
 * 1 November 2022; closure not independently confirmed." Null: no report at all.
 */
export function describeStatus(parts: StatusParts | null, locale: Locale): string {
  const t = statusTranslator(locale);
  if (!parts) return t("none");
  const values = { clause: describeStatusClause(parts, t), date: formatFuzzyDate(parts.date, locale) };
  if (parts.status !== "ordered_closed" && parts.status !== "reported_closed") return t("sentence", values);
  return t(parts.closureConfirmed ? "confirmed" : "unconfirmed", values);
}

function describeStatusClause({ status, basis, by, role }: StatusParts, t: Translator<"status">): string {
  if (basis === "evidence") return by ? t(`published.${status}`, { by }) : t(`label.${status}`);
  if (role && isOffice(role)) return t(`said.${status}`, { by: t("office", { role }) });
  const speaker = by && role ? t("speaker", { by, role }) : by;
  return speaker ? t(`said.${status}`, { by: speaker }) : t(`label.${status}`);
}
