import { and, desc, or, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, unionAll } from "drizzle-orm/pg-core";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";
import { foldText } from "@/lib/text/folding";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claimClaimants, claims, events, evidence, organizations, responses, stations } from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { claimMatchesText } from "../claims/claim-text";
import { evidenceMatchesText } from "../evidence/evidence-text";
import { fuzzyDateColumns } from "../fuzzy";
import type { EditorialTable } from "../tables";
import { visibleTo } from "../visibility";
import { matchesText, textQuery } from "./text-search";

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

type Searched = EditorialTable & { readonly slug: AnyPgColumn; readonly search: AnyPgColumn };
type Shown = {
  title: AnyPgColumn;
  by?: SQL;
  type?: AnyPgColumn;
  country?: AnyPgColumn;
  date?: SQL<FuzzyDate | null>;
  period?: SQL<FuzzyDate | null>;
  table: Searched;
};

/** What is found by more than its own words. */
const MATCHES: Partial<Record<SearchKind, (actor: Actor, q: string) => SQL | undefined>> = {
  claim: claimMatchesText,
  evidence: evidenceMatchesText,
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
  },
  response: {
    table: responses,
    title: responses.summary,
    by: nameOf(actor, responses.authorityId),
    type: responses.kind,
    date: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
  },
  evidence: {
    table: evidence,
    title: evidence.title,
    by: nameOf(actor, evidence.publisherId),
    type: evidence.kind,
    date: fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
  },
  event: {
    table: events,
    title: events.title,
    type: events.kind,
    country: events.country,
    date: fuzzyDateColumns(events.occurredEdtf, events.occurredFrom, events.occurredTo),
  },
});

function branch(actor: Actor, kind: SearchKind, q: string, limit: number) {
  const { table, title, by = nothing, type, country, date, period } = shownOf(actor)[kind];
  const slug = q.trim().toLowerCase().slice(0, 120);
  const isNamed = /^[a-z0-9-]+$/.test(slug) ? sql`${table.slug} ^@ ${slug}` : undefined;
  const words = MATCHES[kind]?.(actor, q) ?? matchesText(table.search, q);
  const query = textQuery(q) ?? sql`null::tsquery`;
  // A name typed in full or begun comes before a mention of it; between equals, the order of the kinds decides.
  const rank = sql<number>`ts_rank(${table.search}, ${query}) + (${table.slug} = ${slug})::int * 10
    + (fold(${title}) ^@ ${foldText(q).trim()})::int + ${(SEARCH_KINDS.length - SEARCH_KINDS.indexOf(kind)) / 20}::float8`;
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
      total: sql<number>`count(*) over ()::int`,
    })
    .from(table as unknown as typeof stations)
    .where(and(or(isNamed, words), visibleTo(actor, table)))
    .orderBy(desc(rank), sql`${table.slug}`)
    .limit(limit);
}

export type SearchOptions = { readonly kind?: SearchKind; readonly limit?: number };

/**
 * What the dossier holds on a question, in every kind of record (or in one), best first, in one query. Words are taken as
 * beginnings of words ("amst" finds Amsterdam), and a record's own name (`src-001`) finds it.
 * @param limit finds of each kind, and of all together; `counts` are exact
 */
export async function searchEverything(
  actor: Actor,
  q: string,
  { kind, limit = 8 }: SearchOptions = {},
): Promise<{ items: SearchHit[]; counts: Record<SearchKind, number> }> {
  requirePermission(actor, "read published records");
  const counts = { station: 0, organization: 0, claim: 0, response: 0, evidence: 0, event: 0 };
  if (textQuery(q) === null) return { items: [], counts };
  const text = q.replaceAll("\0", " ");
  const one = (wanted: SearchKind) => branch(actor, wanted, text, limit);
  const rows = kind
    ? await one(kind)
    : await unionAll(
        one("station"),
        one("organization"),
        one("claim"),
        one("response"),
        one("evidence"),
        one("event"),
      );
  for (const row of rows) counts[row.kind] = row.total;
  const items = rows.sort((a, b) => b.rank - a.rank).map(({ rank: _rank, total: _total, ...hit }) => hit);
  return { items, counts };
}
