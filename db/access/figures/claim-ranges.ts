import { and, count, eq, inArray, or } from "drizzle-orm";
import { type ClaimRange, rangeOf, scopeKey } from "@/lib/figures/tally";
import { dashboardFilterOfRange, type RangeView } from "@/lib/filters/range-filter";
import type { ClaimScope } from "@/lib/records/claim";
import { countriesIn, isCountry, WORLD } from "@/lib/records/country";
import { PUBLIC_STATES } from "@/lib/records/editorial";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claims, stations } from "../../schema";
import { listCounts, type StationCount } from "../claims/counts";
import { claimsInFilter, filterReader } from "../filters/filter-conditions";
import { visibleTo } from "../visibility";
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

/** The competing station counts of one place as they stood on the view's last day, beside what was documented there. */
export async function readRange(actor: Actor, view: RangeView): Promise<ClaimRange<StationCount>> {
  requirePermission(actor, "read published records");
  const { place } = view;
  const reader = filterReader(actor, view);
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
