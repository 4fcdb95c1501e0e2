import { type SQL, sql } from "drizzle-orm";
import { byMonth, type DatedCount } from "@/lib/dates/months";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { EvidenceKind } from "@/lib/records/evidence";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { isChosen } from "../filters/choice-condition";
import { evidenceByMonth, evidenceCountSums, evidenceSumsBy } from "./evidence-count-sums";
import { cachedAtRevision } from "./result-cache";

/** More months than any figure shows: two hundred years. */
const MOST_MONTHS = 2400;

type Sum = DatedCount & { kind: EvidenceKind | null; language: string | null; of: "kind" | "language" };

/** Each month that has some of it, with how much. */
const inMonths = <K extends string | null>(rows: readonly Sum[], wordOf: (row: Sum) => K) =>
  [...groupBy(rows, wordOf)].flatMap(([value, own]) =>
    byMonth(own, MOST_MONTHS)
      .months.filter(({ count }) => count > 0)
      .map(({ month, count }) => ({ month, value, count })),
  );

const totals = <K extends string | null>(rows: readonly Sum[], wordOf: (row: Sum) => K) =>
  [...groupBy(rows, wordOf)]
    .map(([value, own]) => ({ value, count: own.reduce((sum, row) => sum + row.count, 0) }))
    .sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1));

/**
 * Evidence by the month in which it was published. `months` runs from the first to the last that has any, with true zeros
 * between; `coarser` items are dated, but to no month, `undated` ones not at all: they stand beside the months. `byKind`
 * and `byLanguage` have only what there is; a language of null is one that was not recorded.
 */
export function readEvidenceMonths(actor: Actor, filter: DashboardFilter) {
  return cachedAtRevision(actor, "evidence-months", filter, (reader) => countMonths(reader, filter));
}

async function countMonths(reader: Actor, filter: DashboardFilter) {
  const rows = await db.execute<Sum>(sumsOfMonths(reader, filter));
  const kinds = rows.filter(({ of }) => of === "kind");
  const languages = rows.filter(({ of }) => of === "language");
  const kindOf = ({ kind }: Sum) => kind as EvidenceKind;
  const { months, coarser, undated } = byMonth(kinds, MOST_MONTHS);
  return {
    total: kinds.reduce((sum, { count }) => sum + count, 0),
    months,
    coarser,
    undated,
    byKind: inMonths(kinds, kindOf).map(({ value: kind, ...rest }) => ({ ...rest, kind })),
    byLanguage: inMonths(languages, ({ language }) => language).map(({ value: language, ...rest }) => ({
      ...rest,
      language,
    })),
    kinds: totals(kinds, kindOf).map(({ value: kind, count }) => ({ kind, count })),
    languages: totals(languages, ({ language }) => language).map(({ value: language, count }) => ({
      language,
      count,
    })),
  };
}

function sumsOfMonths(reader: Actor, filter: DashboardFilter): SQL {
  const byKind = evidenceSumsBy(reader, filter, "month_kind");
  const byLanguage = evidenceSumsBy(reader, filter, "month_language");
  const days = sql`first::text as "from", last::text as "to"`;
  if (byKind && byLanguage) {
    const [kind, language] = [sql`value::evidence_kind`, sql`nullif(value, 'none')`];
    return sql`
      select ${days}, ${kind} as kind, null as language, sum(items)::int as count, 'kind' as of from (${byKind}) as kinds
      group by first, last, value having sum(items) <> 0
      union all
      select ${days}, null, ${language}, sum(items)::int, 'language' from (${byLanguage}) as languages
      group by first, last, value having sum(items) <> 0
      order by "from", "to", kind, language`;
  }
  return sql`
    select ${days}, kind, language, sum(items)::int as count,
      case when grouping(kind) = 0 then 'kind' else 'language' end as of
    from (${evidenceCountSums(reader, filter)}) as sums
    group by grouping sets ((first, last, kind), (first, last, language)) having sum(items) <> 0
    order by first, last, kind, language`;
}

/** How much of it bears which date, for `byMonth`; days within a month are that month. */
export async function countDates(reader: Actor, filter: DashboardFilter): Promise<DatedCount[]> {
  const rows = await db.execute<DatedCount>(
    sql`select first::text as "from", last::text as "to", sum(items)::int as count from (${evidenceByMonth(reader, filter)}) as sums group by first, last having sum(items) <> 0 order by first, last`,
  );
  return [...rows];
}

/** How much evidence there is altogether. */
export async function countEvidenceOfView(reader: Actor, filter: DashboardFilter): Promise<number> {
  const [row] = await db.execute<{ total: number }>(
    sql`select coalesce(sum(items), 0)::int as total from (${evidenceByMonth(reader, filter)}) as sums`,
  );
  return row?.total ?? 0;
}

/** How much evidence there is about each country; an item about two is counted with both. */
export async function countEvidenceByCountry(reader: Actor, filter: DashboardFilter) {
  const known = isChosen(filter.country) ? null : evidenceSumsBy(reader, filter, "month_country");
  const rows = known
    ? sql`select value as country, sum(items)::int as count from (${known}) as sums where value <> 'none' group by value having sum(items) <> 0`
    : sql`select place as country, sum(items)::int as count from (${evidenceCountSums(reader, filter)}) as sums cross join unnest(countries::text[]) as about (place) group by place having sum(items) <> 0`;
  return [...(await db.execute<{ country: string; count: number }>(rows))];
}
