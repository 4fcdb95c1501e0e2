import { and, arrayOverlaps, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { byMonth, type DatedCount } from "@/lib/dates/months";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { EvidenceKind } from "@/lib/records/evidence";
import { groupBy } from "@/lib/text/group-by";
import { edgeMonths } from "@/lib/timeline/edge-months";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { db } from "../../client";
import { evidence, evidenceCounts } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { evidenceInFilter } from "../filters/filter-conditions";
import { cachedAtRevision } from "./result-cache";

/** More months than any figure shows: two hundred years. */
const MOST_MONTHS = 2400;

/** The rows of `evidence` one by one, as far as a condition leaves them, in the form of the stored sums. */
const oneByOne = (where: SQL | undefined) =>
  sql`select counted_first(${evidence.publishedFrom}, ${evidence.publishedTo}) as first, counted_last(${evidence.publishedFrom}, ${evidence.publishedTo}) as last, ${evidence.kind} as kind, ${evidence.language} as language, ${evidence.countries} as countries, 1 as items from ${evidence} where ${where ?? sql`true`}`;

/**
 * The evidence of a view as a table of sums by month (or the date's own days where it is no month's), kind, language and
 * countries. From the stored sums; item by item only in months that the period cuts, and in a box, which the sums
 * know nothing of.
 */
function evidenceCountSums(reader: Actor, filter: DashboardFilter): SQL {
  if (filter.box) return oneByOne(evidenceInFilter(reader, filter));
  const { first, last } = evidenceCounts;
  const { from, to } = filter;
  const months = edgeMonths(filter);
  const isCut = sql.join(
    months.map((month) => sql`(${first}, ${last}) = (${month.from}::date, ${month.to}::date)`),
    sql` or `,
  );
  const sums = sql`select ${first} as first, ${last} as last, ${evidenceCounts.kind} as kind, ${evidenceCounts.language} as language, ${evidenceCounts.countries} as countries, ${evidenceCounts.items} as items from ${evidenceCounts} where ${and(
    sql`true`,
    may(reader, "read drafts") ? undefined : eq(evidenceCounts.isPublic, true),
    choiceCondition(filter.country, (codes) => arrayOverlaps(evidenceCounts.countries, codes)),
    to ? sql`coalesce(${first}, ${last}) <= ${to}::date` : undefined,
    from
      ? sql`coalesce(${last}, case when ${first} is not null then 'infinity'::date end) >= ${from}::date`
      : undefined,
    months.length > 0 ? sql`(${isCut}) is not true` : undefined,
  )}`;
  const cut = months.map((month) =>
    oneByOne(
      and(
        evidenceInFilter(reader, filter),
        sql`${evidence.publishedSort} between ${month.from}::date and ${month.to}::date`,
        isNotNull(evidence.publishedFrom),
        sql`${evidence.publishedTo} <= ${month.to}::date`,
      ),
    ),
  );
  return sql.join([sums, ...cut], sql` union all `);
}

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
  const rows = await db.execute<Sum>(sql`
    select first::text as "from", last::text as "to", kind, language, sum(items)::int as count,
      case when grouping(kind) = 0 then 'kind' else 'language' end as of
    from (${evidenceCountSums(reader, filter)}) as sums
    group by grouping sets ((first, last, kind), (first, last, language)) having sum(items) <> 0
    order by first, last, kind, language`);
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

/** How much of it bears which date, for `byMonth`; days within a month are that month. */
export async function countDates(reader: Actor, filter: DashboardFilter): Promise<DatedCount[]> {
  const rows = await db.execute<DatedCount>(
    sql`select first::text as "from", last::text as "to", sum(items)::int as count from (${evidenceCountSums(reader, filter)}) as sums group by first, last having sum(items) <> 0 order by first, last`,
  );
  return [...rows];
}

/** How much evidence there is altogether, and about each country; an item about two is counted with both. */
export async function countEvidenceFigures(reader: Actor, filter: DashboardFilter) {
  const sets = await db.execute<{ countries: string[]; count: number }>(
    sql`select to_json(countries) as countries, sum(items)::int as count from (${evidenceCountSums(reader, filter)}) as sums group by countries having sum(items) <> 0`,
  );
  const about = new Map<string, number>();
  for (const { countries, count } of sets) {
    for (const country of new Set(countries)) about.set(country, (about.get(country) ?? 0) + count);
  }
  return {
    total: sets.reduce((sum, { count }) => sum + count, 0),
    byCountry: [...about].map(([country, count]) => ({ country, count })),
  };
}
