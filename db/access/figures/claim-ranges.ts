import { and, count, eq, inArray, or } from "drizzle-orm";
import { type ClaimRange, rangeOf, scopeKey } from "@/lib/figures/tally";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { dashboardFilterOfRange, type RangeView } from "@/lib/filters/range-filter";
import type { ClaimScope } from "@/lib/records/claim";
import { countriesIn, isCountry, WORLD } from "@/lib/records/country";
import { PUBLIC_STATES } from "@/lib/records/editorial";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claims, stations } from "../../schema";
import { listCounts, type StationCount } from "../claims/counts";
import { claimsInFilter } from "../filters/filter-conditions";
import { visibleTo } from "../visibility";
import { cachedAtRevision } from "./result-cache";
import { countStatuses } from "./station-figures";

type RangePlace = { readonly scope: ClaimScope; readonly region: string | null; readonly country: string | null };

/** The competing station counts of the world, regions and countries, by `scopeKey`, beside what is documented there. */
export async function listRanges(
  actor: Actor,
  places: readonly RangePlace[],
): Promise<Map<string, ClaimRange<StationCount>>> {
  const codes = (scope: ClaimScope, field: "region" | "country") =>
    [...new Set(places.filter((place) => place.scope === scope).map((place) => place[field] ?? ""))].filter(Boolean);
  const [regions, countries] = [codes("region", "region"), codes("country", "country")];
  const within = [
    ...(places.some(({ scope }) => scope === "global") ? [eq(claims.scope, "global")] : []),
    ...(regions.length > 0 ? [and(eq(claims.scope, "region"), inArray(claims.region, regions))] : []),
    ...(countries.length > 0 ? [and(eq(claims.scope, "country"), inArray(claims.country, countries))] : []),
  ];
  if (within.length === 0) return new Map();
  const [counts, documented] = await Promise.all([
    listCounts(actor, or(...within)),
    db
      .select({ country: stations.country, count: count() })
      .from(stations)
      .where(and(visibleTo(actor, stations), inArray(stations.state, [...PUBLIC_STATES])))
      .groupBy(stations.country),
  ]);
  const found = new Map(documented.map((row) => [row.country, row.count]));
  const foundIn = ({ scope, region, country }: RangePlace) => {
    const wanted =
      scope === "global" ? countriesIn(WORLD) : scope === "region" ? countriesIn(region ?? "") : [country];
    return wanted.reduce((sum, code) => sum + (found.get(code ?? "") ?? 0), 0);
  };
  return new Map(
    [...groupBy(counts, scopeKey)].flatMap(([key, group]): [string, ClaimRange<StationCount>][] => {
      const [first] = group;
      return first ? [[key, rangeOf(group, foundIn(first))]] : [];
    }),
  );
}

/**
 * The competing station counts of one place as they stood on the view's last day, beside what was documented there: looked
 * through once for each revision, since of a country there may be thousands.
 */
export function readRange(actor: Actor, view: RangeView) {
  const { place, to, records } = view;
  const name = `range ${place}`;
  return cachedAtRevision(actor, name, { ...dashboardFilter.absent, to, records }, (reader) =>
    countRange(reader, view),
  );
}

async function countRange(reader: Actor, view: RangeView): Promise<ClaimRange<StationCount>> {
  const { place } = view;
  const isOfPlace =
    place === WORLD
      ? eq(claims.scope, "global")
      : isCountry(place)
        ? and(eq(claims.scope, "country"), eq(claims.country, place))
        : and(eq(claims.scope, "region"), eq(claims.region, place));
  const filter = dashboardFilterOfRange(view);
  const anywhere = { ...filter, country: { any: [], without: [] } };
  const [counts, statuses] = await Promise.all([
    listCounts(reader, and(isOfPlace, claimsInFilter(reader, anywhere))),
    countStatuses(reader, filter),
  ]);
  return rangeOf(
    counts,
    statuses.reduce((sum, { published }) => sum + published, 0),
  );
}
