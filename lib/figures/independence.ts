import type { Assessment, Derivation, StanceValue } from "../records/claim";

export type Org = { readonly id: string; readonly name: string; readonly slug: string };

/** What one item of evidence does to one claim. */
export type StanceRow = {
  readonly claimId: string;
  readonly evidenceId: string;
  readonly stance: StanceValue;
  readonly derivation: Derivation;
  readonly publisher: Org | null;
  /** Whom a derived or republished item has it from; null: from the claimants. */
  readonly origin: Org | null;
  readonly claimants: readonly Org[];
};

export type IndependentSource = {
  /** One organization, or several that worked together; by slug. */
  readonly members: readonly Org[];
  /** Evidence ids, each once. */
  readonly items: readonly string[];
  /** False when we hold no original of theirs, only what others say that they found. */
  readonly firstHand: boolean;
};

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Who stands behind the item; empty: nobody. An original by one of the claimants speaks for them all: they found it together. */
export function originsOf({ derivation, publisher, origin, claimants }: StanceRow): readonly Org[] {
  if (derivation !== "original") return origin ? [origin] : claimants;
  if (!publisher) return [];
  return claimants.some(({ id }) => id === publisher.id) ? [publisher, ...claimants] : [publisher];
}

/** Sets of organizations that meet in one of the given groups, directly or by way of another (union–find). */
class Circles {
  readonly #above = new Map<string, string>();

  rootOf(id: string): string {
    const above = this.#above.get(id) ?? id;
    if (above === id) return id;
    const root = this.rootOf(above);
    this.#above.set(id, root);
    return root;
  }

  join(first: string, second: string): void {
    this.#above.set(this.rootOf(second), this.rootOf(first));
  }
}

/**
 * Counts origins, not items (rule 2). Only `supports` counts. An original leads to its publisher, a derived or republished
 * item to its origin, else to the claim's claimants as one group; an item that leads to nobody counts nothing. Groups that
 * share an organization are one source, so that a joint investigation of two outlets is one, and two outlets that cite one
 * report are one. First-hand sources come first, then those with more items.
 */
export function independentSources(rows: readonly StanceRow[]): { sources: IndependentSource[]; count: number } {
  const backed = rows
    .filter((row) => row.stance === "supports")
    .map((row) => ({ row, origins: originsOf(row) }))
    .filter(({ origins }) => origins.length > 0);
  const circles = new Circles();
  for (const { origins } of backed) {
    for (const org of origins) circles.join(origins[0]?.id ?? org.id, org.id);
  }
  const found = new Map<string, { members: Map<string, Org>; items: Set<string>; firstHand: boolean }>();
  for (const { row, origins } of backed) {
    const root = circles.rootOf(origins[0]?.id ?? "");
    const source = found.get(root) ?? { members: new Map(), items: new Set(), firstHand: false };
    for (const org of origins) source.members.set(org.id, org);
    source.items.add(row.evidenceId);
    source.firstHand ||= row.derivation === "original";
    found.set(root, source);
  }
  const sources = [...found.values()].map(({ members, items, firstHand }) => ({
    members: [...members.values()].sort((a, b) => byText(a.slug, b.slug)),
    items: [...items].sort(byText),
    firstHand,
  }));
  return { sources: sources.sort(byWeight), count: sources.length };
}

const byWeight = (a: IndependentSource, b: IndependentSource) =>
  Number(b.firstHand) - Number(a.firstHand) ||
  b.items.length - a.items.length ||
  byText(a.members[0]?.slug ?? "", b.members[0]?.slug ?? "");

/**
 * What the desk's assessment of a claim would be by the rules alone; a suggestion, which an editor may overrule.
 * @param contested whether another claim disputes this one; an item that contradicts it says the same
 */
export function assessClaim(
  rows: readonly StanceRow[],
  contested: boolean,
): Extract<Assessment, "unassessed" | "single_source" | "corroborated" | "contested"> {
  if (contested || rows.some((row) => row.stance === "contradicts")) return "contested";
  const { count } = independentSources(rows);
  if (count === 0) return "unassessed";
  return count === 1 ? "single_source" : "corroborated";
}
