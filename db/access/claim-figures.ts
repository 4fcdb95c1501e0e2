import { and, count, eq, isNotNull, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import { groupBy } from "@/lib/group-by";
import type { Scope } from "@/lib/scope-filter";
import { type Mark, type Range, rangeOf } from "@/lib/tally";
import { db } from "../client";
import { claims } from "../schema";
import { listCounts, type StationCount } from "./counts";
import { saysPresent } from "./present";
import { claimsOf } from "./scope-conditions";

/** A mark of a range without the claims themselves: how many give it, and the latest of them to link to. */
export type FigureMark = Omit<Mark, "claims"> & {
  readonly times: number;
  readonly claims: readonly { readonly slug: string }[];
};
/** Figures given side by side (rule 1): from the lowest to the highest that stands, never a sum. Null is no figure, not zero. */
export type FigureRange = Omit<Range, "marks"> & { readonly marks: readonly FigureMark[] };

const MOST_LINKS = 3;

export function figureRange(counts: readonly StationCount[], documented: number): FigureRange {
  const { marks, ...range } = rangeOf(counts, documented);
  return {
    ...range,
    marks: marks.map(({ claims: same, ...mark }) => ({
      ...mark,
      times: same.length,
      claims: same.slice(0, MOST_LINKS).map(({ slug }) => ({ slug })),
    })),
  };
}

/** The claims of a number of stations in the world. They are of no country and in no box: those do not narrow them. */
export const listGlobalCounts = (reader: Actor, scope: Scope) =>
  listCounts(
    reader,
    and(
      eq(claims.scope, "global"),
      claimsOf(reader, { ...scope, country: { any: [], without: [] }, box: undefined }),
    ),
  );

/** The claims of a number of stations in a country, by country. */
export async function listCountsByCountry(reader: Actor, scope: Scope) {
  const counts = await listCounts(reader, and(eq(claims.scope, "country"), claimsOf(reader, scope)));
  return groupBy(counts, ({ country }) => country ?? "");
}

/** Of the claims that name a country: how many there are, and how many say that there is a station. */
export function countClaimsByCountry(reader: Actor, scope: Scope) {
  return db
    .select({
      country: sql<string>`${claims.country}`,
      count: count(),
      present: sql<number>`(count(*) filter (where ${saysPresent(reader)}))::int`,
    })
    .from(claims)
    .where(and(claimsOf(reader, scope), isNotNull(claims.country)))
    .groupBy(claims.country);
}
