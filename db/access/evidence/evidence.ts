import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { EVIDENCE_FACETS, type EvidenceCursor, type EvidenceSort } from "@/lib/filters/evidence-filter";
import type { EvidenceInput } from "@/lib/records/evidence";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { evidence, evidenceStations, organizations, stations } from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";
import { type Recorded, type Revised, recordNamed, reviseDistinct } from "../record-one";
import type { WrittenRecord } from "../records";
import { visibleTo } from "../visibility";
import { type EvidenceNarrowing, evidenceConditions, facetCondition } from "./evidence-conditions";

export type EvidenceFilter = EvidenceNarrowing & {
  readonly sort?: EvidenceSort;
  /** The `next` of the page before. */
  readonly after?: EvidenceCursor | null;
  readonly limit?: number;
};

const ORDERS = {
  newest: { column: evidence.publishedSort, type: sql`date`, direction: desc, afterCursor: sql`<` },
  oldest: { column: evidence.publishedSort, type: sql`date`, direction: asc, afterCursor: sql`>` },
  changed: { column: evidence.updatedAt, type: sql`timestamptz`, direction: desc, afterCursor: sql`<` },
} as const;

export type EvidenceItem = Awaited<ReturnType<typeof listEvidence>>["items"][number];

/** A page of the feed with the exact number of items on all pages. Items of unknown date come last when sorted by newest. */
export async function listEvidence(
  actor: Actor,
  { sort = "newest", after, limit = 25, ...narrowing }: EvidenceFilter,
) {
  requirePermission(actor, "read published records");
  const where = and(
    evidenceConditions(actor, narrowing),
    ...EVIDENCE_FACETS.map((facet) => facetCondition(actor, facet, narrowing[facet])),
  );
  const read = narrowing.q ? pageOfFound : pageInOrder;
  const { rows, total } = await read(actor, where, ORDERS[sort], after, limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ at: _at, ...item }) => item),
    total,
    next: last ? ({ at: last.at, id: last.id } satisfies EvidenceCursor) : null,
  };
}

type Order = (typeof ORDERS)[EvidenceSort];
type Reading = [
  actor: Actor,
  asked: SQL | undefined,
  order: Order,
  after: EvidenceCursor | null | undefined,
  limit: number,
];

const countAsked = (where: SQL | undefined) => db.$count(evidence, where);

const publisherOf = (actor: Actor) =>
  and(eq(organizations.id, evidence.publisherId), visibleTo(actor, organizations));

/** Without a text: a walk along the sorted index, which stops when the page is full. */
async function pageInOrder(...[actor, where, { column, type, direction, afterCursor }, after, limit]: Reading) {
  const rest = after
    ? sql`(${column}, ${evidence.id}) ${afterCursor} (${after.at}::${type}, ${after.id}::uuid)`
    : undefined;
  const [rows, total] = await Promise.all([
    db
      .select({ ...shown(actor), at: sql<string>`${column}::text` })
      .from(evidence)
      .leftJoin(organizations, publisherOf(actor))
      .where(and(where, rest))
      .orderBy(direction(column), direction(evidence.id))
      .limit(limit),
    countAsked(where),
  ]);
  return { rows, total };
}

/** With a text: what it finds is found once, for the page and for its total; no more than the page is then read. */
async function pageOfFound(...[actor, where, { column, type, direction, afterCursor }, after, limit]: Reading) {
  const hit = db.$with("hit").as(
    db
      .select({ hitId: sql<string>`${evidence.id}`.as("hit_id"), day: sql<string>`${column}`.as("day") })
      .from(evidence)
      .where(where),
  );
  const rest = after
    ? sql`(${hit.day}, ${hit.hitId}) ${afterCursor} (${after.at}::${type}, ${after.id}::uuid)`
    : undefined;
  const page = db.$with("page").as(
    db
      .select({ pageId: sql<string>`${hit.hitId}`.as("page_id"), pageDay: sql<string>`${hit.day}`.as("page_day") })
      .from(hit)
      .where(rest)
      .orderBy(direction(hit.day), direction(hit.hitId))
      .limit(limit),
  );
  const rows = await db
    .with(hit, page)
    .select({
      ...shown(actor),
      at: sql<string>`${page.pageDay}::text`,
      total: sql<number>`(select count(*)::int from hit)`,
    })
    .from(page)
    .innerJoin(evidence, eq(evidence.id, page.pageId))
    .leftJoin(organizations, publisherOf(actor))
    .orderBy(direction(page.pageDay), direction(page.pageId));
  const [first] = rows;
  return { rows: rows.map(({ total: _total, ...row }) => row), total: first?.total ?? (await countAsked(where)) };
}

const shown = (actor: Actor) => ({
  id: evidence.id,
  slug: evidence.slug,
  state: evidence.state,
  title: evidence.title,
  titleSeen: evidence.titleSeen,
  kind: evidence.kind,
  published: fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
  language: evidence.language,
  countries: evidence.countries,
  credibility: evidence.credibility,
  sharing: evidence.sharing,
  publisher: { slug: organizations.slug, name: organizations.name, reliability: organizations.reliability },
  stations: stationsOf(actor),
});

const stationsOf = (actor: Actor): SQL<{ slug: string; name: string }[]> => sql`(
  select coalesce(json_agg(json_build_object('slug', ${stations.slug}, 'name', ${stations.name}) order by ${stations.name}), '[]')
  from ${evidenceStations} join ${stations} on ${stations.id} = ${evidenceStations.stationId} and ${visibleTo(actor, stations)}
  where ${evidenceStations.evidenceId} = ${evidence.id})`;

/** A new draft; its slug is made of its title. */
export async function recordEvidence(actor: Actor, recorded: Recorded<EvidenceInput>): Promise<WrittenRecord> {
  return recordNamed(actor, "evidence", recorded.input.title, recorded);
}

/** @throws Refusal not_found, conflict with the stored version, or forbidden for what is published */
export async function reviseEvidence(actor: Actor, revision: Revised<EvidenceInput>): Promise<WrittenRecord> {
  return reviseDistinct(actor, "evidence", revision);
}

/** The name behind a station's slug, for the words of a filter; null when there is none that this person may see. */
export async function nameOfStation(actor: Actor, slug: string): Promise<string | null> {
  requirePermission(actor, "read published records");
  const [row] = await db
    .select({ name: stations.name })
    .from(stations)
    .where(and(eq(stations.slug, slug), visibleTo(actor, stations)));
  return row?.name ?? null;
}
