import { and, asc, desc, eq, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { RecordsSeen } from "@/lib/filters/dashboard-filter";
import { EVIDENCE_FACETS, type EvidenceCursor, type EvidenceSort } from "@/lib/filters/evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { evidence, evidenceStations, organizations, stations } from "../../schema";
import { filterReader } from "../filters/filter-conditions";
import { fuzzyDateColumns } from "../fuzzy";
import { headColumn, readPageWithTotal } from "../reading/list-totals";
import { readerQuery } from "../reading/reader-query";
import { visibleTo } from "../visibility";
import { type EvidenceNarrowing, evidenceConditions, facetCondition, isNarrowed } from "./evidence-conditions";
import { countAllEvidence } from "./evidence-sums";

const ORDERS = {
  newest: { column: evidence.publishedSort, type: sql`date`, direction: desc, afterCursor: sql`<` },
  oldest: { column: evidence.publishedSort, type: sql`date`, direction: asc, afterCursor: sql`>` },
  changed: { column: evidence.updatedAt, type: sql`timestamptz`, direction: desc, afterCursor: sql`<` },
} as const;

type Place = {
  readonly sort: EvidenceSort;
  /** The `next` of the page before. */
  readonly after: { readonly at: string | Placeholder; readonly id: string | Placeholder } | null | undefined;
  readonly limit: number | Placeholder;
};
type PlaceAsked = Place & { readonly after: EvidenceCursor | null | undefined; readonly limit: number };

/**
 * The rows of a page and the exact number on all pages. Where the number is not known yet, what the filter leaves is found
 * once for both; where it is, the page is a walk along the sorted index, which stops when it is full. All of the evidence is
 * counted by its sums.
 */
export function readEvidencePage(actor: Actor, narrowing: EvidenceNarrowing, place: PlaceAsked) {
  const where = and(
    evidenceConditions(actor, narrowing),
    ...EVIDENCE_FACETS.map((facet) => facetCondition(actor, facet, narrowing[facet])),
  );
  const found = () => pageOfFound(actor, where, place);
  const isAll = !isNarrowed(narrowing);
  const { records = "all" } = narrowing;
  return readPageWithTotal(actor.role, ["evidence", narrowing], {
    // What a text finds is found whole, whether it is counted or not.
    page: narrowing.q
      ? undefined
      : isAll
        ? () => readWalk(actor, records, place)
        : () => pageInOrder(actor, where, place),
    count: () => (isAll ? countAllEvidence(filterReader(actor, { records })) : countFound(where)),
    pageAndCount: isAll ? undefined : found,
  });
}

/** The pages of all the evidence have one plan whatever their values are: each connection keeps it. */
const walks = new Map<string, ReturnType<typeof makeWalk>>();

function readWalk(actor: Actor, records: RecordsSeen, { sort, after, limit }: PlaceAsked) {
  const key = `${sort} ${records} ${after ? "on" : "first"}`;
  const walk = walks.get(key) ?? makeWalk(sort, records, Boolean(after));
  walks.set(key, walk);
  return walk(actor, { ...after, limit });
}

const makeWalk = (sort: EvidenceSort, records: RecordsSeen, goesOn: boolean) =>
  readerQuery((reader) =>
    pageInOrder(reader, evidenceConditions(reader, { records }), {
      sort,
      after: goesOn ? { at: sql.placeholder("at"), id: sql.placeholder("id") } : null,
      limit: sql.placeholder("limit"),
    }),
  );

const countFound = (where: SQL | undefined) =>
  db.select({ total: sql<number>`count(*)::int`, head: headColumn }).from(evidence).where(where);

const placesOf = ({ sort }: Place) => ({
  id: sql<string>`${evidence.id}`.as("found_id"),
  day: sql<string>`${ORDERS[sort].column}`.as("found_day"),
});

function pageInOrder(actor: Actor, where: SQL | undefined, place: Place) {
  const keys = { id: evidence.id, day: ORDERS[place.sort].column };
  const page = db
    .select(placesOf(place))
    .from(evidence)
    .where(and(where, restAfter(place, keys)))
    .orderBy(...inOrder(place, keys))
    .limit(place.limit)
    .as("page");
  return db
    .select({ ...shown(actor), at: sql<string>`${page.day}::text`, head: headColumn })
    .from(page)
    .innerJoin(evidence, eq(evidence.id, page.id))
    .leftJoin(organizations, publisherOf(actor))
    .orderBy(...inOrder(place, page));
}

function pageOfFound(actor: Actor, where: SQL | undefined, place: Place) {
  const hit = db.$with("hit").as(db.select(placesOf(place)).from(evidence).where(where));
  const page = db
    .select({ id: sql<string>`${hit.id}`.as("page_id"), day: sql<string>`${hit.day}`.as("page_day") })
    .from(hit)
    .where(restAfter(place, hit))
    .orderBy(...inOrder(place, hit))
    .limit(place.limit)
    .as("page");
  return db
    .with(hit)
    .select({
      ...shown(actor),
      at: sql<string>`${page.day}::text`,
      head: headColumn,
      total: sql<number>`(select count(*)::int from ${hit})`,
    })
    .from(page)
    .innerJoin(evidence, eq(evidence.id, page.id))
    .leftJoin(organizations, publisherOf(actor))
    .orderBy(...inOrder(place, page));
}

type Keys = { readonly id: SQLWrapper; readonly day: SQLWrapper };

const inOrder = ({ sort }: Place, { id, day }: Keys) => {
  const { direction } = ORDERS[sort];
  return [direction(day), direction(id)];
};

function restAfter({ sort, after }: Place, { id, day }: Keys): SQL | undefined {
  const { type, afterCursor } = ORDERS[sort];
  return after ? sql`(${day}, ${id}) ${afterCursor} (${after.at}::${type}, ${after.id}::uuid)` : undefined;
}

const publisherOf = (actor: Actor) =>
  and(eq(organizations.id, evidence.publisherId), visibleTo(actor, organizations));

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
