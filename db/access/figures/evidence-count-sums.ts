import { and, arrayOverlaps, eq, isNotNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { edgeMonths } from "@/lib/timeline/edge-months";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { evidence, evidenceCounts, evidenceSums } from "../../schema";
import type { MONTH_SUMS } from "../../schema/evidence-sums";
import { seenSums } from "../evidence/evidence-sums";
import { choiceCondition, isChosen } from "../filters/choice-condition";
import { evidenceInFilter } from "../filters/filter-conditions";

/** The rows of `evidence` one by one, as far as a condition leaves them, in the form of the stored sums. */
const oneByOne = (where: SQL | undefined) =>
  sql`select counted_first(${evidence.publishedFrom}, ${evidence.publishedTo}) as first, counted_last(${evidence.publishedFrom}, ${evidence.publishedTo}) as last, ${evidence.kind} as kind, ${evidence.language} as language, ${evidence.countries} as countries, 1 as items from ${evidence} where ${where ?? sql`true`}`;

/** The items of each month that a period takes in only a part of: the sums don't know them. */
const cutMonths = (reader: Actor, filter: DashboardFilter): SQL[] =>
  edgeMonths(filter).map((month) =>
    oneByOne(
      and(
        evidenceInFilter(reader, filter),
        sql`${evidence.publishedSort} between ${month.from}::date and ${month.to}::date`,
        isNotNull(evidence.publishedFrom),
        sql`${evidence.publishedTo} <= ${month.to}::date`,
      ),
    ),
  );

/** The sums whose days lie in the period, but for those of a month that it cuts. */
function inWholeMonths(
  { first, last }: Record<"first" | "last", SQLWrapper>,
  filter: DashboardFilter,
): SQL | undefined {
  const { from, to } = filter;
  const months = edgeMonths(filter);
  const isCut = sql.join(
    months.map((month) => sql`(${first}, ${last}) = (${month.from}::date, ${month.to}::date)`),
    sql` or `,
  );
  return and(
    to ? sql`coalesce(${first}, ${last}) <= ${to}::date` : undefined,
    from
      ? sql`coalesce(${last}, case when ${first} is not null then 'infinity'::date end) >= ${from}::date`
      : undefined,
    months.length > 0 ? sql`(${isCut}) is not true` : undefined,
  );
}

/**
 * The evidence of a view as a table of sums by month (or the date's own days where it is no month's), kind, language and
 * countries. From the stored sums; item by item only in months that the period cuts, and in a box, which the sums
 * know nothing of.
 */
export function evidenceCountSums(reader: Actor, filter: DashboardFilter): SQL {
  if (filter.box) return oneByOne(evidenceInFilter(reader, filter));
  const sums = sql`select ${evidenceCounts.first} as first, ${evidenceCounts.last} as last, ${evidenceCounts.kind} as kind, ${evidenceCounts.language} as language, ${evidenceCounts.countries} as countries, ${evidenceCounts.items} as items from ${evidenceCounts} where ${and(
    sql`true`,
    may(reader, "read drafts") ? undefined : eq(evidenceCounts.isPublic, true),
    choiceCondition(filter.country, (codes) => arrayOverlaps(evidenceCounts.countries, codes)),
    inWholeMonths(evidenceCounts, filter),
  )}`;
  return sql.join([sums, ...cutMonths(reader, filter)], sql` union all `);
}

type MonthSum = (typeof MONTH_SUMS)[number];
const WORDS: Readonly<Record<MonthSum, SQL>> = {
  month_kind: sql`kind::text`,
  month_language: sql`coalesce(language, 'none')`,
  month_country: sql`place`,
};
const PLACES = sql`cross join unnest(case when cardinality(countries) = 0 then array['none'] else countries::text[] end) as about (place)`;

/**
 * The same by one value alone, as `first`, `last`, `value` and `items`: of a million items as few rows as of ten thousand.
 * @returns null for a view that these sums know nothing of: of a box, or of countries that an item may be about together
 */
export function evidenceSumsBy(reader: Actor, filter: DashboardFilter, facet: MonthSum): SQL | null {
  if (filter.box) return null;
  const only = onlyCountry(filter);
  if (isChosen(filter.country) && !(only && facet === "month_country")) return null;
  const sums = sql`select ${evidenceSums.first} as first, ${evidenceSums.last} as last, ${evidenceSums.value} as value, ${evidenceSums.items} as items from ${evidenceSums} where ${and(
    eq(evidenceSums.facet, facet),
    only ? eq(evidenceSums.value, only) : undefined,
    seenSums(reader),
    inWholeMonths(evidenceSums, filter),
  )}`;
  const isOfCountry = only ? sql`where place = ${only}` : sql``;
  const cut = cutMonths(reader, filter).map(
    (items) =>
      sql`select first, last, ${WORDS[facet]}, items from (${items}) as cut ${facet === "month_country" ? sql`${PLACES} ${isOfCountry}` : sql``}`,
  );
  return sql.join([sums, ...cut], sql` union all `);
}

/** The country of a view of one and no other condition on countries. */
const onlyCountry = ({ country: { any, without } }: Pick<DashboardFilter, "country">): string | undefined =>
  any.length === 1 && without.length === 0 ? any[0] : undefined;

/** Sums by month of all items of a view, each once. */
export const evidenceByMonth = (reader: Actor, filter: DashboardFilter): SQL =>
  evidenceSumsBy(reader, filter, onlyCountry(filter) ? "month_country" : "month_kind") ??
  evidenceCountSums(reader, filter);
