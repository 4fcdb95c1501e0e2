import { and, asc, count, desc, eq, inArray, isNotNull, not, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, unionAll } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/actor";
import { RECORD_STATES } from "@/lib/editorial";
import { demand, may } from "@/lib/policy";
import { type LocationPrecision, STATION_KINDS } from "@/lib/station";
import { STATION_STATUSES, type StationStatus } from "@/lib/status";
import { db } from "../client";
import { evidence, evidenceStations, organizations, stations } from "../schema";
import { fuzzy } from "./fuzzy";
import { visibleTo } from "./scope";
import { statusColumn } from "./stations";
import { matchesText } from "./text-search";

export const STATION_FACETS = ["country", "status", "kind", "operator", "state"] as const;
export type StationFacet = (typeof STATION_FACETS)[number];

/** Any of these values, and none of those. */
export type Choice = { readonly any: readonly string[]; readonly without: readonly string[] };

/** What the list, its map, its counts and its export are narrowed to; a value that nobody knows matches nothing. */
export type StationNarrowing = { readonly [Facet in StationFacet]?: Choice } & { readonly q?: string };

export const STATION_SORTS = ["name", "country", "reported", "status", "changed"] as const;
export type StationSort = (typeof STATION_SORTS)[number];
export const NEWEST_FIRST: readonly StationSort[] = ["reported", "changed"];

export type StationQuery = StationNarrowing & {
  readonly sort?: StationSort;
  readonly direction?: "asc" | "desc";
  /** The `next` of the page before. */
  readonly after?: readonly string[] | null;
  readonly limit?: number;
};

type Test = (actor: Actor, values: readonly string[]) => SQL;
const known = (column: AnyPgColumn, all: readonly string[], values: readonly string[]) =>
  inArray(
    column,
    all.filter((value) => values.includes(value)),
  );

const TESTS: Record<StationFacet, Test> = {
  country: (_actor, values) => inArray(stations.country, [...values]),
  status: (actor, values) => known(statusColumn(actor), STATION_STATUSES, values),
  kind: (_actor, values) => known(stations.kind, STATION_KINDS, values),
  // Only the desk may tell the states apart.
  state: (actor, values) => (may(actor, "read drafts") ? known(stations.state, RECORD_STATES, values) : sql`true`),
  operator: (actor, values) =>
    sql`coalesce(${inArray(
      stations.operatorId,
      db
        .select({ id: organizations.id })
        .from(organizations)
        .where(and(inArray(organizations.slug, [...values]), visibleTo(actor, organizations))),
    )}, false)`,
};

/** The condition of a query on `stations`; `except` leaves one facet open, for that facet's own counts. */
export function stationsAsked(actor: Actor, asked: StationNarrowing, except?: StationFacet): SQL | undefined {
  const conditions = STATION_FACETS.filter((facet) => facet !== except).flatMap((facet) => {
    const { any = [], without = [] } = asked[facet] ?? {};
    return [
      any.length > 0 ? TESTS[facet](actor, any) : undefined,
      without.length > 0 ? not(TESTS[facet](actor, without)) : undefined,
    ];
  });
  return and(
    visibleTo(actor, stations),
    asked.q?.trim() ? matchesText(stations.search, asked.q) : undefined,
    ...conditions,
  );
}

type SortKey = { readonly column: AnyPgColumn; readonly type: SQL };
const sortKeys = (actor: Actor, sort: StationSort): readonly SortKey[] => {
  const id = { column: stations.id, type: sql`uuid` };
  const name = { column: stations.name, type: sql`text` };
  if (sort === "country") return [{ column: stations.country, type: sql`bpchar` }, name, id];
  if (sort === "status") return [{ column: statusColumn(actor), type: sql`station_status` }, name, id];
  if (sort === "reported") return [{ column: stations.firstReportedSort, type: sql`date` }, id];
  return sort === "changed" ? [{ column: stations.updatedAt, type: sql`timestamptz` }, id] : [name, id];
};

export type StationRow = Awaited<ReturnType<typeof listStations>>["items"][number];

/** A page of stations with the exact total of all pages; `next` is where the following page begins. */
export async function listStations(actor: Actor, query: StationQuery = {}) {
  demand(actor, "read published records");
  const { sort = "name", after, limit = 50 } = query;
  const { direction = NEWEST_FIRST.includes(sort) ? "desc" : "asc" } = query;
  const keys = sortKeys(actor, sort);
  const list = (parts: SQL[]) => sql.join(parts, sql`, `);
  const beyond =
    after?.length === keys.length
      ? sql`(${list(keys.map(({ column }) => sql`${column}`))}) ${direction === "asc" ? sql`>` : sql`<`} (${list(
          keys.map(({ type }, place) => sql`${after[place]}::${type}`),
        )})`
      : undefined;
  const asked = stationsAsked(actor, query);
  const filed = db
    .select({ items: count() })
    .from(evidenceStations)
    .innerJoin(evidence, and(eq(evidence.id, evidenceStations.evidenceId), visibleTo(actor, evidence)))
    .where(eq(evidenceStations.stationId, stations.id));
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        id: stations.id,
        slug: stations.slug,
        state: stations.state,
        name: stations.name,
        country: stations.country,
        city: stations.city,
        kind: stations.kind,
        status: sql<StationStatus>`${statusColumn(actor)}`,
        operator: { slug: organizations.slug, name: organizations.name },
        firstReported: fuzzy(stations.firstReportedEdtf, stations.firstReportedFrom, stations.firstReportedTo),
        evidence: sql<number>`(${filed})::int`,
        updatedAt: stations.updatedAt,
        at: sql<string[]>`array[${list(keys.map(({ column }) => sql`${column}::text`))}]`,
      })
      .from(stations)
      .leftJoin(organizations, and(eq(organizations.id, stations.operatorId), visibleTo(actor, organizations)))
      .where(and(asked, beyond))
      .orderBy(...keys.map(({ column }) => (direction === "asc" ? asc(column) : desc(column))))
      .limit(limit + 1),
    db.select({ total: count() }).from(stations).where(asked),
  ]);
  const next = rows.length > limit ? (rows[limit - 1]?.at ?? null) : null;
  return { items: rows.slice(0, limit).map(({ at: _at, ...row }) => row), total: counted?.total ?? 0, next };
}

export type StationPoint = Awaited<ReturnType<typeof listStationPoints>>[number];

/** Every station of the query that has a place on the map, in WGS 84. */
export async function listStationPoints(actor: Actor, asked: StationNarrowing = {}) {
  demand(actor, "read published records");
  return db
    .select({
      slug: stations.slug,
      name: stations.name,
      country: stations.country,
      status: sql<StationStatus>`${statusColumn(actor)}`,
      latitude: sql<number>`${stations.latitude}`,
      longitude: sql<number>`${stations.longitude}`,
      precision: sql<LocationPrecision>`${stations.locationPrecision}`,
    })
    .from(stations)
    .where(and(stationsAsked(actor, asked), isNotNull(stations.latitude)))
    .orderBy(asc(stations.country), asc(stations.name), asc(stations.id));
}

/** A value that can be chosen, with the number of stations it would show beside what is chosen in the other facets. */
export type StationCount = { readonly value: string; readonly label: string | null; readonly count: number };

export async function countStations(
  actor: Actor,
  asked: StationNarrowing = {},
): Promise<Record<StationFacet, StationCount[]>> {
  demand(actor, "read published records");
  const counted = (facet: StationFacet, value: AnyPgColumn, label: SQL = sql`null`) =>
    db
      .select({
        facet: sql<StationFacet>`${facet}::text`.as("facet"),
        value: sql<string>`${sql`${value}`}::text`.as("value"),
        label: sql<string | null>`max(${label}::text)`.as("label"),
        count: sql<number>`count(*)::int`.as("count"),
      })
      .from(stations)
      .leftJoin(organizations, and(eq(organizations.id, stations.operatorId), visibleTo(actor, organizations)))
      .where(and(stationsAsked(actor, asked, facet), isNotNull(value)))
      .groupBy(value);
  const rows = await unionAll(
    counted("country", stations.country),
    counted("status", statusColumn(actor)),
    counted("kind", stations.kind),
    counted("operator", organizations.slug, sql`${organizations.name}`),
    counted("state", stations.state),
  );
  const of = (wanted: StationFacet) =>
    rows
      .filter(({ facet }) => facet === wanted)
      .map(({ facet: _facet, ...found }) => found)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    country: of("country"),
    status: of("status"),
    kind: of("kind"),
    operator: of("operator"),
    state: may(actor, "read drafts") ? of("state") : [],
  };
}
