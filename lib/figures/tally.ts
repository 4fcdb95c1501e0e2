import type { FuzzyDate } from "../dates/fuzzy-date";
import { compareFuzzy } from "../dates/fuzzy-order";
import type { ClaimPosition, ClaimScope, ValueBound } from "../records/claim";
import { groupBy } from "../text/group-by";
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
const voiceOf = (claim: CountClaim, claimant: Org, relayedBy = claim.relayedBy) =>
  `${scopeKey(claim)} ${claimant.id} ${relayedBy?.id ?? "itself"}`;
const voicesOf = (claim: CountClaim) => claim.claimants.map((claimant) => voiceOf(claim, claimant));

/** Whether the one was certainly said after the other: "December 2022" is not before 5 December 2022. */
const isAfter = (one: FuzzyDate | null, other: FuzzyDate | null) =>
  one !== null && (other === null || (one.from !== null && other.to !== null && one.from > other.to));

/** Of each voice the date that begins last: what a claim of it is replaced by, if by any. */
function latestByVoice(claims: readonly CountClaim[]): ReadonlyMap<string, FuzzyDate> {
  const latest = new Map<string, FuzzyDate>();
  for (const claim of claims) {
    if (claim.asOf === null) continue;
    for (const voice of voicesOf(claim)) {
      const known = latest.get(voice);
      if (!known || (claim.asOf.from ?? "") > (known.from ?? "")) latest.set(voice, claim.asOf);
    }
  }
  return latest;
}

/**
 * The figures that stand (rule 1): those of a claimant and scope that no figure certainly later replaced. Figures of one
 * claimant whose dates touch all stand; an undated one stands only while its claimant gave no dated one. What others relay
 * replaces nothing that the claimant said itself; what the claimant said itself replaces what was certainly relayed before
 * it, an undated relay never. Of a joint claim that one of its claimants replaced, the others still stand. A claimant whose
 * latest word is `retracts` has no figure.
 * In the order given; nothing is added up.
 */
export function latestPerClaimant<C extends CountClaim>(claims: readonly C[]): C[] {
  const latest = latestByVoice(claims);
  const isAfterOf = (claim: C, voice: string) => isAfter(latest.get(voice) ?? null, claim.asOf);
  const replaced = (claim: C, claimant: Org) =>
    isAfterOf(claim, voiceOf(claim, claimant)) ||
    (claim.asOf !== null && isAfterOf(claim, voiceOf(claim, claimant, null)));
  const stands = (claim: C) =>
    claim.claimants.length === 0 || claim.claimants.some((claimant) => !replaced(claim, claimant));
  return claims.filter((claim) => claim.value !== null && claim.position !== "retracts" && stands(claim));
}

export type ClaimMark<C extends CountClaim = CountClaim> = {
  readonly value: number;
  readonly bound: ValueBound;
  readonly claimants: readonly Org[];
  /** Who relays it; null: the claimants' own words. */
  readonly relayedBy: Org | null;
  /** The latest date on which they gave it. */
  readonly asOf: FuzzyDate | null;
  /** False for an earlier figure of theirs, which a later one has replaced: it is shown as such, not dropped. */
  readonly standing: boolean;
  readonly claims: readonly C[];
};

export type ClaimRange<C extends CountClaim = CountClaim> = {
  /** The lowest and highest figure that stands, whatever its bound; null when nobody gives one, which is not zero. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** From low to high. One voice that gives a figure several times has one mark; two voices never share one. */
  readonly marks: readonly ClaimMark<C>[];
  /** How many we have published ourselves. Beside the claims, never added to them. */
  readonly documented: number;
};

/** The competing figures of one scope on one axis: all that were given, with the latest of each claimant marked. */
export function rangeOf<C extends CountClaim>(claims: readonly C[], documented: number): ClaimRange<C> {
  const latest = new Set(latestPerClaimant(claims));
  const figured = claims.filter(({ value, position }) => value !== null && position !== "retracts");
  const byVoice = groupBy(figured, (claim) =>
    [claim.value, claim.bound ?? "exactly", ...voicesOf(claim).sort()].join(" "),
  );
  return rangeOfMarks(
    [...byVoice.values()].map((same) => markOf(same, latest)),
    documented,
  );
}

type Figure = Pick<ClaimMark, "value" | "bound" | "asOf" | "standing">;

/** Marks as a range: from low to high, whatever order they came in. */
export function rangeOfMarks<M extends Figure>(given: readonly M[], documented: number) {
  const marks = [...given].sort(byValue);
  const figures = marks.filter((mark) => mark.standing).map(({ value }) => value);
  return { lowest: figures.at(0) ?? null, highest: figures.at(-1) ?? null, marks, documented };
}

const BOUND_ORDER: readonly ValueBound[] = ["at_most", "about", "exactly", "at_least"];
const byValue = (a: Figure, b: Figure) =>
  a.value - b.value || BOUND_ORDER.indexOf(a.bound) - BOUND_ORDER.indexOf(b.bound) || compareFuzzy(a.asOf, b.asOf);

function markOf<C extends CountClaim>(claims: C[], latest: ReadonlySet<C>): ClaimMark<C> {
  const [first] = claims;
  return {
    value: first?.value ?? 0,
    bound: first?.bound ?? "exactly",
    claimants: first?.claimants ?? [],
    relayedBy: first?.relayedBy ?? null,
    asOf:
      claims
        .map((claim) => claim.asOf)
        .sort(compareFuzzy)
        .at(-1) ?? null,
    standing: claims.some((claim) => latest.has(claim)),
    claims,
  };
}
