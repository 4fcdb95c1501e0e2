import { and, eq, type SQL, sql } from "drizzle-orm";
import { EVIDENCE_FACETS, type EvidenceFacet, NOT_KNOWN_VALUE } from "@/lib/filters/evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claimEvidence, claims, evidence, organizations } from "../../schema";
import { visibleTo } from "../visibility";
import { type EvidenceNarrowing, evidenceConditions, facetCondition } from "./evidence-conditions";

/** A value that can be chosen, with the number of items it would show beside what is chosen in the other facets. */
export type EvidenceFacetCount = { readonly value: string; readonly label: string | null; readonly count: number };
export type EvidenceFacets = Readonly<Record<EvidenceFacet, readonly EvidenceFacetCount[]>>;

/** Its first ones are shown, the rest is found by searching. */
const MOST_VALUES = 200;

/**
 * The counts behind every facet in one pass: an item counts everywhere when it passes all facets, and in the one facet
 * that alone leaves it out. The value "none" stands for what is not known; a year's count includes its months.
 */
export async function countEvidenceFacets(actor: Actor, narrowing: EvidenceNarrowing): Promise<EvidenceFacets> {
  requirePermission(actor, "read published records");
  const rows = (await db.execute(statement(actor, narrowing))) as unknown as (EvidenceFacetCount & {
    facet: EvidenceFacet;
  })[];
  const of = (facet: EvidenceFacet) =>
    rows.filter((row) => row.facet === facet).map(({ value, label, count }) => ({ value, label, count }));
  const facets = Object.fromEntries(EVIDENCE_FACETS.map((facet) => [facet, of(facet)])) as Record<
    EvidenceFacet,
    EvidenceFacetCount[]
  >;
  return { ...facets, period: withYears(facets.period), state: may(actor, "read drafts") ? facets.state : [] };
}

function statement(actor: Actor, narrowing: EvidenceNarrowing): SQL {
  const chosen = EVIDENCE_FACETS.flatMap((facet) => {
    const condition = facetCondition(actor, facet, narrowing[facet]);
    return condition ? [{ facet, fails: sql`(${condition}) is not true` }] : [];
  });
  const fails = chosen.map(({ fails }) => sql`(${fails})::int`);
  const failed = chosen.map(({ facet, fails }) => sql`when ${fails} then ${facet}`);
  const atMostOne = fails.length > 1 ? sql`${sql.join(fails, sql` + `)} <= 1` : undefined;
  const counts = (facet: EvidenceFacet) => sql`(failed is null or failed = ${facet})`;
  const counted = (
    facet: EvidenceFacet,
    value: SQL,
    { from = sql``, label = sql`null`, count = sql`count(*)` } = {},
  ) =>
    sql`(
      select ${facet}::text as facet, coalesce(${value}, ${NOT_KNOWN_VALUE}) as value, max(${label}::text) as label, ${count}::int as count
      from narrowed ${from} where ${counts(facet)}
      group by 2 order by 4 desc, 2 limit ${MOST_VALUES})`;
  return sql`
    with narrowed as materialized (
      select ${evidence.id}, ${evidence.kind}, ${evidence.language}, ${evidence.credibility}, ${evidence.state},
        ${evidence.countries}, ${organizations.slug} as publisher, ${organizations.name} as publisher_name,
        ${organizations.reliability},
        ${evidence.publishedFrom} as first_day, ${evidence.publishedTo} as last_day,
        ${failed.length > 0 ? sql`case ${sql.join(failed, sql` `)} end` : sql`null::text`} as failed
      from ${evidence}
      left join ${organizations} on ${organizations.id} = ${evidence.publisherId} and ${visibleTo(actor, organizations)}
      where ${and(evidenceConditions(actor, narrowing), atMostOne)}
    )
    ${sql.join(
      [
        counted("kind", sql`kind::text`),
        counted("publisher", sql`publisher`, { label: sql`publisher_name` }),
        counted("language", sql`language`),
        counted("country", sql`place`, { from: sql`cross join lateral unnest(countries) as named(place)` }),
        counted("reliability", sql`reliability::text`),
        counted("credibility", sql`credibility::text`),
        countedPeriods(counts("period")),
        counted("state", sql`state::text`),
        counted("stance", sql`stance::text`, { from: statedIn(actor), count: sql`count(distinct narrowed.id)` }),
      ],
      sql` union all `,
    )}`;
}

const statedIn = (actor: Actor) =>
  sql`join ${claimEvidence} on ${claimEvidence.evidenceId} = narrowed.id
    join ${claims} on ${and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims))}`;

/** Counted by day first: turning days into text is what takes time. A span over several years is in no period. */
const countedPeriods = (counts: SQL) => sql`(
  select 'period', case when first_day is null and last_day is null then ${NOT_KNOWN_VALUE}
    when left(first_day::text, 7) = left(last_day::text, 7) then left(first_day::text, 7)
    else left(first_day::text, 4) end, null, sum(items)::int
  from (select first_day, last_day, count(*) as items from narrowed where ${counts} group by 1, 2) as days
  where (first_day is null and last_day is null) or left(first_day::text, 4) = left(last_day::text, 4)
  group by 2)`;

/** Months and items of which only the year is known, with a row for each year that counts both; latest first. */
function withYears(periods: readonly EvidenceFacetCount[]): EvidenceFacetCount[] {
  const counts = new Map<string, number>();
  const add = (value: string, count: number) => counts.set(value, (counts.get(value) ?? 0) + count);
  for (const { value, count } of periods) {
    if (value.length === 7) add(value.slice(0, 4), count);
    add(value, count);
  }
  return [...counts]
    .map(([value, count]) => ({ value, label: null, count }))
    .sort((a, b) =>
      a.value === NOT_KNOWN_VALUE ? 1 : b.value === NOT_KNOWN_VALUE ? -1 : a.value < b.value ? 1 : -1,
    );
}
