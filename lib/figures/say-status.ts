import { sayDate } from "../dates/fuzzy-date";
import { status as words } from "../messages/status";
import type { StatusParts } from "../records/status";
import type { Locale } from "../text/locale";
import { translator, type Words } from "../text/translator";

const spoken = new Map<Locale, Words<"status">>();
function wordsIn(locale: Locale): Words<"status"> {
  const say = spoken.get(locale) ?? translator<"status">(locale, words[locale]);
  spoken.set(locale, say);
  return say;
}

/** "Minister of Foreign Affairs" names its office by itself; "spokesperson" or "Director" does not. */
const isOffice = (role: string) => /^\p{Lu}[^,(;]* (?:of|for|to) [^,(;]+$/u.test(role);

/**
 * The status as a hedged sentence that says who, what and when: "Ordered closed by the Minister of Foreign Affairs,
 * 1 November 2022; closure not independently confirmed." Null: no report at all.
 */
export function sayStatus(parts: StatusParts | null, locale: Locale): string {
  const say = wordsIn(locale);
  if (!parts) return say("none");
  const values = { clause: sayClause(parts, say), date: sayDate(parts.date, locale) };
  if (parts.status !== "ordered_closed" && parts.status !== "reported_closed") return say("sentence", values);
  return say(parts.closureConfirmed ? "confirmed" : "unconfirmed", values);
}

function sayClause({ status, basis, by, role }: StatusParts, say: Words<"status">): string {
  if (basis === "evidence") return by ? say(`published.${status}`, { by }) : say(`label.${status}`);
  if (role && isOffice(role)) return say(`said.${status}`, { by: say("office", { role }) });
  const speaker = by && role ? say("speaker", { by, role }) : by;
  return speaker ? say(`said.${status}`, { by: speaker }) : say(`label.${status}`);
}
