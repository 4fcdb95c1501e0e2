import { and, arrayOverlaps, eq, type SQL, sql } from "drizzle-orm";
import { LANES, type Lane } from "@/lib/timeline/timeline-lane";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { db } from "../../client";
import { evidence, evidenceCounts, evidenceSums } from "../../schema";
import { seenSums } from "../evidence/evidence-sums";
import { choiceCondition, isChosen } from "../filters/choice-condition";
import { filterReader } from "../filters/filter-conditions";
import { visibleTo } from "../visibility";
import { isOn, laneRows, type TimelineFilter, unionAll } from "./timeline-lanes";

/** Whether the sums know how much evidence a view has: nothing but time narrows it. */
export const isEvidenceSummed = (filter: TimelineFilter): boolean => {
  const { q, box, periodFrom, periodTo, country, kind } = filter;
  return isOn("evidence", filter) && !(q || box || periodFrom || periodTo) && !isChosen(country) && !isChosen(kind);
};

/** The sums of dated evidence within the view's time: rows that are added up. */
const summed = (reader: Actor, { from, to, records = "all" }: TimelineFilter): SQL | undefined =>
  and(
    eq(evidenceSums.facet, "date"),
    sql`num_nonnulls(${evidenceSums.first}, ${evidenceSums.last}) > 0`,
    seenSums(filterReader(reader, { records })),
    to ? sql`coalesce(${evidenceSums.first}, '-infinity') <= ${to}::date` : undefined,
    from ? sql`coalesce(${evidenceSums.last}, 'infinity') >= ${from}::date` : undefined,
  );

/** The lane of evidence by its dates, each with its first record from an index. */
export const evidenceSpans = (reader: Actor, filter: TimelineFilter): SQL => sql`
  select 'evidence', json_build_object('edtf', value, 'from', first, 'to', last), items,
    json_build_object('lane', 'evidence', 'slug', one.slug, 'kind', one.kind, 'title', one.title, 'on', null),
    coalesce(first, last)
  from (
    select value, first, last, sum(items)::int as items from ${evidenceSums} where ${summed(reader, filter)}
    group by value, first, last having sum(items) <> 0
  ) as dates
  left join lateral (
    select ${evidence.slug}, ${evidence.kind}, ${evidence.title} from ${evidence}
    where ${evidence.publishedEdtf} = value and ${visibleTo(filterReader(reader, { records: filter.records ?? "all" }), evidence)}
    order by ${evidence.slug} limit 1
  ) as one on true`;

/** The dated records of a lane, a row for each. */
export const countedLane = (reader: Actor, lane: Lane, filter: TimelineFilter): SQL =>
  sql`select day_from, day_to, 1 as records from (${laneRows(reader, lane, filter, true)}) as row`;

/** The dated records of a view as `item`, of which each row counts as many as its `records` says. */
export function countedRows(reader: Actor, filter: TimelineFilter): SQL {
  const isSummed = isEvidenceSummed(filter);
  const lanes = LANES.filter((lane) => !(isSummed && lane === "evidence"));
  const rows = lanes.map((lane) => countedLane(reader, lane, filter));
  const sums = sql`select ${evidenceSums.first}, ${evidenceSums.last}, ${evidenceSums.items} from ${evidenceSums} where ${summed(reader, filter)}`;
  return unionAll(isSummed ? [...rows, sums] : rows);
}

/**
 * Of how many records about each country a month is the date, and of those that are of no one month their first and last day:
 * of a million items the exact dates of every country are ten times as many, and too many to draw.
 */
export const evidenceMonthsOfCountries = (reader: Actor, filter: TimelineFilter): SQL => sql`
  select place.country, json_build_object('edtf', case
      when to_char(first, 'YYYY-MM') = to_char(last, 'YYYY-MM') then to_char(first, 'YYYY-MM')
      else coalesce(first::text, '..') || '/' || coalesce(last::text, '..') end, 'from', first, 'to', last) as date,
    sum(items)::int as count, null::json as first, coalesce(first, last) as sort
  from ${evidenceCounts} cross join lateral
    unnest(case when cardinality(countries) = 0 then array['']::text[] else countries::text[] end) as place (country)
  where ${countedIn(reader, filter)} group by place.country, first, last having sum(items) <> 0`;

const countedIn = (reader: Actor, { from, to, records = "all" }: TimelineFilter): SQL | undefined =>
  and(
    sql`num_nonnulls(${evidenceCounts.first}, ${evidenceCounts.last}) > 0`,
    may(filterReader(reader, { records }), "read drafts") ? undefined : eq(evidenceCounts.isPublic, true),
    to ? sql`coalesce(${evidenceCounts.first}, '-infinity') <= ${to}::date` : undefined,
    from ? sql`coalesce(${evidenceCounts.last}, 'infinity') >= ${from}::date` : undefined,
  );

/** How many items of each month are about some countries, the latest first; undefined where more than countries narrows a view. */
export async function countMonths(
  reader: Actor,
  filter: TimelineFilter,
): Promise<readonly CountedMonth[] | undefined> {
  const { q, box, periodFrom, periodTo, from, to, country, kind } = filter;
  if (q || box || periodFrom || periodTo || from || to || isChosen(kind) || !isOn("evidence", filter))
    return undefined;
  const about = choiceCondition(country, (codes) => arrayOverlaps(evidenceCounts.countries, codes));
  return db
    .select({
      month: sql<string>`coalesce(${evidenceCounts.first}, ${evidenceCounts.last})::text`,
      items: sql<number>`sum(${evidenceCounts.items})::int`,
    })
    .from(evidenceCounts)
    .where(and(countedIn(reader, filter), about))
    .groupBy(sql`1`)
    .orderBy(sql`1 desc`);
}

type CountedMonth = { readonly month: string; readonly items: number };

/** The month from which on there are so many items; undefined: there are not. */
export function monthSince(months: readonly CountedMonth[], items: number): string | undefined {
  let found = 0;
  return months.find((month) => {
    found += month.items;
    return found >= items;
  })?.month;
}
