import { sql } from "drizzle-orm";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import { timelineDataFilter } from "@/lib/timeline/timeline-filter";
import type { Lane } from "@/lib/timeline/timeline-lane";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { cachedAtRevision } from "../figures/result-cache";
import type { WithRevision } from "../history/revision-ref";
import { allLaneRows, type TimelineFilter } from "./timeline-lanes";

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

/** The same of one country; "" for what is about none. A record about two countries is counted in both. */
export type CountrySpan = Omit<TimelineSpan, "lane"> & { readonly country: string };

/** How many records have the same first and last day, each once. */
export type FuzzyDatedCount = { readonly date: Pick<FuzzyDate, "from" | "to">; readonly count: number };

const EVERYTHING = timelineDataFilter.absent;

/** A question about a view of the timeline, answered once for each revision: of ten thousands of dates that takes long. */
export async function cachedForView<T extends object>(
  actor: Actor,
  question: string,
  filter: TimelineFilter,
  count: (reader: Actor) => Promise<T>,
): Promise<WithRevision<T>> {
  const { q = EVERYTHING.q, lane = EVERYTHING.lane, kind = EVERYTHING.kind } = filter;
  const { country = EVERYTHING.country, records = EVERYTHING.records, from, to, box } = filter;
  const others = timelineDataFilter.toQuery({ ...EVERYTHING, q, lane, kind });
  return cachedAtRevision(actor, `timeline ${question} ${others}`, { country, records, from, to, box }, count);
}

const first = (column: string) => sql`(array_agg(${sql.raw(`item.${column}`)} order by item.slug))[1]`;
const count = sql<number>`count(*)::int`;
const span = {
  date: sql<FuzzyDate>`json_build_object('edtf', item.edtf, 'from', item.day_from, 'to', item.day_to)`,
  count,
  first: sql<
    TimelineSpan["first"]
  >`json_build_object('lane', ${first("lane")}, 'slug', ${first("slug")}, 'kind', ${first("kind")}, 'title', ${first("title")}, 'on', ${first("on_slug")})`,
};

/** What a figure draws: the distinct dates of each lane with how many records bear them. Undated records are not in it. */
export function readSpans(actor: Actor, filter: TimelineFilter) {
  return cachedForView(actor, "kinds", filter, async (reader) => ({
    spans: await db
      .select({ lane: sql<Lane>`item.lane`, ...span })
      .from(allLaneRows(reader, filter, true))
      .groupBy(sql`item.lane, item.edtf, item.day_from, item.day_to, item.sort`)
      .orderBy(sql`item.sort, item.lane`),
  }));
}

/** What a figure of countries draws, and how many records there are, whatever they are about. */
export function readCountrySpans(actor: Actor, filter: TimelineFilter) {
  return cachedForView(actor, "countries", filter, async (reader) => {
    const [spans, dates] = await Promise.all([countrySpansOf(reader, filter), datesOf(reader, filter)]);
    return { spans, dates };
  });
}

function countrySpansOf(reader: Actor, filter: TimelineFilter): Promise<CountrySpan[]> {
  const countries = sql`unnest(case when cardinality(item.countries) = 0 then array[''] else item.countries end)`;
  return db
    .select({ country: sql<string>`place.country`, ...span })
    .from(sql`${allLaneRows(reader, filter, true)} cross join lateral ${countries} as place (country)`)
    .groupBy(sql`place.country, item.edtf, item.day_from, item.day_to, item.sort`)
    .orderBy(sql`item.sort, place.country`);
}

function datesOf(reader: Actor, filter: TimelineFilter): Promise<FuzzyDatedCount[]> {
  return db
    .select({
      date: sql<FuzzyDatedCount["date"]>`json_build_object('from', item.day_from, 'to', item.day_to)`,
      count,
    })
    .from(allLaneRows(reader, filter, true))
    .groupBy(sql`item.day_from, item.day_to`)
    .orderBy(sql`item.day_from, item.day_to`);
}
