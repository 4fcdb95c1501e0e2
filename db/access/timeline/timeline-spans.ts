import { sql } from "drizzle-orm";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import type { CountedDate } from "@/lib/timeline/timeline-figures";
import { timelineDataFilter } from "@/lib/timeline/timeline-filter";
import type { Lane } from "@/lib/timeline/timeline-lane";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { cachedAtRevision } from "../figures/result-cache";
import type { WithRevision } from "../history/revision-ref";
import { allLaneRows, laneRows, type TimelineFilter, unionAll } from "./timeline-lanes";
import {
  countedRows,
  evidenceSpans,
  isEvidenceSummed,
  lanesOneByOne,
  monthsOfCountries,
  places,
  spokenByMonth,
} from "./timeline-sums";

/** Everything of one lane that bears exactly the same date. */
export type TimelineSpan = {
  readonly lane: Lane;
  readonly date: FuzzyDate;
  readonly count: number;
  /** The record when there is one, else the first of them by slug. */
  readonly first: {
    readonly lane: Lane;
    readonly slug: string;
    readonly kind: string;
    readonly title: string;
    readonly on: string | null;
  };
};

/** Claims that speak of exactly the same time, each of which has its mark where it was said as well; `asserted`: when the first was. */
export type SpokenSpan = Omit<TimelineSpan, "first"> & {
  readonly first: TimelineSpan["first"] & { readonly asserted: FuzzyDate };
};

/** The same of one country; "" for what is about none. A record about two countries is counted in both. */
export type CountrySpan = Omit<TimelineSpan, "lane" | "first"> & {
  readonly country: string;
  /** Null where there are months: see `MOST_EXACT`. */
  readonly first: TimelineSpan["first"] | null;
};
export type SpokenCountrySpan = Omit<SpokenSpan, "lane"> & { readonly country: string };

const EVERYTHING = timelineDataFilter.absent;

/** A question about a view of the timeline, answered once for each revision: of ten thousands of dates that takes long. */
export async function cachedForView<T extends object>(
  actor: Actor,
  question: string,
  filter: TimelineFilter,
  count: (reader: Actor) => Promise<T>,
): Promise<WithRevision<T>> {
  const { q = EVERYTHING.q, lane = EVERYTHING.lane, kind = EVERYTHING.kind } = filter;
  const { country = EVERYTHING.country, records = EVERYTHING.records, from, to, box, periodFrom, periodTo } = filter;
  const others = timelineDataFilter.toQuery({ ...EVERYTHING, q, lane, kind, periodFrom, periodTo });
  return cachedAtRevision(actor, `timeline ${question} ${others}`, { country, records, from, to, box }, count);
}

const count = sql<number>`count(*)::int`;
// The least of arrays is the one with the first slug: nothing is sorted for it.
const firstRow = sql`min(array[item.slug, item.lane, item.kind, item.title, item.on_slug])`;
const firstDate = sql`min(array[item.slug, item.edtf, item.day_from::text, item.day_to::text])`;
const firstRecord = sql`'lane', (${firstRow})[2], 'slug', (${firstRow})[1], 'kind', (${firstRow})[3], 'title', (${firstRow})[4], 'on', (${firstRow})[5]`;
const span = {
  date: sql<FuzzyDate>`json_build_object('edtf', item.edtf, 'from', item.day_from, 'to', item.day_to)`,
  count,
  first: sql<TimelineSpan["first"]>`json_build_object(${firstRecord})`,
};
const spokenSpan = {
  date: sql<FuzzyDate>`json_build_object('edtf', item.period_edtf, 'from', item.period_from, 'to', item.period_to)`,
  count,
  first: sql<
    SpokenSpan["first"]
  >`json_build_object(${firstRecord}, 'asserted', json_build_object('edtf', (${firstDate})[2], 'from', (${firstDate})[3], 'to', (${firstDate})[4]))`,
};
/** What a figure draws: the distinct dates of each lane with how many records bear them. Undated records are not in it. */
export function readSpans(actor: Actor, filter: TimelineFilter) {
  return cachedForView(actor, "kinds", filter, async (reader) => {
    const [spans, spoken] = await Promise.all([spansOf(reader, filter), spokenOf(reader, filter)]);
    return { spans, spoken };
  });
}

async function spansOf(reader: Actor, filter: TimelineFilter): Promise<TimelineSpan[]> {
  const one = sql`
    select item.lane, ${span.date} as date, ${count} as count, ${span.first} as first, item.sort
    from ${unionAll(lanesOneByOne(filter).map((lane) => laneRows(reader, lane, filter, true)))}
    group by item.lane, item.edtf, item.day_from, item.day_to, item.sort`;
  const rows = await db.execute<TimelineSpan>(
    sql`select lane, date, count, first from (${isEvidenceSummed(filter) ? sql`${one} union all ${evidenceSpans(reader, filter)}` : one}) as spans order by sort, lane`,
  );
  return [...rows];
}

const spokenRows = (reader: Actor, filter: TimelineFilter) => unionAll([laneRows(reader, "claims", filter, true)]);

function spokenOf(reader: Actor, filter: TimelineFilter): Promise<SpokenSpan[]> {
  return db
    .select({ lane: sql<Lane>`item.lane`, ...spokenSpan })
    .from(spokenRows(reader, filter))
    .where(sql`item.period_edtf is not null`)
    .groupBy(sql`item.lane, item.period_edtf, item.period_from, item.period_to`)
    .orderBy(sql`coalesce(item.period_from, item.period_to), item.period_edtf`);
}

/** Of more records than that a figure of countries draws months. */
const MOST_EXACT = 50_000;

/** What a figure of countries draws, and how many records there are, whatever they are about. */
export function readCountrySpans(actor: Actor, filter: TimelineFilter, mostExact = MOST_EXACT) {
  return cachedForView(actor, `countries ${mostExact}`, filter, async (reader) => {
    const dates = await datesOf(reader, filter);
    const byMonth = dates.reduce((sum, { count: records }) => sum + records, 0) > mostExact;
    const [spans, spoken, spokenDates] = await Promise.all([
      countrySpansOf(reader, filter, byMonth),
      spokenByCountryOf(reader, filter, byMonth),
      spokenOf(reader, filter),
    ]);
    return { spans, dates, spoken, spokenDates };
  });
}

async function countrySpansOf(reader: Actor, filter: TimelineFilter, byMonth: boolean): Promise<CountrySpan[]> {
  const exact = sql`
    select place.country, ${span.date} as date, ${count} as count, ${span.first} as first, item.sort
    from ${allLaneRows(reader, filter, true)} cross join ${places}
    group by place.country, item.edtf, item.day_from, item.day_to, item.sort`;
  const rows = await db.execute<CountrySpan>(
    sql`select country, date, count, first from (${byMonth ? monthsOfCountries(reader, filter) : exact}) as spans order by sort, country`,
  );
  return [...rows];
}

function spokenByCountryOf(reader: Actor, filter: TimelineFilter, byMonth: boolean): Promise<SpokenCountrySpan[]> {
  const rows = spokenRows(reader, filter);
  return db
    .select({ country: sql<string>`place.country`, ...spokenSpan })
    .from(sql`${byMonth ? spokenByMonth(rows) : rows} cross join ${places}`)
    .where(sql`item.period_edtf is not null`)
    .groupBy(sql`place.country, item.period_edtf, item.period_from, item.period_to`)
    .orderBy(sql`coalesce(item.period_from, item.period_to), item.period_edtf, place.country`);
}

/** How many records have the same first and last day, each once. */
function datesOf(reader: Actor, filter: TimelineFilter): Promise<CountedDate[]> {
  return db
    .select({
      date: sql<CountedDate["date"]>`json_build_object('from', item.day_from, 'to', item.day_to)`,
      count: sql<number>`sum(item.records)::int`,
    })
    .from(countedRows(reader, filter))
    .groupBy(sql`item.day_from, item.day_to`)
    .having(sql`sum(item.records) <> 0`)
    .orderBy(sql`item.day_from, item.day_to`);
}
