import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { type EvidenceFacet, NOT_KNOWN_VALUE } from "@/lib/filters/evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { db } from "../../client";
import { claimEvidence, claims, evidence, evidenceSums, organizations } from "../../schema";
import { FACET_SUMS } from "../../schema/evidence-sums";
import { headColumn } from "../reading/list-totals";
import { leadsToSeen, visibleTo } from "../visibility";
import { MOST_VALUES, monthOrYear } from "./facet-values";

/** The sums of what this reader may see. */
export const seenSums = (reader: Actor): SQL | undefined =>
  may(reader, "read drafts") ? undefined : eq(evidenceSums.isPublic, true);

/** How many items there are altogether. */
export const countAllEvidence = (reader: Actor) =>
  db
    .select({ total: sql<number>`coalesce(sum(${evidenceSums.items}), 0)::int`, head: headColumn })
    .from(evidenceSums)
    .where(and(eq(evidenceSums.facet, "kind"), seenSums(reader)));

/** How many items an organization published: that of an id, or of a query that has it. */
export const countPublishedBy = (reader: Actor, organization: AnyPgColumn | string): SQL<number> =>
  sql<number>`(select coalesce(sum(${evidenceSums.items}), 0)::int from ${evidenceSums} where ${and(
    eq(evidenceSums.facet, "publisher"),
    sql`${evidenceSums.value} = ${organization}::text`,
    seenSums(reader),
  )})`;

export type FacetRow = {
  readonly facet: EvidenceFacet;
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
};

/**
 * The values of every facet of all of the evidence, from its sums; a stance by the claims, of which there are fewer.
 * @param reader who sees the items; publishers and claims are those that the actor sees
 */
export async function readFacetSums(actor: Actor, reader: Actor): Promise<FacetRow[]> {
  const publisher = sql`
    select ${organizations.slug} as slug, ${organizations.name} as name, ${organizations.reliability} as reliability, sums.items
    from sums left join ${organizations} on ${organizations.id}::text = sums.value and ${visibleTo(actor, organizations)}
    where sums.facet = 'publisher'`;
  const rows = await db.execute<FacetRow>(sql`
    with sums as materialized (
      select ${evidenceSums.facet} as facet, ${evidenceSums.value} as value, ${evidenceSums.first} as first_day,
        ${evidenceSums.last} as last_day, sum(${evidenceSums.items})::int as items
      from ${evidenceSums} where ${and(inArray(evidenceSums.facet, FACET_SUMS), seenSums(reader))} group by 1, 2, 3, 4 having sum(${evidenceSums.items}) <> 0
    ),
    publishers as materialized (${publisher})
    select facet, value, null as label, items as count from sums where facet not in ('publisher', 'date')
    union all
    (select 'publisher', coalesce(slug, ${NOT_KNOWN_VALUE}), max(name), sum(items)::int from publishers group by 2
      order by 4 desc, 2 limit ${MOST_VALUES})
    union all
    select 'reliability', coalesce(reliability::text, ${NOT_KNOWN_VALUE}), null, sum(items)::int from publishers group by 2
    union all
    select 'period', ${monthOrYear}, null, sum(items)::int from sums where facet = 'date' and ${monthOrYear} is not null group by 2
    union all
    select 'stance', ${claimEvidence.stance}::text, null, count(distinct ${claimEvidence.evidenceId})::int from ${claimEvidence}
      where ${leadsToSeen(actor, claimEvidence.claimId, claims)} and ${leadsToSeen(reader, claimEvidence.evidenceId, evidence)}
      group by 2`);
  return [...rows];
}
