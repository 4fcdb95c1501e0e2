import { and, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import { type MapView, mapFilter } from "@/lib/filters/map-filter";
import type { MapSpot, NamedStation } from "@/lib/map/map-spots";
import { type CoverageState, coverageOf } from "@/lib/records/coverage";
import type { LocationPrecision } from "@/lib/records/station";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claims, coverage, stations, statusReports } from "../../schema";
import { reportsPresentActivity } from "../claims/present-activity";
import { cachedAtRevision, type DossierState } from "../figures/result-cache";
import { choiceCondition } from "../filters/choice-condition";
import { CLAIM_DATE, datedUpTo, filterReader } from "../filters/filter-conditions";
import { type StationNarrowing, stationConditions, stationLocations } from "../stations/station-list";
import { effectiveReports, statusAt } from "../stations/station-status-at";
import { visibleTo } from "../visibility";

export type MapDrawn = Awaited<ReturnType<typeof readMap>>;
export type MapCountry = MapDrawn["countries"][number];

/** Stations that a spot names; the list has them all. */
const NAMED = 12;
/** Spots that are drawn at most, those with most stations first. */
const SPOTS = 20_000;

/** What the map of a view draws, counted once for each state of the dossier. */
export function readMapAtRevision(actor: Actor, view: MapView, state?: DossierState) {
  const facets = mapFilter.toQuery({ ...mapFilter.absent, status: view.status, kind: view.kind });
  const read = async (reader: Actor) => ({ drawn: await readMap(reader, view) });
  return cachedAtRevision(actor, `map ${facets}`, view, read, state);
}

/**
 * What the map draws for this reader, in three queries whatever it holds: what is known of each country (as dated up to `to`),
 * and the stations of the view by spot, at the precision at which this reader may know them. A box is the section that is
 * looked at: it narrows what is counted, and not what is drawn, so that whoever moves on finds the rest there.
 */
export async function readMap(actor: Actor, narrowing: StationNarrowing) {
  requirePermission(actor, "read published records");
  const reader = filterReader(actor, { records: narrowing.records ?? "all" });
  const [known, spots, days] = await Promise.all([
    countriesKnown(reader, narrowing),
    spotsOf(reader, { ...narrowing, box: undefined }),
    daysOf(reader),
  ]);
  const countries = known.map(({ claimed, noneFound, everReported, ...row }) => ({
    ...row,
    /** Of the whole country and everything reported of it, whatever the box and the facets leave. */
    coverage: coverageOf({ stations: everReported, claimed, noneFound }) satisfies CoverageState,
    /** Claims that there is one, whether or not a station is on file. */
    claimed,
  }));
  return {
    /** "all": everything that the desk may see; "published": what was approved. */
    sees: may(reader, "read drafts") ? ("all" as const) : ("published" as const),
    countries,
    spots: spots.map(({ spots: _all, placed: _placed, ...spot }): MapSpot => spot),
    /** Spots too many to draw. */
    undrawn: Math.max(0, (spots[0]?.spots ?? 0) - SPOTS),
    /** The first and the last day on which what is drawn changes; null when nothing is dated. */
    days,
    /** Stations of the view. */
    total: countries.reduce((sum, { stations: own }) => sum + own, 0),
    /** Stations that have a place, in the box or out of it. */
    placed: spots[0]?.placed ?? 0,
  };
}

async function daysOf(reader: Actor) {
  const seen = visibleTo(reader, stations);
  const dated = sql`(
    select ${stations.firstReportedFrom} as day from ${stations} where ${seen} and ${stations.firstReportedFrom} is not null
    union all select ${statusReports.asOfSort} from ${statusReports} where ${and(effectiveReports(reader), isNotNull(statusReports.asOfEdtf))}
    union all select ${claims.assertedSort} from ${claims} where ${and(reportsPresentActivity(reader), isNotNull(claims.assertedEdtf))}
    union all select ${coverage.asOfSort} from ${coverage} where ${and(visibleTo(reader, coverage), isNotNull(coverage.asOfEdtf))}
  ) as dated`;
  const [row] = await db
    .select({ from: sql<string | null>`min(dated.day)::text`, to: sql<string | null>`max(dated.day)::text` })
    .from(dated);
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

/** One row for each country that stations, claims of a presence or examinations name. */
function countriesKnown(actor: Actor, narrowing: StationNarrowing) {
  const { country, to } = narrowing;
  const inView = stationConditions(actor, narrowing);
  const here = (column: SQL) => choiceCondition(country, (values) => sql`${column} in ${values}`);
  const reported = and(
    visibleTo(actor, stations),
    to ? lte(stations.firstReportedFrom, to) : undefined,
    here(sql`${stations.country}`),
  );
  const claimed = and(
    reportsPresentActivity(actor),
    isNotNull(claims.country),
    datedUpTo(CLAIM_DATE, { to }),
    here(sql`${claims.country}`),
  );
  const examined = and(
    visibleTo(actor, coverage),
    datedUpTo({ edtf: coverage.asOfEdtf, to: coverage.asOfTo, sort: coverage.asOfSort }, { to }),
    here(sql`${coverage.country}`),
  );
  const facts = sql`(
    select ${stations.country} as country, count(*) filter (where ${inView}) as stations, count(*) as reported, 0 as claimed, false as none_found
      from ${stations} where ${or(reported, inView)} group by 1
    union all select ${claims.country}, 0, 0, count(*), false from ${claims} where ${claimed} group by 1
    union all select ${coverage.country}, 0, 0, 0, true from ${coverage} where ${examined} group by 1
  ) as facts`;
  return db
    .select({
      country: sql<string>`facts.country`,
      stations: sql<number>`sum(facts.stations)::int`,
      everReported: sql<number>`sum(facts.reported)::int`,
      claimed: sql<number>`sum(facts.claimed)::int`,
      noneFound: sql<boolean>`bool_or(facts.none_found)`,
    })
    .from(facts)
    .groupBy(sql`facts.country`)
    .orderBy(sql`facts.country`);
}

/** The places of the stations in view, fullest first: those at the very same point are one spot. */
function spotsOf(actor: Actor, narrowing: StationNarrowing) {
  const { latitude, longitude, locationPrecision } = stationLocations(actor, narrowing);
  const placed = db
    .select({
      slug: stations.slug,
      name: stations.name,
      country: stations.country,
      status: statusAt(actor, narrowing).as("status"),
      latitude: sql<number>`${latitude}`.as("latitude"),
      longitude: sql<number>`${longitude}`.as("longitude"),
      precision: sql<LocationPrecision>`${locationPrecision}`.as("precision"),
    })
    .from(stations)
    .where(and(stationConditions(actor, narrowing), isNotNull(latitude)))
    .as("placed");
  const named = sql`json_build_object('slug', ${placed.slug}, 'name', ${placed.name}, 'country', ${placed.country}, 'status', ${placed.status}) order by ${placed.name}, ${placed.slug}`;
  return db
    .select({
      latitude: placed.latitude,
      longitude: placed.longitude,
      precision: placed.precision,
      count: sql<number>`count(*)::int`,
      stations: sql<NamedStation[]>`to_json((array_agg(${named}))[1:${sql.raw(String(NAMED))}])`,
      spots: sql<number>`(count(*) over ())::int`,
      placed: sql<number>`(sum(count(*)) over ())::int`,
    })
    .from(placed)
    .groupBy(placed.latitude, placed.longitude, placed.precision)
    .orderBy(sql`count(*) desc`, placed.latitude, placed.longitude, placed.precision)
    .limit(SPOTS);
}
