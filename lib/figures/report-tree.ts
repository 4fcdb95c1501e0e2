import type { Derivation } from "../records/claim";
import { type IndependentSource, independentSources, type Org, originsOf, type StanceRow } from "./independence";

/** An outlet that carries what a source says, in one way of having it. */
export type NewsOutlet = {
  /** Null: nobody who is on file published it. */
  readonly publisher: Org | null;
  readonly derivation: Derivation;
  /** How many items of evidence. */
  readonly count: number;
  /** The first of them. */
  readonly slugs: readonly string[];
};
export type SourceBranch = IndependentSource & {
  readonly outlets: readonly NewsOutlet[];
  /** How many outlets more there are. */
  readonly more: number;
};
/** Who reports whom: under each independent source those who carry it. */
export type ReportTree = {
  /** Of independent sources. */
  readonly count: number;
  readonly sources: readonly SourceBranch[];
  /** Items that support and lead to no source: they count nothing. */
  readonly unled: number;
};

const MOST_OUTLETS = 8;
const MOST_SLUGS = 3;
const ORDER: readonly Derivation[] = ["original", "derived", "republished"];

type Row = StanceRow & { readonly slug: string };
type Growing = Pick<NewsOutlet, "publisher" | "derivation"> & {
  /** Slugs of the items by their id. */
  readonly items: Map<string, string>;
};

/**
 * The sources of `independentSources`, each with the outlets that carry it: its own publications first, then those that cite
 * it and those that took its text over; of each the outlets with most items first.
 */
export function reportTree(rows: readonly Row[]): ReportTree {
  const { sources, count } = independentSources(rows);
  const sourceOf = new Map(sources.flatMap((source) => source.members.map(({ id }) => [id, source] as const)));
  const outlets = new Map<IndependentSource, Map<string, Growing>>(sources.map((source) => [source, new Map()]));
  const unled = new Set<string>();
  for (const row of rows) {
    if (row.stance !== "supports") continue;
    const source = sourceOf.get(originsOf(row)[0]?.id ?? "");
    const known = source && outlets.get(source);
    if (known) addItem(known, row);
    else unled.add(row.evidenceId);
  }
  for (const { items } of sources) for (const id of items) unled.delete(id);
  const branches = sources.map((source) => branchOf(source, [...(outlets.get(source)?.values() ?? [])]));
  return { count, sources: branches, unled: unled.size };
}

function addItem(outlets: Map<string, Growing>, { publisher, derivation, evidenceId, slug }: Row): void {
  const key = `${derivation} ${publisher?.id ?? ""}`;
  const outlet = outlets.get(key) ?? { publisher, derivation, items: new Map() };
  outlet.items.set(evidenceId, slug);
  outlets.set(key, outlet);
}

function branchOf(source: IndependentSource, grown: readonly Growing[]): SourceBranch {
  const outlets = grown
    .map(({ items, ...outlet }) => ({
      ...outlet,
      count: items.size,
      slugs: [...items.values()].sort().slice(0, MOST_SLUGS),
    }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.derivation) - ORDER.indexOf(b.derivation) ||
        b.count - a.count ||
        (a.publisher?.slug ?? "").localeCompare(b.publisher?.slug ?? ""),
    );
  return { ...source, outlets: outlets.slice(0, MOST_OUTLETS), more: Math.max(0, outlets.length - MOST_OUTLETS) };
}
