import type { FormValues } from "./outcome";

/** What was typed into a form and not saved, as a browser keeps it. Moments in milliseconds of the epoch. */
export type Draft = {
  /** When its page was opened: one page has one draft. */
  readonly began: number;
  readonly at: number;
  readonly values: FormValues;
  /** Slug → title of the records that were picked. */
  readonly titles: Readonly<Record<string, string>>;
};

const LONGEST_KEPT = 30 * 24 * 60 * 60 * 1000;
const MOST = 3;

/** What begins the keys of everything that a person's browser keeps for them. */
export const draftsOf = (person: string) => `draft ${person} `;

/** @param path of the page, with its query; `form`: which of the page's forms */
export const draftKey = (person: string, path: string, form: string) => `${draftsOf(person)}${path} ${form}`;

const isDraft = (value: unknown): value is Draft =>
  typeof value === "object" &&
  value !== null &&
  "values" in value &&
  "titles" in value &&
  "at" in value &&
  typeof value.at === "number";

/** The drafts under a key, newest first; what can't be read or is older than a month is none. */
export function parseDrafts(stored: string | null, now: number): Draft[] {
  try {
    const drafts: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(drafts) ? drafts.filter(isDraft).filter(({ at }) => now - at < LONGEST_KEPT) : [];
  } catch {
    return [];
  }
}

/** A page's draft takes the place of its earlier one; the drafts of a few other pages stay beside it. */
export const addDraft = (drafts: readonly Draft[], draft: Draft): Draft[] =>
  [draft, ...drafts.filter(({ began }) => began !== draft.began)].slice(0, MOST);

/** What is typed to confirm is typed anew each time. */
const UNKEPT = ["confirm"];

export const keptValues = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !UNKEPT.includes(name)));

/** What the form says of itself: two forms with the same words may differ in it. */
const ABOUT = ["basedOn", "mergedWith", "version", "recordVersion"];

/** Whether two forms say something else; an empty field and one that is not there say the same. */
export function areDifferent(one: FormValues, other: FormValues): boolean {
  const text = (value: FormValues[string] | undefined) => [value ?? ""].flat().filter(Boolean).join("\n").trim();
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].some((name) => !ABOUT.includes(name) && text(one[name]) !== text(other[name]));
}
