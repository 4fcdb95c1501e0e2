import type { ClaimPosition, ClaimScope, ValueBound } from "./claim";
import type { FuzzyDate } from "./fuzzy-date";
import { compareFuzzy } from "./fuzzy-order";
import type { Org } from "./independence";

export type CountClaim = {
  readonly id: string;
  readonly slug: string;
  readonly claimants: readonly Org[];
  /** Who says that the claimant said so; null: the claimant's own words. */
  readonly relayedBy: Org | null;
  readonly scope: ClaimScope;
  readonly region: string | null;
  readonly country: string | null;
  readonly stationId: string | null;
  readonly position: ClaimPosition;
  /** Null: a claim without a figure. */
  readonly value: number | null;
  readonly bound: ValueBound | null;
  readonly asOf: FuzzyDate | null;
};

/** What a figure is about: figures of different scopes are never compared. */
export const scopeKey = (claim: Pick<CountClaim, "scope" | "region" | "country" | "stationId">) =>
  ({
    global: "global",
    region: `region:${claim.region}`,
    country: `country:${claim.country}`,
    station: `station:${claim.stationId}`,
  })[claim.scope];

/** One voice: a claimant in its own words, or a claimant as one other relays it. */
const voicesOf = (claim: CountClaim) =>
  claim.claimants.map(({ id }) => `${scopeKey(claim)} ${id} ${claim.relayedBy?.id ?? "itself"}`);

/**
 * The figures that stand (rule 1): of each claimant and scope the latest, by `compareFuzzy`. Figures of one claimant with
 * equal dates all stand, because neither replaced the other; an undated one stands only while its claimant gave no dated
 * one. What others relay replaces nothing that the claimant said itself, and the other way round. Of a joint claim that one
 * of its claimants replaced, the others still stand. A claimant whose latest word is `retracts` has no figure.
 * In the order given; nothing is added up.
 */
export function latestPerClaimant<C extends CountClaim>(claims: readonly C[]): C[] {
  const latest = new Map<string, C>();
  for (const claim of claims) {
    for (const voice of voicesOf(claim)) {
      const standing = latest.get(voice);
      if (!standing || compareFuzzy(claim.asOf, standing.asOf) > 0) latest.set(voice, claim);
    }
  }
  const stands = (claim: C) =>
    claim.claimants.length === 0 ||
    voicesOf(claim).some((voice) => {
      const standing = latest.get(voice);
      return standing !== undefined && compareFuzzy(claim.asOf, standing.asOf) === 0;
    });
  return claims.filter((claim) => claim.value !== null && claim.position !== "retracts" && stands(claim));
}

export type Mark<C extends CountClaim = CountClaim> = {
  readonly value: number;
  readonly bound: ValueBound;
  /** Everyone who gives this figure, each once, in the order of the claims. */
  readonly claimants: readonly Org[];
  /** The latest date on which it was given. */
  readonly asOf: FuzzyDate | null;
  readonly claims: readonly C[];
};

export type Range<C extends CountClaim = CountClaim> = {
  /** The lowest and highest figure given, whatever its bound; null when nobody gives one, which is not zero. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** From low to high; equal figures with the same bound share a mark. */
  readonly marks: readonly Mark<C>[];
  /** How many we have published ourselves. Beside the claims, never added to them. */
  readonly documented: number;
};

/** The competing figures of one scope on one axis. Give it what `latestPerClaimant` left standing. */
export function rangeOf<C extends CountClaim>(claims: readonly C[], documented: number): Range<C> {
  const byFigure = new Map<string, C[]>();
  for (const claim of claims) {
    if (claim.value === null) continue;
    const key = `${claim.value} ${claim.bound ?? "exactly"}`;
    byFigure.set(key, [...(byFigure.get(key) ?? []), claim]);
  }
  const marks = [...byFigure.values()].map(markOf).sort(byValue);
  return { lowest: marks[0]?.value ?? null, highest: marks.at(-1)?.value ?? null, marks, documented };
}

const BOUND_ORDER: readonly ValueBound[] = ["at_most", "about", "exactly", "at_least"];
const byValue = (a: Mark, b: Mark) =>
  a.value - b.value || BOUND_ORDER.indexOf(a.bound) - BOUND_ORDER.indexOf(b.bound);

function markOf<C extends CountClaim>(claims: C[]): Mark<C> {
  const claimants = new Map(claims.flatMap((claim) => claim.claimants).map((org) => [org.id, org]));
  const dates = claims.map((claim) => claim.asOf).sort(compareFuzzy);
  return {
    value: claims[0]?.value ?? 0,
    bound: claims[0]?.bound ?? "exactly",
    claimants: [...claimants.values()],
    asOf: dates.at(-1) ?? null,
    claims,
  };
}
