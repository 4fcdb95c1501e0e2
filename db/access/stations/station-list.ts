import { and, asc, between, count, desc, eq, gte, inArray, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, unionAll } from "drizzle-orm/pg-core";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { FilterChoices, GeoBox } from "@/lib/filters/filter-field";
import {
  isDescending,
  STATION_CURSORS,
  STATION_FACETS,
  type StationFacet,
  type StationOrder,
  type StationSort,
  sortOf,
} from "@/lib/filters/station-filter";
import type { RecordState } from "@/lib/records/editorial";
import type { LocationPrecision, StationKind } from "@/lib/records/station";
import type { StationStatus } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { evidence, evidenceStations, organizations, stations } from "../../schema";
import { cachedForRole } from "../figures/result-cache";
import { choiceCondition } from "../filters/choice-condition";
import { fuzzyDateColumns } from "../fuzzy";
import { headColumn, readPageWithTotal } from "../reading/list-totals";
import { matchesText } from "../search/text-search";
import { isPublicRecord, visibleTo } from "../visibility";
import { placeColumns } from "./location-columns";
import { statusAt } from "./station-status-at";

/** What the list, its map, its counts and its export are narrowed to. */
export type StationNarrowing = { readonly [Facet in StationFacet]?: FilterChoices } & {
  readonly q?: string;
} & Partial<Pick<DashboardFilter, "to" | "records" | "box">>;

type StationQuery = StationNarrowing & {
  readonly sort?: StationOrder;
  /** The `next` of the page before. */
  readonly after?: readonly string[];
  readonly limit?: number;
};

/** Of a page's query what narrows it: its order and its place change nothing of what is counted. */
const narrowingOf = ({ sort: _sort, after: _after, limit: _limit, ...narrowing }: StationQuery): StationNarrowing =>
  narrowing;

type Test = (actor: Actor, values: string[], narrowing: StationNarrowing) => SQL | undefined;
const TESTS: Record<StationFacet, Test> = {
  country: (_actor, values) => inArray(stations.country, values),
  status: (actor, values, narrowing) => inArray(statusAt(actor, narrowing), values as StationStatus[]),
  kind: (_actor, values) => inArray(stations.kind, values as StationKind[]),
  state: (_actor, values) => inArray(stations.state, values as RecordState[]),
  operator: (actor, values) =>
    inArray(
      stations.operatorId,
      db
        .select({ id: organizations.id })
        .from(organizations)
        .where(and(inArray(organizations.slug, values), visibleTo(actor, organizations))),
    ),
};

/** The condition of a query on `stations`; `except` leaves one facet open, for that facet's own counts. */
export function stationConditions(actor: Actor, narrowing: StationNarrowing, except?: StationFacet): SQL | undefined {
  const facets = STATION_FACETS.filter((facet) => facet !== except);
  return and(
    visibleTo(actor, stations),
    narrowing.records === "published" ? isPublicRecord(stations) : undefined,
    narrowing.to ? lte(stations.firstReportedFrom, narrowing.to) : undefined,
    narrowing.box && within(narrowing.box, stationLocations(actor, narrowing)),
    narrowing.q ? matchesText(stations.search, narrowing.q) : undefined,
    ...facets.map((facet) => choiceCondition(narrowing[facet], (values) => TESTS[facet](actor, values, narrowing))),
  );
}

/** Where the stations of a query are for this reader, or for everybody when only what is public is asked for. */
export const stationLocations = (actor: Actor, { records }: StationNarrowing) =>
  placeColumns(actor, records === "published");

/** Whether a place lies in the box, its edges included; what has no place lies in none. */
function within(
  { west, south, east, north }: GeoBox,
  place: Pick<ReturnType<typeof placeColumns>, "latitude" | "longitude">,
) {
  const { latitude, longitude } = place;
  const across = west <= east ? between(longitude, west, east) : or(gte(longitude, west), lte(longitude, east));
  return and(between(latitude, south, north), across);
}

type SortKey = { readonly column: AnyPgColumn | SQL; readonly type: SQL };
const sortKeys = (actor: Actor, sort: StationSort, narrowing: StationNarrowing): readonly SortKey[] => {
  const id = { column: stations.id, type: sql`uuid` };
  const name = { column: stations.name, type: sql`text` };
  if (sort === "country") return [{ column: stations.country, type: sql`bpchar` }, name, id];
  if (sort === "status") return [{ column: statusAt(actor, narrowing), type: sql`station_status` }, name, id];
  if (sort === "reported") return [{ column: stations.firstReportedSort, type: sql`date` }, id];
  return sort === "changed" ? [{ column: stations.updatedAt, type: sql`timestamptz` }, id] : [name, id];
};

export type ListedStation = Awaited<ReturnType<typeof listStations>>["items"][number];

/** A page of stations with the exact total of all pages; `next` is where the following page begins. With a limit of 0 the total alone. */
export async function listStations(actor: Actor, query: StationQuery = {}) {
  requirePermission(actor, "read published records");
  const { sort: order = "name", limit = 50, after: place, ...narrowing } = query;
  const [sort, direction] = [sortOf(order), isDescending(order) ? desc : asc];
  const keys = sortKeys(actor, sort, query);
  const { data: after } = STATION_CURSORS[sort].safeParse(place);
  const list = (parts: SQL[]) => sql.join(parts, sql`, `);
  const afterCursor =
    after &&
    sql`(${list(keys.map(({ column }) => sql`${column}`))}) ${direction === asc ? sql`>` : sql`<`} (${list(
      keys.map(({ type }, index) => sql`${after[index]}::${type}`),
    )})`;
  const where = stationConditions(actor, query);
  const page = () =>
    db
      .select({
        id: stations.id,
        slug: stations.slug,
        state: stations.state,
        name: stations.name,
        country: stations.country,
        city: stations.city,
        kind: stations.kind,
        status: sql<StationStatus>`${statusAt(actor, query)}`,
        operator: { slug: organizations.slug, name: organizations.name },
        firstReported: fuzzyDateColumns(
          stations.firstReportedEdtf,
          stations.firstReportedFrom,
          stations.firstReportedTo,
        ),
        updatedAt: stations.updatedAt,
        at: sql<string[]>`json_build_array(${list(keys.map(({ column }) => sql`${column}::text`))})`,
        head: headColumn,
      })
      .from(stations)
      .leftJoin(organizations, and(eq(organizations.id, stations.operatorId), visibleTo(actor, organizations)))
      .where(and(where, afterCursor))
      .orderBy(...keys.map(({ column }) => direction(column)))
      .limit(limit + 1);
  const { rows, total } = await readPageWithTotal(actor.role, ["stations", narrowing], {
    page: limit > 0 ? page : undefined,
    count: () => db.select({ total: count(), head: headColumn }).from(stations).where(where),
  });
  const next = rows.length > limit ? rows[limit - 1]?.at : undefined;
  const shown = rows.slice(0, limit);
  const filed = await countFiledAt(
    actor,
    shown.map(({ id }) => id),
  );
  return { items: shown.map(({ at: _at, ...row }) => ({ ...row, evidence: filed[row.id] ?? 0 })), total, next };
}

/** How many items are filed at each of a page's stations. One of them may have tens of thousands, which are counted once for each revision. */
async function countFiledAt(actor: Actor, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  if (ids.length === 0) return {};
  return cachedForRole(actor, "items filed at stations", ids, async () => {
    const rows = await db
      .select({ id: evidenceStations.stationId, items: count() })
      .from(evidenceStations)
      .innerJoin(evidence, and(eq(evidence.id, evidenceStations.evidenceId), visibleTo(actor, evidence)))
      .where(inArray(evidenceStations.stationId, [...ids]))
      .groupBy(evidenceStations.stationId);
    return Object.fromEntries(rows.map(({ id, items }) => [id, items]));
  });
}

export type StationPoint = Awaited<ReturnType<typeof listStationPoints>>[number];

/** Every station of the query that has a place on the map for this reader, in WGS 84; the same object until a write. */
export async function listStationPoints(actor: Actor, query: StationNarrowing = {}) {
  requirePermission(actor, "read published records");
  const narrowing = narrowingOf(query);
  return cachedForRole(actor, "station points", narrowing, () => readPoints(actor, narrowing));
}

function readPoints(actor: Actor, narrowing: StationNarrowing) {
  const { latitude, longitude, locationPrecision } = stationLocations(actor, narrowing);
  return db
    .select({
      slug: stations.slug,
      name: stations.name,
      country: stations.country,
      status: sql<StationStatus>`${statusAt(actor, narrowing)}`,
      latitude: sql<number>`${latitude}`,
      longitude: sql<number>`${longitude}`,
      precision: sql<LocationPrecision>`${locationPrecision}`,
    })
    .from(stations)
    .where(and(stationConditions(actor, narrowing), isNotNull(latitude)))
    .orderBy(asc(stations.country), asc(stations.name), asc(stations.id));
}

/** A value that can be chosen, with the number of stations it would show beside what is chosen in the other facets. */
export type StationFacetCount = { readonly value: string; readonly label: string | null; readonly count: number };

export async function countStations(
  actor: Actor,
  query: StationNarrowing = {},
): Promise<Record<StationFacet, readonly StationFacetCount[]>> {
  requirePermission(actor, "read published records");
  const narrowing = narrowingOf(query);
  return cachedForRole(actor, "station facets", narrowing, () => countFacets(actor, narrowing));
}

async function countFacets(actor: Actor, narrowing: StationNarrowing) {
  const counted = (facet: StationFacet, value: AnyPgColumn | SQL, label: SQL = sql`null`) =>
    db
      .select({
        facet: sql<StationFacet>`${facet}::text`.as("facet"),
        value: sql<string>`${sql`${value}`}::text`.as("value"),
        label: sql<string | null>`max(${label}::text)`.as("label"),
        count: sql<number>`count(*)::int`.as("count"),
      })
      .from(stations)
      .leftJoin(organizations, and(eq(organizations.id, stations.operatorId), visibleTo(actor, organizations)))
      .where(and(stationConditions(actor, narrowing, facet), isNotNull(value)))
      .groupBy(sql`2`);
  const rows = await unionAll(
    counted("country", stations.country),
    counted("status", statusAt(actor, narrowing)),
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
