import type { RecordList } from "../records/list-file";
import type { FilterChoices } from "./filter-field";
import type { QuestionField } from "./question-fields";
import type { AskedDays, DayField } from "./question-values";
import { canonicalQuery } from "./saved-view";

/** The list of each kind that is searched. */
export const LISTS = {
  station: "stations",
  organization: "organizations",
  claim: "claims",
  response: "responses",
  evidence: "evidence",
  event: "events",
} as const satisfies Readonly<Record<string, RecordList>>;
export type SearchedList = (typeof LISTS)[keyof typeof LISTS];

type ChoiceName = Exclude<QuestionField, DayField>;
type KeyName = ChoiceName | keyof AskedDays;

/** By which filter of its own a list answers a field; a list that has no such filter holds nothing of it. */
const KEYS: Readonly<Record<SearchedList, Partial<Readonly<Record<KeyName, string>>>>> = {
  stations: own("country", "status", "kind", "operator", "state", "to"),
  organizations: own("kind", "country", "reliability", "state"),
  claims: own("subject", "country", "claimant", "assessment", "position", "state", "from", "to"),
  // An answer belongs to the country whose authority gave it, as in every figure.
  responses: { ...own("kind", "authority", "about", "state", "from", "to"), country: "government" },
  evidence: own(
    ...(["kind", "publisher", "language", "country", "reliability", "credibility", "stance"] as const),
    ...(["station", "file", "state", "from", "to"] as const),
  ),
  events: own("kind", "country", "state", "from", "to"),
};

function own<const F extends KeyName>(...fields: readonly F[]) {
  return Object.fromEntries(fields.map((field) => [field, field])) as Record<F, F>;
}

/** What a question asks by fields: values as the lists' filters take them. */
export type AskedFields = { readonly choices: ReadonlyMap<ChoiceName, FilterChoices>; readonly days: AskedDays };

export const asksNothing = ({ choices, days }: AskedFields) => choices.size === 0 && !days.from && !days.to;

/**
 * The query of the view of a list that the fields narrow to, as its address has it; null when nothing in the list can have what
 * is asked for. What a list has no filter for its items do not have, and so are not left out for.
 */
export function viewOfFields(list: SearchedList, { choices, days }: AskedFields): string | null {
  const [query, keys] = [new URLSearchParams(), KEYS[list]];
  const wanted: string[] = [];
  const asked = Object.entries(days).map(([end, day]): [KeyName, FilterChoices] => [
    end as keyof AskedDays,
    { any: [day], without: [] },
  ]);
  for (const [field, { any, without }] of [...choices, ...asked]) {
    const key = keys[field];
    if (key === undefined && any.length > 0) return null;
    if (key === undefined) continue;
    if (any.length > 0) wanted.push(key);
    for (const value of any) query.append(key, value);
    for (const value of without) query.append(`not.${key}`, value);
  }
  const canonical = canonicalQuery(list, query.toString());
  // A value that is no value of this list's: "article" of an organization.
  const taken = new URLSearchParams(canonical);
  return wanted.every((key) => taken.has(key)) ? canonical : null;
}

/** The same with the words that are asked for beside them. */
export function viewOfQuestion(list: SearchedList, fields: AskedFields, words: string): string | null {
  const view = viewOfFields(list, fields);
  return view === null ? null : canonicalQuery(list, `${view}&${new URLSearchParams({ q: words })}`);
}
