import { isCalendarDay } from "./days";

/** What a person's spelling of a date comes to: EDTF; "ambiguous" when it may be either of two days; null when it is none. */
type ReadDate = { readonly edtf: string } | "ambiguous" | null;

/** English and Dutch names and their usual short forms, by month. */
const MONTHS = [
  "january januari jan",
  "february februari feb",
  "march maart mar mrt",
  "april apr",
  "may mei",
  "june juni jun",
  "july juli jul",
  "august augustus aug",
  "september sep sept",
  "october oktober oct okt",
  "november nov",
  "december dec",
].map((names) => names.split(" "));
const SEASONS = ["spring lente voorjaar", "summer zomer", "autumn fall herfst najaar", "winter"].map((names) =>
  names.split(" "),
);
const WEEKDAY =
  /^(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|maandag|ma|dinsdag|di|woensdag|wo|donderdag|do|vrijdag|vr|zaterdag|za|zondag|zo)\.?,?\s+/;
const ABOUT = /^(?:about|around|approximately|approx\.?|circa|ca?\.|omstreeks|rond|ongeveer)\s+/;
const SPAN =
  /^(?:from\s+|between\s+|van\s+|tussen\s+)?(.+?)(?:\s+(?:to|until|till|and|tot|t\/m|tot en met|en)\s+|\s*[–—]\s*|\s+-\s+)(.+)$/;

const two = (digits: string) => digits.padStart(2, "0");
const monthOf = (name: string): string | null => {
  const index = MONTHS.findIndex((names) => names.includes(name));
  return index === -1 ? null : two(String(index + 1));
};
const dated = (year: string, month: string | null, day?: string): ReadDate => {
  if (month === null || Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return { edtf: `${year}-${two(month)}` };
  const edtf = `${year}-${two(month)}-${two(day)}`;
  return isCalendarDay(edtf) ? { edtf } : null;
};

/** Day and month in digits, in an order that differs from country to country. */
function ofDigits(first: string, second: string, year: string): ReadDate {
  if (first === second || Number(first) > 12) return dated(year, second, first);
  if (Number(second) > 12) return dated(year, first, second);
  return dated(year, first, second) && dated(year, second, first) ? "ambiguous" : null;
}

type Form = readonly [pattern: RegExp, read: (...parts: string[]) => ReadDate];
const FORMS: readonly Form[] = [
  [/^(\d{4})$/, (year) => ({ edtf: year })],
  [
    /^(\d{1,2})(?:st|nd|rd|th|e)?\.?[\s-]+(?:of\s+)?(\p{L}+)\.?,?[\s-]+(\d{4})$/u,
    (day, name, year) => dated(year, monthOf(name), day),
  ],
  [/^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u, (name, day, year) => dated(year, monthOf(name), day)],
  [/^(\p{L}+)\.?,?[\s-]+(\d{4})$/u, (name, year) => seasonOf(name, year) ?? dated(year, monthOf(name))],
  [/^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4})$/, (first, second, year) => ofDigits(first, second, year)],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (year, month, day) => dated(year, month, day)],
  [/^(\d{4})(\d{2})(\d{2})$/, (year, month, day) => dated(year, month, day)],
  [/^(\d{1,2})[-/](\d{4})$/, (month, year) => dated(year, month)],
  [/^(\d{4})[-/](\d{2})$/, (year, month) => dated(year, month)],
  [/^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/, (year, month, day) => dated(year, month, day)],
  [/^(\d{4})\s*年\s*(\d{1,2})\s*月$/, (year, month) => dated(year, month)],
];

function seasonOf(name: string, year: string): ReadDate {
  const index = SEASONS.findIndex((names) => names.includes(name));
  return index === -1 ? null : { edtf: `${year}-${21 + index}` };
}

function readOne(text: string): ReadDate {
  const plain = text.replace(WEEKDAY, "");
  for (const [pattern, read] of FORMS) {
    const parts = pattern.exec(plain);
    if (parts) return read(...parts.slice(1));
  }
  return null;
}

/**
 * Reads how people write dates: "26 Oct 2022", "26 oktober 2022", "26-10-2022", "October 2022", "about 2019", "2016–2018".
 * Years have four digits. Nothing is guessed: 03/04/2022 is ambiguous.
 */
export function readDateText(typed: string): ReadDate {
  const text = typed.trim().toLowerCase().replace(/\s+/g, " ");
  if (text.length > 60) return null;
  const whole = readOne(text);
  if (whole) return whole;
  const [, since, until] = SPAN.exec(text) ?? [];
  if (since !== undefined && until !== undefined) return readSpan(since, until);
  const [, first, last] = /^(\d{4})-(\d{4})$/.exec(text) ?? [];
  if (first && last) return first <= last ? { edtf: `${first}/${last}` } : null;
  if (!ABOUT.test(text)) return null;
  const about = readOne(text.replace(ABOUT, ""));
  return about && about !== "ambiguous" ? { edtf: `${about.edtf}~` } : about;
}

function readSpan(since: string, until: string): ReadDate {
  const [first, last] = [readOne(since), readOne(until)];
  if (first === null || last === null) return null;
  if (first === "ambiguous" || last === "ambiguous") return "ambiguous";
  return first.edtf <= last.edtf ? { edtf: `${first.edtf}/${last.edtf}` } : null;
}
