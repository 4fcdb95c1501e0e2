import { and, eq, type SQL, sql } from "drizzle-orm";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { LANES, type Lane } from "@/lib/timeline/timeline-lane";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { evidence, evidenceSums } from "../../schema";
import { seenSums } from "../evidence/evidence-sums";
import { evidenceByMonth } from "../figures/evidence-count-sums";
import { isChosen } from "../filters/choice-condition";
import { filterReader } from "../filters/filter-conditions";
import { visibleTo } from "../visibility";
import { isOn, laneRows, type TimelineFilter, unionAll } from "./timeline-lanes";

/** Whether the sums know how much evidence a view has: nothing but time narrows it. */
export const isEvidenceSummed = (filter: TimelineFilter): boolean => {
  const { q, box, periodFrom, periodTo, country, kind } = filter;
  return isOn("evidence", filter) && !(q || box || periodFrom || periodTo) && !isChosen(country) && !isChosen(kind);
};

/** The sums of dated evidence within the view's time: rows that are added up. */
const summed = (
  reader: Actor,
  { from, to, records = "all" }: TimelineFilter,
  facet: "date" | "month_country" = "date",
): SQL | undefined =>
  and(
    eq(evidenceSums.facet, facet),
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

/** The lanes whose records no sums know. */
export const lanesOneByOne = (filter: TimelineFilter): Lane[] =>
  LANES.filter((lane) => !(lane === "evidence" && isEvidenceSummed(filter)));

/** The dated records of a lane, a row for each. */
export const countedLane = (reader: Actor, lane: Lane, filter: TimelineFilter): SQL =>
  sql`select day_from, day_to, 1 as records from (${laneRows(reader, lane, filter, true)}) as row`;

/** The dated records of a view as `item`, of which each row counts as many as its `records` says. */
export function countedRows(reader: Actor, filter: TimelineFilter): SQL {
  const rows = lanesOneByOne(filter).map((lane) => countedLane(reader, lane, filter));
  const sums = sql`select ${evidenceSums.first}, ${evidenceSums.last}, ${evidenceSums.items} from ${evidenceSums} where ${summed(reader, filter)}`;
  return unionAll(isEvidenceSummed(filter) ? [...rows, sums] : rows);
}

/** The countries of an `item`, "" for that of none. */
export const places = sql`lateral unnest(case when cardinality(item.countries) = 0 then array[''] else item.countries end) as place (country)`;

/**
 * Of how many records about each country a month is the date, and of those that are of no one month their first and last day:
 * of a million items the exact dates of every country are ten times as many, and too many to draw.
 */
export function monthsOfCountries(reader: Actor, filter: TimelineFilter): SQL {
  const rows = unionAll(lanesOneByOne(filter).map((lane) => laneRows(reader, lane, filter, true)));
  // Few sets of countries are told apart in each month, and those alone are spread over their countries.
  const counted = sql`
    select place.country, first, last, items from (
      select item.countries, counted_first(item.day_from, item.day_to) as first, counted_last(item.day_from, item.day_to) as last,
        count(*) as items from ${rows} group by 1, 2, 3
    ) as item cross join ${places}`;
  const sums = sql`
    select case value when 'none' then '' else value end, first, last, items from ${evidenceSums}
    where ${summed(reader, filter, "month_country")}`;
  const months = isEvidenceSummed(filter) ? sql`${counted} union all ${sums}` : counted;
  return sql`
    select country, json_build_object('edtf', ${monthOf(sql`first`, sql`last`)}, 'from', first, 'to', last) as date,
      sum(items)::int as count, null::json as first, coalesce(first, last) as sort
    from (${months}) as months group by country, first, last having sum(items) <> 0`;
}

/** Claims as `item`, the time that they speak of told by its month where it is no longer. */
export const spokenByMonth = (rows: SQL): SQL => sql`(
  select lane, slug, kind, title, on_slug, edtf, day_from, day_to, countries,
    counted_first(period_from, period_to) as period_from, counted_last(period_from, period_to) as period_to,
    case when to_char(period_from, 'YYYY-MM') = to_char(period_to, 'YYYY-MM') then to_char(period_from, 'YYYY-MM') else period_edtf end as period_edtf
  from ${rows} where period_edtf is not null) as item`;

/** The EDTF of a month, or of the time between two days. */
const monthOf = (first: SQL, last: SQL) => sql`case
  when to_char(${first}, 'YYYY-MM') = to_char(${last}, 'YYYY-MM') then to_char(${first}, 'YYYY-MM')
  else coalesce(${first}::text, '..') || '/' || coalesce(${last}::text, '..') end`;

/** How many items of each month are about some countries, the latest first; undefined where more than countries narrows a view. */
export async function countMonths(
  reader: Actor,
  filter: TimelineFilter,
): Promise<readonly CountedMonth[] | undefined> {
  const { q, box, periodFrom, periodTo, from, to, country, kind, records = "all" } = filter;
  if (q || box || periodFrom || periodTo || from || to || isChosen(kind) || !isOn("evidence", filter))
    return undefined;
  const sums = evidenceByMonth(filterReader(reader, { records }), {
    ...dashboardFilter.absent,
    country: country ?? dashboardFilter.absent.country,
  });
  const rows = await db.execute<CountedMonth>(sql`
    select coalesce(first, last)::text as month, sum(items)::int as items from (${sums}) as sums
    where num_nonnulls(first, last) > 0 group by 1 order by 1 desc`);
  return [...rows];
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
