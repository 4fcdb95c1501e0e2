import { desc, eq, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, unionAll } from "drizzle-orm/pg-core";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import { LISTS, viewOfFields } from "@/lib/filters/question-views";
import { foldText } from "@/lib/text/folding";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claimClaimants, claims, events, evidence, organizations, responses, stations } from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { claimWays } from "../claims/claim-text";
import { evidenceWays } from "../evidence/evidence-text";
import { fuzzyDateColumns } from "../fuzzy";
import { conditionOfView } from "../views/view-matches";
import { visibleTo } from "../visibility";
import { type AskedQuestion, readQuestion } from "./search-question";
import { MOST_COUNTED, MOST_SAYING, type SearchedTable, someOf } from "./some-found";
import { matchesByIndex, matchesByReading, saysPhrase, textQuery, waysToMatch } from "./text-search";

/** The kinds that can be searched for, in the order in which equally good finds are shown. */
export const SEARCH_KINDS = ["station", "organization", "claim", "response", "evidence", "event"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export type SearchHit = {
  readonly kind: SearchKind;
  readonly slug: string;
  readonly title: string;
  /** Who is behind it: publisher, claimants, authority; a station's city. */
  readonly by: string | null;
  /** The noun's own kind ("article", "denial"), a key of its catalogue. */
  readonly type: string | null;
  readonly country: string | null;
  readonly date: FuzzyDate | null;
  /** The time that a claim speaks of. */
  readonly period: FuzzyDate | null;
};

type Shown = {
  title: AnyPgColumn;
  by?: SQL;
  type?: AnyPgColumn;
  country?: AnyPgColumn;
  date?: SQL<FuzzyDate | null>;
  period?: SQL<FuzzyDate | null>;
  /** What comes first where nothing tells which answers better: the latest. */
  day?: AnyPgColumn;
  table: SearchedTable;
};

/** What is found by more than its own words. */
const WAYS: Partial<Record<SearchKind, (actor: Actor, q: string) => SQL[]>> = {
  claim: (actor, q) => waysToMatch((term) => claimWays(actor, term, matchesByIndex), q),
  evidence: (actor, q) => waysToMatch((term) => evidenceWays(actor, term), q),
};

const nothing = sql`null`;
const noDate = sql<FuzzyDate | null>`null::json`;
const nameOf = (actor: Actor, id: AnyPgColumn) =>
  sql`(select ${organizations.name} from ${organizations} where ${organizations.id} = ${id} and ${visibleTo(actor, organizations)})`;
const claimantsOf = (actor: Actor) =>
  sql`(select string_agg(${organizations.name}, ', ' order by ${claimClaimants.place}) from ${claimClaimants} join ${organizations} on ${organizations.id} = ${claimClaimants.organizationId} and ${visibleTo(actor, organizations)} where ${claimClaimants.claimId} = ${claims.id})`;

const shownOf = (actor: Actor): Record<SearchKind, Shown> => ({
  station: {
    table: stations,
    title: stations.name,
    by: sql`${stations.city}`,
    type: stations.kind,
    country: stations.country,
    date: fuzzyDateColumns(stations.firstReportedEdtf, stations.firstReportedFrom, stations.firstReportedTo),
    day: stations.firstReportedSort,
  },
  organization: {
    table: organizations,
    title: organizations.name,
    type: organizations.kind,
    country: organizations.country,
  },
  claim: {
    table: claims,
    title: claims.proposition,
    by: claimantsOf(actor),
    type: claims.position,
    country: claims.country,
    date: claimDates(claims).asserted,
    period: claimDates(claims).period,
    day: claims.assertedSort,
  },
  response: {
    table: responses,
    title: responses.summary,
    by: nameOf(actor, responses.authorityId),
    type: responses.kind,
    date: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
    day: responses.givenSort,
  },
  evidence: {
    table: evidence,
    title: evidence.title,
    by: nameOf(actor, evidence.publisherId),
    type: evidence.kind,
    date: fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
    day: evidence.publishedSort,
  },
  event: {
    table: events,
    title: events.title,
    type: events.kind,
    country: events.country,
    date: fuzzyDateColumns(events.occurredEdtf, events.occurredFrom, events.occurredTo),
    day: events.occurredSort,
  },
});

/** Folding is what ranking costs: a title that begins with another plain letter needs none. */
const beginsWith = (title: AnyPgColumn, asked: string) =>
  sql`(case when ascii(${title}) between 1 and 127 and lower(left(${title}, 1)) <> ${asked.slice(0, 1)} then false
    else fold(${title}) ^@ ${asked} end)`;

/** @param asked what fields ask of the kind; null where nothing is */
function branch(actor: Actor, kind: SearchKind, q: string, asked: SQL | null, limit: number) {
  const { table, title, by = nothing, type, country, date, period, day } = shownOf(actor)[kind];
  const slug = q.trim().toLowerCase().slice(0, 120);
  const text = textQuery(q);
  const named = text && /^[a-z0-9-]+$/.test(slug) ? [eq(table.slug, slug), sql`${table.slug} ^@ ${slug}`] : [];
  const ways = text ? (WAYS[kind]?.(actor, q) ?? [matchesByIndex(table.search, q)]) : [];
  // Of claims so few say a phrase that the index has them sooner.
  const isRead = kind === "evidence" || (kind === "claim" && !saysPhrase(q));
  const answers = isRead ? matchesByReading(table.search, q) : null;
  const query = text ?? sql`''::tsquery`;
  // A name typed in full or begun comes before a mention of it; between equals, the order of the kinds decides.
  const rank = sql<number>`ts_rank(${table.search}, ${query}) + (${table.slug} = ${slug})::int * 10
    + ${beginsWith(title, foldText(q).trim())}::int + ${(SEARCH_KINDS.length - SEARCH_KINDS.indexOf(kind)) / 20}::float8`;
  return db
    .select({
      kind: sql<SearchKind>`${kind}::text`,
      slug: sql<string>`${table.slug}`,
      title: sql<string>`${title}`,
      by: sql<string | null>`${by}::text`,
      type: sql<string | null>`${type ?? nothing}::text`,
      country: sql<string | null>`${country ?? nothing}::text`,
      date: date ?? noDate,
      period: period ?? noDate,
      rank,
      total: sql<number>`hit.total`,
      isLeast: sql<boolean>`hit.is_least`,
    })
    .from(table as unknown as typeof stations)
    .innerJoin(
      someOf(actor, table, { named, ways, answers }, asked, saysPhrase(q) ? MOST_SAYING : MOST_COUNTED),
      sql`hit.id = ${table.id}`,
    )
    .orderBy(desc(rank), ...(day && !text ? [desc(day)] : []), sql`${table.slug}`)
    .limit(limit);
}

export type SearchOptions = { readonly kind?: SearchKind; readonly limit?: number };

/**
 * What the dossier holds on a question, in every kind of record (or in one), best first, in one query. Words are taken as
 * beginnings of words ("amst" finds Amsterdam), a record's own name (`src-001`) finds it, and `country:NL` narrows every kind as
 * the filter of its list does. Of a question that very many answer, the best of some.
 * @param q as it was typed, or as `readQuestion` took it apart
 * @param limit finds of each kind, and of all together
 * @returns exact counts, but of the kinds in `least`: of those there are at least so many
 */
export async function searchEverything(
  actor: Actor,
  q: string | AskedQuestion,
  { kind, limit = 8 }: SearchOptions = {},
): Promise<{ items: SearchHit[]; counts: Record<SearchKind, number>; least: readonly SearchKind[] }> {
  requirePermission(actor, "read published records");
  const { words, fields } = typeof q === "string" ? await readQuestion(actor, q) : q;
  const counts = { station: 0, organization: 0, claim: 0, response: 0, evidence: 0, event: 0 };
  if (fields === null && textQuery(words) === null) return { items: [], counts, least: [] };
  const branches = (kind ? [kind] : SEARCH_KINDS).flatMap((wanted) => {
    const view = fields && viewOfFields(LISTS[wanted], fields);
    if (fields && view === null) return [];
    const asked = view === null ? null : (conditionOfView(actor, LISTS[wanted], view) ?? null);
    return [branch(actor, wanted, words, asked, limit)];
  });
  const [first, second, ...others] = branches;
  const rows = first ? await (second ? unionAll(first, second, ...others) : first) : [];
  for (const { kind: found, total } of rows) counts[found] = total;
  const least = [...new Set(rows.filter(({ isLeast }) => isLeast).map(({ kind: found }) => found))];
  const items = rows
    .sort((a, b) => b.rank - a.rank)
    .map(({ rank: _rank, total: _total, isLeast: _isLeast, ...hit }) => hit);
  return { items, counts, least };
}
