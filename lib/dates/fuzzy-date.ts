import { date as words } from "../messages/date";
import type { Locale } from "../text/locale";
import { translator, type Words } from "../text/translator";

/** EDTF level 1 text with its first and last day, ISO and inclusive; null where that side is open or unknown. */
export type FuzzyDate = { readonly edtf: string; readonly from: string | null; readonly to: string | null };

type DateWords = Words<"date">;
const speakers = new Map<Locale, { say: DateWords; month: Intl.DateTimeFormat }>();

function speaker(locale: Locale) {
  const known = speakers.get(locale);
  if (known) return known;
  const month = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const made = { say: translator<"date">(locale, words[locale]), month };
  speakers.set(locale, made);
  return made;
}

const SEASONS = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" } as const;
const isSeason = (part: string): part is keyof typeof SEASONS => part in SEASONS;
const isYear = (point: string) => /^\d{4}[?~%]?$/.test(point);

/**
 * The date in words, at its own precision: "26 October 2022", "about 2019", "2016–2018", "date unknown" for null.
 * Takes what `parseEdtf` accepted; reads no clock and no time zone.
 */
export function sayDate(fuzzy: FuzzyDate | null, locale: Locale): string {
  const { say } = speaker(locale);
  if (fuzzy === null) return say("unknown");
  const [first = "", last] = fuzzy.edtf.split("/");
  if (last === undefined) return sayPoint(first, locale);
  if (last === "..") return say("since", { date: sayPoint(first, locale) });
  if (first === "..") return say("until", { date: sayPoint(last, locale) });
  if (last === "") return say("endUnknown", { date: sayPoint(first, locale) });
  if (first === "") return say("beginningUnknown", { date: sayPoint(last, locale) });
  const dash = isYear(first) && isYear(last) ? "–" : " – ";
  return `${sayPoint(first, locale)}${dash}${sayPoint(last, locale)}`;
}

function sayPoint(point: string, locale: Locale): string {
  const { say } = speaker(locale);
  const date = sayPlain(point.replace(/[?~%]$/, ""), locale);
  if (point.endsWith("~")) return say("about", { date });
  if (point.endsWith("?")) return say("possibly", { date });
  return point.endsWith("%") ? say("possiblyAbout", { date }) : date;
}

function sayPlain(point: string, locale: Locale): string {
  const { say, month: monthName } = speaker(locale);
  const [yearDigits = "", monthDigits = "XX", dayDigits = "XX"] = point.split("-");
  if (/^\d{3}X$/.test(yearDigits)) return say("decade", { year: String(Number(yearDigits.replace("X", "0"))) });
  if (yearDigits.includes("X")) return `${yearDigits.replaceAll("X", "0")}–${yearDigits.replaceAll("X", "9")}`;
  const year = String(Number(yearDigits));
  if (monthDigits === "XX") return year;
  if (isSeason(monthDigits)) return say(SEASONS[monthDigits], { year, next: String(Number(year) + 1) });
  const month = monthName.format(Date.UTC(2000, Number(monthDigits) - 1, 1));
  return dayDigits === "XX"
    ? say("month", { month, year })
    : say("day", { day: String(Number(dayDigits)), month, year });
}
