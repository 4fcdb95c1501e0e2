import { and, arrayOverlaps, asc, desc, eq, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { EvidenceSort } from "@/lib/filters/evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { evidence, evidenceStations, organizations, stations } from "../../schema";
import { datedInPeriod } from "../filters/filter-conditions";
import { fuzzyDateColumns } from "../fuzzy";
import { headColumn } from "../reading/list-totals";
import { type AskedText, askedQueries, matchesEvidenceText } from "../search/text-search";
import { visibleTo } from "../visibility";
import { eachMatchesText } from "./evidence-text";

const ORDERS = {
  newest: { column: evidence.publishedSort, type: sql`date`, direction: desc, afterCursor: sql`<` },
  oldest: { column: evidence.publishedSort, type: sql`date`, direction: asc, afterCursor: sql`>` },
  changed: { column: evidence.updatedAt, type: sql`timestamptz`, direction: desc, afterCursor: sql`<` },
} as const;

export type EvidencePlace = {
  readonly sort: EvidenceSort;
  /** The `next` of the page before. */
  readonly after: { readonly at: string | SQLWrapper; readonly id: string | SQLWrapper } | null | undefined;
  readonly limit: number | Placeholder;
};
/** How many items a filter leaves. @param most no more of them are counted */
export function countFound(where: SQL | undefined, most?: number) {
  const found = db
    .select({ one: sql`1`.as("one") })
    .from(evidence)
    .where(where)
    .$dynamic();
  return db
    .select({ total: sql<number>`count(*)::int`, head: headColumn })
    .from((most === undefined ? found : found.limit(most)).as("found"));
}

const placesOf = ({ sort }: EvidencePlace) => ({
  id: sql<string>`${evidence.id}`.as("found_id"),
  day: sql<string>`${ORDERS[sort].column}`.as("found_day"),
});

/**
 * A walk that looks at the first `longest` items alone, and takes of them what is of a country, not older than a day, or
 * answers `ASKED`. Which values these are makes no other plan of it.
 */
type ShortWalk = {
  readonly longest: Placeholder;
  readonly countries: Placeholder | undefined;
  readonly from: Placeholder | undefined;
  readonly isAsked?: boolean;
};

/** A page as a walk along the sorted index, which stops when the page is full. */
export function pageInOrder(actor: Actor, where: SQL | undefined, place: EvidencePlace, walk?: ShortWalk) {
  const keys = { id: evidence.id, day: ORDERS[place.sort].column };
  const ahead = and(where, restAfter(place, keys));
  const order = inOrder(place, keys);
  const page = walk
    ? takenOf(actor, walk, ahead, place)
    : db
        .select(placesOf(place))
        .from(evidence)
        .where(ahead)
        .orderBy(...order)
        .limit(place.limit)
        .as("page");
  return db
    .with(...(walk?.isAsked ? [asked] : []))
    .select({ ...shown(actor), at: sql<string>`${page.day}::text`, head: headColumn })
    .from(page)
    .innerJoin(evidence, eq(evidence.id, page.id))
    .leftJoin(organizations, publisherOf(actor))
    .orderBy(...inOrder(place, page));
}

function takenOf(
  actor: Actor,
  { longest, countries, from, isAsked = false }: ShortWalk,
  ahead: SQL | undefined,
  place: EvidencePlace,
) {
  const { publishedEdtf: edtf, publishedTo: to, publishedSort: sort, search, publisherId, carriedById } = evidence;
  const walked = db
    .select({ ...placesOf(place), search, publisherId, carriedById, countries: evidence.countries, edtf, to, sort })
    .from(evidence)
    .where(ahead)
    .orderBy(...inOrder(place, { id: evidence.id, day: ORDERS[place.sort].column }))
    .limit(longest)
    .as("walked");
  return db
    .select({ id: sql<string>`${walked.id}`.as("taken_id"), day: sql<string>`${walked.day}`.as("taken_day") })
    .from(walked)
    .where(
      and(
        datedInPeriod(walked, { from }),
        countries && arrayOverlaps(walked.countries, countries),
        isAsked ? eachMatchesText(actor, ASKED, walked) : undefined,
      ),
    )
    .orderBy(...inOrder(place, walked))
    .limit(place.limit)
    .as("page");
}

const asked = db
  .$with("asked")
  .as(
    db
      .select({ beginnings: askedQueries.beginnings.as("beginnings"), words: askedQueries.words.as("words") })
      .from(sql`(select) as one`),
  );
/** The question that `pageOfAsked` brings along: each of its forms is made once. */
export const ASKED: AskedText = {
  beginnings: sql`(select ${asked.beginnings} from ${asked})`,
  words: sql`(select ${asked.words} from ${asked})`,
};

/** How many items answer `ASKED` by their own words. @param most no more of them are counted */
export const countOwnWords = (where: SQL | undefined, most: Placeholder) =>
  db
    .with(asked)
    .select({ total: sql<number>`count(*)::int`, head: headColumn })
    .from(
      db
        .select({ one: sql`1`.as("one") })
        .from(evidence)
        .where(and(where, matchesEvidenceText(evidence.search, ASKED)))
        .limit(most)
        .as("found"),
    );

/** What a condition finds, all of it at once: a page with the number on all pages. */
export const pageOfFound = (actor: Actor, where: SQL | undefined, place: EvidencePlace) =>
  pageOf(actor, where, place, []);

/**
 * The same for a question whose values are placeholders; `where` looks for `ASKED`.
 * @param most so many are found: when the number is as many, the page is of any of them
 */
export const pageOfAsked = (
  actor: Actor,
  where: SQL | undefined,
  place: EvidencePlace,
  most: Placeholder | undefined,
) => pageOf(actor, where, place, [asked], most);

function pageOf(
  actor: Actor,
  where: SQL | undefined,
  place: EvidencePlace,
  before: (typeof asked)[],
  most?: Placeholder,
) {
  const found = db.select(placesOf(place)).from(evidence).where(where).$dynamic();
  const hit = db.$with("hit").as(most ? found.limit(most) : found);
  const page = db
    .select({ id: sql<string>`${hit.id}`.as("page_id"), day: sql<string>`${hit.day}`.as("page_day") })
    .from(hit)
    .where(restAfter(place, hit))
    .orderBy(...inOrder(place, hit))
    .limit(place.limit)
    .as("page");
  return db
    .with(...before, hit)
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

/** What a question finds, without what is shown of it. @param where looks for `ASKED` */
export const itemsOfAsked = (where: SQL | undefined, sort: EvidenceSort, limit: Placeholder) => {
  const keys = { id: evidence.id, day: ORDERS[sort].column };
  return db
    .with(asked)
    .select({ id: evidence.id, at: sql<string>`${keys.day}::text`, head: headColumn })
    .from(evidence)
    .where(where)
    .orderBy(...inOrder({ sort }, keys))
    .limit(limit);
};

/** These items, as a page shows them. @param ids as the text of a list */
export const pageOfItems = (actor: Actor, where: SQL | undefined, sort: EvidenceSort, ids: Placeholder) => {
  const keys = { id: evidence.id, day: ORDERS[sort].column };
  return db
    .select({ ...shown(actor), at: sql<string>`${keys.day}::text`, head: headColumn })
    .from(evidence)
    .leftJoin(organizations, publisherOf(actor))
    .where(and(sql`${evidence.id} = any(${ids}::uuid[])`, where))
    .orderBy(...inOrder({ sort }, keys));
};

type Keys = { readonly id: SQLWrapper; readonly day: SQLWrapper };

const inOrder = ({ sort }: Pick<EvidencePlace, "sort">, { id, day }: Keys) => {
  const { direction } = ORDERS[sort];
  return [direction(day), direction(id)];
};

function restAfter({ sort, after }: EvidencePlace, { id, day }: Keys): SQL | undefined {
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
