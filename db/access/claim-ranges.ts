import { and, count, eq, inArray, or } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import type { ClaimScope } from "@/lib/claim";
import { countriesIn } from "@/lib/country";
import { groupBy } from "@/lib/group-by";
import { type Range, rangeOf, scopeKey } from "@/lib/tally";
import { db } from "../client";
import { claims, stations } from "../schema";
import { listCounts, type StationCount } from "./counts";
import { visibleTo } from "./scope";

type Place = { readonly scope: ClaimScope; readonly region: string | null; readonly country: string | null };

/** The competing station counts of the world, regions and countries, by `scopeKey`, beside what is documented there. */
export async function listRanges(actor: Actor, places: readonly Place[]): Promise<Map<string, Range<StationCount>>> {
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
      .where(visibleTo(actor, stations))
      .groupBy(stations.country),
  ]);
  const found = new Map(documented.map((row) => [row.country, row.count]));
  const foundIn = ({ scope, region, country }: Place) => {
    const wanted =
      scope === "global" ? countriesIn("001") : scope === "region" ? countriesIn(region ?? "") : [country];
    return wanted.reduce((sum, code) => sum + (found.get(code ?? "") ?? 0), 0);
  };
  return new Map(
    [...groupBy(counts, scopeKey)].flatMap(([key, group]): [string, Range<StationCount>][] => {
      const [first] = group;
      return first ? [[key, rangeOf(group, foundIn(first))]] : [];
    }),
  );
}
