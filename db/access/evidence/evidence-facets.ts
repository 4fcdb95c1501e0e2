import { and, type SQL } from "drizzle-orm";
import {
  EVIDENCE_FACETS,
  type EvidenceFacet,
  MOST_COUNTED_ITEMS,
  NOT_KNOWN_VALUE,
} from "@/lib/filters/evidence-filter";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { evidence } from "../../schema";
import { cachedForRole } from "../figures/result-cache";
import { filterReader } from "../filters/filter-conditions";
import { asksOwnWords, matchesEvidenceText } from "../search/text-search";
import { type EvidenceNarrowing, evidenceConditions, facetCondition, isNarrowed } from "./evidence-conditions";
import { type FacetRow, readFacetSums } from "./evidence-sums";
import { countFacetsOfSet } from "./facet-counts";

/**
 * A value that can be chosen, with the number of items it would show beside what is chosen in the other facets.
 * `isLeast`: there may be more, since not all of them were looked at.
 */
export type EvidenceFacetCount = {
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
  readonly isLeast?: true;
};
export type EvidenceFacets = Readonly<Record<EvidenceFacet, readonly EvidenceFacetCount[]>>;

/**
 * The counts behind every facet: of all the evidence from its sums, of what a filter leaves item by item, but of no more
 * than `MOST_COUNTED_ITEMS` items; a facet of more has every value that there is. The value "none" stands for what is not known; a
 * year's count includes its months. What no write has changed is not counted again.
 */
export async function countEvidenceFacets(actor: Actor, narrowing: EvidenceNarrowing): Promise<EvidenceFacets> {
  requirePermission(actor, "read published records");
  const { records = "all" } = narrowing;
  const reader = filterReader(actor, { records });
  const all = await cachedForRole(actor, "evidence facets", { records }, async () =>
    facetsOf(actor, await readFacetSums(actor, reader)),
  );
  if (!isNarrowed(narrowing)) return all;
  // What somebody has read is theirs alone, and changes without a write to the records.
  if (narrowing.unread) return countFacets(actor, narrowing, all);
  return cachedForRole(actor, "evidence facets", narrowing, () => countFacets(actor, narrowing, all));
}

async function countFacets(actor: Actor, narrowing: EvidenceNarrowing, all: EvidenceFacets): Promise<EvidenceFacets> {
  const chosen = EVIDENCE_FACETS.filter((facet) => facetCondition(actor, facet, narrowing[facet]));
  const others = EVIDENCE_FACETS.filter((facet) => !chosen.includes(facet));
  const sets = await Promise.all([
    countSet(actor, narrowing, others, all),
    ...chosen.map((facet) => countSet(actor, { ...narrowing, [facet]: undefined }, [facet], all)),
  ]);
  return Object.assign({}, ...sets) as EvidenceFacets;
}

/** What a filter leaves, in the facets that it leaves open. */
async function countSet(
  actor: Actor,
  narrowing: EvidenceNarrowing,
  facets: readonly EvidenceFacet[],
  all: EvidenceFacets,
): Promise<Partial<EvidenceFacets>> {
  if (!isNarrowed(narrowing)) return Object.fromEntries(facets.map((facet) => [facet, all[facet]]));
  const { q, ...others } = narrowing;
  const own = q && asksOwnWords(q) && and(evidenceInView(actor, others), matchesEvidenceText(evidence.search, q));
  const set = { where: evidenceInView(actor, narrowing), own: own || null };
  const { rows, items } = await countFacetsOfSet(actor, set, facets);
  const counted = facetsOf(actor, rows);
  const shown = (facet: EvidenceFacet) =>
    items > MOST_COUNTED_ITEMS ? asLeast(counted[facet], all[facet]) : counted[facet];
  return Object.fromEntries(facets.map((facet) => [facet, shown(facet)]));
}

/** Whatever a view of the list names. */
export const evidenceInView = (actor: Actor, narrowing: EvidenceNarrowing): SQL | undefined =>
  and(
    evidenceConditions(actor, narrowing),
    ...EVIDENCE_FACETS.map((facet) => facetCondition(actor, facet, narrowing[facet])),
  );

/** With the values that none of those looked at has: another one may. */
function asLeast(counted: readonly EvidenceFacetCount[], all: readonly EvidenceFacetCount[]): EvidenceFacetCount[] {
  const found = new Map(counted.map((one) => [one.value, one]));
  const unseen = all.filter(({ value }) => !found.has(value)).map((one) => ({ ...one, count: 0 }));
  return [...counted, ...unseen].map((one) => ({ ...one, isLeast: true }));
}

function facetsOf(actor: Actor, rows: readonly FacetRow[]): EvidenceFacets {
  const byFacet = groupBy(rows, ({ facet }) => facet);
  const of = (facet: EvidenceFacet): EvidenceFacetCount[] =>
    (byFacet.get(facet) ?? [])
      .map(({ value, label, count }) => ({ value, label, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const facets = Object.fromEntries(EVIDENCE_FACETS.map((facet) => [facet, of(facet)])) as Record<
    EvidenceFacet,
    EvidenceFacetCount[]
  >;
  return { ...facets, period: withYears(facets.period), state: may(actor, "read drafts") ? facets.state : [] };
}

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
