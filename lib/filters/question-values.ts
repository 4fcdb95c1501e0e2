import { type FuzzyDate, NotEdtf, readDate } from "../dates/edtf";
import { messages } from "../messages";
import { COUNTRY_CODES, countryName } from "../records/country";
import { readCountry } from "../records/country-text";
import { foldText } from "../text/folding";
import { nameOfLanguage } from "../text/language-names";
import { LANGUAGE_CODES, readLanguage } from "../text/language-text";
import type { Locale } from "../text/locale";
import { slipsBetween } from "../text/typing-slips";
import type { QuestionField } from "./question-fields";

/** Fields whose value is a record, by its slug or by words of its name: whoever looks it up knows who may see it. */
const NAMED_FIELDS = {
  publisher: "organization",
  claimant: "organization",
  authority: "organization",
  operator: "organization",
  station: "station",
} as const;
export type NamedField = keyof typeof NAMED_FIELDS;
export type NamedKind = (typeof NAMED_FIELDS)[NamedField];
const DAY_FIELDS = ["date", "from", "to"] as const;
export type DayField = (typeof DAY_FIELDS)[number];
export type WordField = Exclude<QuestionField, NamedField | DayField>;

export const isNamedField = (field: QuestionField): field is NamedField => Object.hasOwn(NAMED_FIELDS, field);
export const kindNamedBy = (field: NamedField): NamedKind => NAMED_FIELDS[field];
export const isDayField = (field: QuestionField): field is DayField =>
  (DAY_FIELDS as readonly string[]).includes(field);

const SUBJECT_CODE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;

type Labels = Readonly<Record<string, string>>;
type Words = Exclude<WordField, "country" | "about" | "language">;

/** What each value is called; of a kind's words those of every noun that has kinds. */
const LABELS: Readonly<Record<Words, Readonly<Record<Locale, readonly Labels[]>>>> = {
  kind: inBoth((locale) => {
    const { evidence, organization, response, event, station } = messages;
    return [evidence, organization, response, event, station].map((noun) => noun[locale].kind);
  }),
  status: inBoth((locale) => [messages.status[locale].label]),
  assessment: inBoth((locale) => [messages.claim[locale].assessment]),
  position: inBoth((locale) => [messages.claim[locale].position, messages.claim[locale].positionName]),
  stance: inBoth((locale) => [messages.common[locale].stance]),
  reliability: inBoth((locale) => [messages.organization[locale].reliability]),
  credibility: inBoth((locale) => [
    messages.evidence[locale].credibility,
    { none: messages.evidence[locale].none.credibility },
  ]),
  state: inBoth((locale) => [messages.common[locale].state]),
  subject: inBoth((locale) => [messages.claim[locale].subject]),
  file: inBoth((locale) => [messages.evidence[locale].fileSorts]),
};

function inBoth(labels: (locale: Locale) => readonly Labels[]) {
  return { en: labels("en"), nl: labels("nl") };
}

const key = (text: string) =>
  foldText(text)
    .replace(/[\s_-]+/g, " ")
    .trim();
const codesByKey = new Map<Words, ReadonlyMap<string, ReadonlySet<string>>>();

/** The values that somebody may mean by a word: one word may be a value of several nouns. */
function codesOf(field: Words): ReadonlyMap<string, ReadonlySet<string>> {
  const known = codesByKey.get(field);
  if (known) return known;
  const codes = new Map<string, Set<string>>();
  for (const labels of [...LABELS[field].en, ...LABELS[field].nl]) {
    for (const [code, label] of Object.entries(labels)) {
      for (const name of [code, label]) codes.set(key(name), (codes.get(key(name)) ?? new Set()).add(code));
    }
  }
  codesByKey.set(field, codes);
  return codes;
}

/** The languages that a tag or a name stands for: "zh" is Chinese in whatever script. */
function languagesOf(typed: string): string[] {
  if (key(typed) === "none") return ["none"];
  const tag = readLanguage(typed);
  if (tag === null || nameOfLanguage("en", tag.split("-")[0] ?? tag) === tag.split("-")[0]) return [];
  return [tag, ...LANGUAGE_CODES.filter((code) => code.startsWith(`${tag}-`))];
}

/** The values of the lists' filters that a typed value stands for; none when it is no value of the field. */
export function readValue(field: WordField, typed: string): readonly string[] {
  if (field === "language") return languagesOf(typed);
  if (field === "country" || field === "about") {
    const code = readCountry(typed);
    return code ? [code] : key(typed) === "none" && field === "country" ? ["none"] : [];
  }
  const known = [...(codesOf(field).get(key(typed)) ?? [])];
  // A subject that has no words of its own is written as its code.
  return field === "subject" && known.length === 0 && SUBJECT_CODE.test(typed) ? [typed] : known;
}

const namesIn = (field: WordField, locale: Locale): string[] => {
  if (field === "country" || field === "about") return COUNTRY_CODES.map((code) => countryName(code, locale));
  if (field === "language") return LANGUAGE_CODES.map((code) => nameOfLanguage(locale, code));
  return LABELS[field][locale]
    .slice(0, field === "position" ? 1 : undefined)
    .flatMap((labels) => Object.values(labels));
};

const MOST_TOLD = 12;
const MOST_NEAR = 4;

/** Values to tell somebody who typed one that there is not: those near it, or all where these are few. */
export function valuesToTell(field: QuestionField, typed: string, locale: Locale): readonly string[] {
  if (isNamedField(field) || isDayField(field)) return [];
  const names = [...new Set(namesIn(field, locale))];
  const asked = key(typed);
  const near = names
    .map((name) => ({ name, slips: key(name).startsWith(asked) ? 0 : slipsBetween(asked, key(name)) }))
    .filter(({ slips, name }) => slips <= (asked.length > 4 ? 2 : 1) && slips < key(name).length)
    .sort((one, other) => one.slips - other.slips)
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
  return near.length > 0 || names.length > MOST_TOLD ? near : names;
}

export type AskedDays = { readonly from?: string; readonly to?: string };

/** EDTF writes a period with a slash, most searches with two dots; either end may be left out. */
const BETWEEN = /^(.*?)(?:\.\.|\/)(.*)$/;

/** The days that a typed date stands for, first and last: `2022-10`, `2022-10..2022-12`, `..2022`; null when it is no date. */
export function readDays(field: DayField, typed: string): AskedDays | null {
  const [, first, last] = field === "date" ? (BETWEEN.exec(typed.replaceAll("/..", "..")) ?? []) : [];
  if (first !== undefined && last !== undefined) {
    const [from, to] = [first && dateOf(first), last && dateOf(last)];
    if (from === null || to === null || (from === "" && to === "")) return null;
    return daysOf(from === "" ? null : from.from, to === "" ? null : to.to);
  }
  const date = dateOf(typed);
  return date && daysOf(field === "to" ? null : date.from, field === "from" ? null : date.to);
}

const daysOf = (from: string | null, to: string | null): AskedDays => ({ ...(from && { from }), ...(to && { to }) });

function dateOf(typed: string): FuzzyDate | null {
  try {
    const date = readDate(typed);
    return date === "ambiguous" ? null : date;
  } catch (reason) {
    if (reason instanceof NotEdtf) return null;
    throw reason;
  }
}
