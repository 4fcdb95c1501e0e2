import { and, eq, type SQL, sql } from "drizzle-orm";
import { type EvidenceFacet, MOST_COUNTED_ITEMS, NOT_KNOWN_VALUE } from "@/lib/filters/evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claimEvidence, claims, evidence, organizations } from "../../schema";
import { firstFound } from "../search/some-found";
import { visibleTo } from "../visibility";
import type { FacetRow } from "./evidence-sums";
import { MOST_VALUES, monthOrYear } from "./facet-values";

type EvidenceSet = {
  readonly where: SQL | undefined;
  /** Where words are looked for, what holds of the items whose own words answer. */
  readonly own: SQL | null | undefined;
};

/** The values that the items of a set have in some facets; `items`: how many of them were counted, at most one too many. */
export async function countFacetsOfSet(actor: Actor, { where, own }: EvidenceSet, facets: readonly EvidenceFacet[]) {
  const columns = sql`${evidence.id}, ${evidence.kind}, ${evidence.language}, ${evidence.credibility}, ${evidence.state},
    ${evidence.countries}, ${evidence.publisherId}, ${evidence.publishedFrom} as first_day, ${evidence.publishedTo} as last_day`;
  const found = firstFound({
    name: "found",
    columns,
    table: evidence,
    own,
    all: where,
    most: MOST_COUNTED_ITEMS + 1,
  });
  const rows = await db.execute<Omit<FacetRow, "facet"> & { facet: EvidenceFacet | "" }>(sql`
    with ${found}
    select '' as facet, '' as value, null as label, count(*)::int as count from found
    union all ${sql.join(
      facets.map((facet) => COUNTED[facet](actor)),
      sql` union all `,
    )}`);
  const counted = rows.flatMap(({ facet, ...row }): FacetRow[] => (facet ? [{ facet, ...row }] : []));
  return { rows: counted, items: rows.find(({ facet }) => facet === "")?.count ?? 0 };
}

const counted = (facet: EvidenceFacet, value: SQL, from: SQL = sql`found`, label: SQL = sql`null`) =>
  sql`(select ${facet}::text, ${value}, ${label}, count(*)::int from ${from} group by 2 order by 4 desc, 2 limit ${MOST_VALUES})`;
const orNone = (column: SQL) => sql`coalesce(${column}::text, ${NOT_KNOWN_VALUE})`;
const publishedBy = (actor: Actor) =>
  sql`found left join ${organizations} on ${organizations.id} = found.publisher_id and ${visibleTo(actor, organizations)}`;

const COUNTED: Readonly<Record<EvidenceFacet, (actor: Actor) => SQL>> = {
  kind: () => counted("kind", sql`kind::text`),
  publisher: (actor) =>
    counted("publisher", orNone(sql`${organizations.slug}`), publishedBy(actor), sql`max(${organizations.name})`),
  language: () => counted("language", orNone(sql`language`)),
  country: () =>
    counted("country", sql`place::text`, sql`found cross join lateral unnest(countries) as named (place)`),
  reliability: (actor) => counted("reliability", orNone(sql`${organizations.reliability}`), publishedBy(actor)),
  credibility: () => counted("credibility", orNone(sql`credibility`)),
  // By day first: turning days into text is what takes time.
  period: () => sql`(
    select 'period', ${monthOrYear}, null, sum(items)::int
    from (select first_day, last_day, count(*) as items from found group by 1, 2) as days
    where ${monthOrYear} is not null group by 2)`,
  stance: (actor) => sql`(
    select 'stance', ${claimEvidence.stance}::text, null, count(distinct found.id)::int from found
    join ${claimEvidence} on ${claimEvidence.evidenceId} = found.id
    join ${claims} on ${and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims))} group by 2)`,
  state: () => counted("state", sql`state::text`),
};
