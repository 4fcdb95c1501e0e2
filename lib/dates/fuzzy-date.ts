import { date as words } from "../messages/date";
import type { Locale } from "../text/locale";
import { createNamespaceTranslator, type Translator } from "../text/translator";
import { formatDay } from "./format-date";

/** EDTF level 1 text with its first and last day, ISO and inclusive; null where that side is open or unknown. */
export type FuzzyDate = { readonly edtf: string; readonly from: string | null; readonly to: string | null };

type DateTranslator = Translator<"date">;
const dateTranslators = new Map<Locale, DateTranslator>();

function dateTranslator(locale: Locale) {
  const known = dateTranslators.get(locale);
  if (known) return known;
  const made = createNamespaceTranslator<"date">(locale, words[locale]);
  dateTranslators.set(locale, made);
  return made;
}

const SEASONS = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" } as const;
const isSeason = (part: string): part is keyof typeof SEASONS => part in SEASONS;
const isYear = (point: string) => /^\d{4}[?~%]?$/.test(point);

/**
 * The date in words, at its own precision: "26 October 2022", "about 2019", "2016–2018", "date unknown" for null.
 * Takes what `parseEdtf` accepted; reads no clock and no time zone.
 */
export function formatFuzzyDate(fuzzy: FuzzyDate | null, locale: Locale): string {
  const t = dateTranslator(locale);
  if (fuzzy === null) return t("unknown");
  const [first = "", last] = fuzzy.edtf.split("/");
  if (last === undefined) return formatDatePoint(first, locale);
  if (last === "..") return t("since", { date: formatDatePoint(first, locale) });
  if (first === "..") return t("until", { date: formatDatePoint(last, locale) });
  if (last === "") return t("endUnknown", { date: formatDatePoint(first, locale) });
  if (first === "") return t("beginningUnknown", { date: formatDatePoint(last, locale) });
  const dash = isYear(first) && isYear(last) ? "–" : " – ";
  return `${formatDatePoint(first, locale)}${dash}${formatDatePoint(last, locale)}`;
}

function formatDatePoint(point: string, locale: Locale): string {
  const t = dateTranslator(locale);
  const date = formatPlainDate(point.replace(/[?~%]$/, ""), locale);
  if (point.endsWith("~")) return t("about", { date });
  if (point.endsWith("?")) return t("possibly", { date });
  return point.endsWith("%") ? t("possiblyAbout", { date }) : date;
}

function formatPlainDate(point: string, locale: Locale): string {
  const t = dateTranslator(locale);
  const [yearDigits = "", monthDigits = "XX", dayDigits = "XX"] = point.split("-");
  if (/^\d{3}X$/.test(yearDigits)) return t("decade", { year: String(Number(yearDigits.replace("X", "0"))) });
  if (yearDigits.includes("X")) return `${yearDigits.replaceAll("X", "0")}–${yearDigits.replaceAll("X", "9")}`;
  const year = String(Number(yearDigits));
  if (monthDigits === "XX") return year;
  if (isSeason(monthDigits)) return t(SEASONS[monthDigits], { year, next: String(Number(year) + 1) });
  const month = formatDay(`2000-${monthDigits}-01`, locale, "monthName");
  return dayDigits === "XX" ? t("month", { month, year }) : t("day", { day: String(Number(dayDigits)), month, year });
}
