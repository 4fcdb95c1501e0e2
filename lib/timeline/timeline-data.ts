import { dayNumber, isoDay } from "../dates/days";
import type { FuzzyDate } from "../dates/fuzzy-date";
import type { Lane } from "./timeline-lane";

/** A dated record as the explorer has it. */
export type TimelineDataEntry = {
  readonly lane: Lane;
  readonly kind: string;
  readonly slug: string;
  /** The station that a status report is about. */
  readonly on: string | null;
  readonly title: string;
  /** BCP 47, of an item's title; null: the desk's own words. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly date: FuzzyDate;
  /** The time that a claim speaks of. */
  readonly period: FuzzyDate | null;
};

type ByPlace<V> = Readonly<Record<number, V>>;

/**
 * Many entries in few bytes: a column each, in the order of their days. `day` counts from the entry before (the first
 * from 1970-01-01): the first known day. `length` is in days, both ends included; 0: the end is open or unknown; -1: the
 * beginning is. `edtf` is given where it says more than a day, a whole month or a whole year.
 */
export type TimelineData = {
  /** All that the view leaves; the data may hold fewer. */
  readonly total: number;
  readonly kinds: readonly string[];
  readonly places: readonly (readonly string[])[];
  readonly languages: readonly (string | null)[];
  readonly day: readonly number[];
  readonly length: readonly number[];
  readonly kind: readonly number[];
  readonly place: readonly number[];
  readonly language: readonly number[];
  readonly slug: readonly string[];
  readonly title: readonly string[];
  readonly edtf: ByPlace<string>;
  readonly on: ByPlace<string>;
  /** The time that a claim speaks of: EDTF, first and last day. */
  readonly period: ByPlace<readonly [edtf: string, from: string | null, to: string | null]>;
};

const LONGEST_TITLE = 90;
const short = (title: string) => {
  const signs = [...title];
  return signs.length > LONGEST_TITLE
    ? `${signs
        .slice(0, LONGEST_TITLE - 1)
        .join("")
        .trimEnd()}…`
    : title;
};

/** Words → their places, in the order of first use. */
class Dictionary<V> {
  readonly values: V[] = [];
  readonly #places = new Map<string, number>();
  placeOf(word: V): number {
    const key = JSON.stringify(word);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(word) - 1;
  }
}

/** @param entries in the order of their first known days */
export function encodeTimelineData(entries: readonly TimelineDataEntry[], total: number): TimelineData {
  const [kinds, places] = [new Dictionary<string>(), new Dictionary<readonly string[]>()];
  const languages = new Dictionary<string | null>();
  const edtf: Record<number, string> = {};
  const on: Record<number, string> = {};
  const period: Record<number, readonly [string, string | null, string | null]> = {};
  let before = 0;
  const day = entries.map(({ date }) => {
    const first = dayNumber(date.from ?? date.to ?? "1970-01-01");
    const step = first - before;
    before = first;
    return step;
  });
  for (const [index, entry] of entries.entries()) {
    if (plainEdtf(entry.date) !== entry.date.edtf) edtf[index] = entry.date.edtf;
    if (entry.on) on[index] = entry.on;
    if (entry.period) period[index] = [entry.period.edtf, entry.period.from, entry.period.to];
  }
  const timelineData = {
    day,
    length: entries.map(({ date: { from, to } }) =>
      from && to ? dayNumber(to) - dayNumber(from) + 1 : from ? 0 : -1,
    ),
    kind: entries.map(({ lane, kind }) => kinds.placeOf(`${lane}.${kind}`)),
    place: entries.map(({ countries }) => places.placeOf(countries)),
    language: entries.map(({ language }) => languages.placeOf(language)),
    slug: entries.map(({ slug }) => slug),
    title: entries.map(({ title }) => short(title)),
  };
  return {
    total,
    kinds: kinds.values,
    places: places.values,
    languages: languages.values,
    ...timelineData,
    edtf,
    on,
    period,
  };
}

export function decodeTimelineData(timelineData: TimelineData): TimelineDataEntry[] {
  let first = 0;
  return timelineData.day.map((step, index) => {
    first += step;
    const length = timelineData.length[index] ?? 1;
    const span = {
      from: length < 0 ? null : isoDay(first),
      to: length === 0 ? null : isoDay(length < 0 ? first : first + length - 1),
    };
    const [lane, kind] = (timelineData.kinds[timelineData.kind[index] ?? 0] ?? "events.other").split(".") as [
      Lane,
      string,
    ];
    const period = timelineData.period[index];
    return {
      lane,
      kind,
      slug: timelineData.slug[index] ?? "",
      on: timelineData.on[index] ?? null,
      title: timelineData.title[index] ?? "",
      language: timelineData.languages[timelineData.language[index] ?? 0] ?? null,
      countries: timelineData.places[timelineData.place[index] ?? 0] ?? [],
      date: { edtf: timelineData.edtf[index] ?? plainEdtf(span) ?? "", ...span },
      period: period ? { edtf: period[0], from: period[1], to: period[2] } : null,
    };
  });
}

/** The text of a day, a whole month or a whole year; null for any other stretch. */
function plainEdtf({ from, to }: Pick<FuzzyDate, "from" | "to">): string | null {
  if (!from || !to) return null;
  if (from === to) return from;
  if (from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  const isMonth =
    from.endsWith("-01") && dayNumber(to) - dayNumber(from) < 31 && isoDay(dayNumber(to) + 1).endsWith("-01");
  return isMonth && from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : null;
}
