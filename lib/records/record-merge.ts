import { canonicalJson } from "../text/canonical-json";
import type { RecordKind } from "./editorial";
import { SHARINGS } from "./evidence";
import type { Snapshot } from "./merge";
import { referencedKind, rowKey, titleOf } from "./record-field";

/**
 * The kinds of which two records can become one. The others are not named by a file or a reader: they stand on another
 * record's page, or have a log of their own that nobody rewrites.
 */
export const MERGEABLE_KINDS = ["organization", "station", "evidence", "claim", "event"] as const;
export type MergeableKind = (typeof MERGEABLE_KINDS)[number];
export const isMergeable = (kind: RecordKind): kind is MergeableKind =>
  (MERGEABLE_KINDS as readonly RecordKind[]).includes(kind);

/** Slug of a record that became another one → that one's slug, by kind. */
export type Redirects = Partial<Record<RecordKind, ReadonlyMap<string, string>>>;

/** `conflicts`: the fields with two rows about one thing that do not say the same. */
type Redirected = { readonly content: Snapshot; readonly conflicts: readonly string[] };

/** What of a row only adds to it: where one row is silent the other's is taken. */
const ROW_ADDS: readonly string[] = ["quote", "locator", "target"];

/** What is taken as a whole or not at all, since a part of it beside the other record's parts would say something else. */
const GROUPS: Partial<Record<RecordKind, readonly (readonly string[])[]>> = {
  station: [["latitude", "longitude", "locationPrecision", "publicPrecision", "locationSource"]],
  evidence: [["publisher", "carriedBy"]],
  claim: [
    ["scope", "region", "country", "station"],
    ["valueNumber", "valueBound"],
  ],
};

/** Lists that are one statement: who claims together is one source, and nobody joins them by a merge. */
const STATEMENTS: readonly string[] = ["claimants"];

const isSame = (one: unknown, other: unknown) => canonicalJson(one ?? null) === canonicalJson(other ?? null);
const isEmpty = (value: unknown) => value === null || value === undefined || value === "";
const holds = (list: readonly unknown[], item: unknown) => list.some((own) => isSame(own, item));
const distinct = (items: readonly unknown[]) => items.filter((item, index) => !holds(items.slice(0, index), item));

const follow = (redirects: Redirects, field: string, value: unknown): unknown => {
  const kind = referencedKind(field);
  return kind && typeof value === "string" ? (redirects[kind]?.get(value) ?? value) : value;
};

/** Rows about one thing made one; null when they do not say the same. */
function joinRows(rows: readonly Snapshot[], key: string): Snapshot[] | null {
  const joined = new Map<unknown, Snapshot>();
  for (const row of rows) {
    const first = joined.get(row[key]);
    if (!first) {
      joined.set(row[key], row);
      continue;
    }
    const both = { ...first };
    for (const [field, value] of Object.entries(row)) {
      if (isSame(first[field], value)) continue;
      if (!ROW_ADDS.includes(field) || !(isEmpty(first[field]) || isEmpty(value))) return null;
      both[field] = first[field] ?? value;
    }
    joined.set(row[key], both);
  }
  return [...joined.values()];
}

/** A record's content with every reference to an absorbed record led on to its survivor; what doubles by that is joined. */
export function redirectReferences(content: Snapshot, redirects: Redirects): Redirected {
  const conflicts: string[] = [];
  const led = (field: string, value: unknown): unknown => {
    if (!Array.isArray(value)) return follow(redirects, field, value);
    const key = rowKey(field);
    const items = value.map((item) =>
      key
        ? Object.fromEntries(
            Object.entries(item as Snapshot).map(([name, cell]) => [name, follow(redirects, name, cell)]),
          )
        : follow(redirects, field, item),
    );
    if (isSame(items, value)) return value;
    if (!key) return distinct(items);
    const rows = joinRows(items as Snapshot[], key);
    if (!rows) conflicts.push(field);
    return rows ?? value;
  };
  const after = Object.fromEntries(Object.entries(content).map(([field, value]) => [field, led(field, value)]));
  // Nobody carries a copy of what they published themselves.
  if (after.carriedBy && after.carriedBy === after.publisher && content.carriedBy !== content.publisher) {
    after.carriedBy = null;
  }
  return { content: after, conflicts };
}

type Named = { readonly slug: string; readonly content: Snapshot };

/** Both lists as one; the absorbed name is another name of the survivor. */
function joinLists(kind: RecordKind, field: string, survivor: Named, absorbed: Named): unknown[] | null {
  const [own, added] = [survivor, absorbed].map(({ content }) => (content[field] ?? []) as unknown[]) as [
    unknown[],
    unknown[],
  ];
  const key = rowKey(field);
  if (key) return joinRows([...own, ...added] as Snapshot[], key);
  const names = field === "alternateNames" ? [titleOf(kind, absorbed.content)] : [];
  const itself: readonly unknown[] =
    field === "alternateNames" ? [titleOf(kind, survivor.content)] : [survivor.slug, absorbed.slug];
  return distinct([...own, ...names, ...added]).filter((item) => !itself.includes(item));
}

/**
 * What the survivor says after a merge: its own fields; where it says nothing, the absorbed record's; the lists of both;
 * of two labels (TLP) the stricter.
 */
export function contentAfterMerge(kind: RecordKind, survivor: Named, absorbed: Named): Redirected {
  const conflicts: string[] = [];
  const groups = GROUPS[kind] ?? [];
  const isFilled = (field: string) => !isEmpty(survivor.content[field]);
  const merged = (field: string): unknown => {
    const [own, other] = [survivor.content[field], absorbed.content[field]];
    if (STATEMENTS.includes(field)) return Array.isArray(own) && own.length > 0 ? own : (other ?? []);
    if (Array.isArray(own) || Array.isArray(other)) {
      const joined = joinLists(kind, field, survivor, absorbed);
      if (!joined) conflicts.push(field);
      return joined ?? own;
    }
    if (field === "sharing") return SHARINGS.findLast((label) => label === own || label === other);
    if (isFilled(field) || groups.some((group) => group.includes(field) && group.some(isFilled))) return own ?? null;
    return other ?? null;
  };
  const fields = [...new Set([...Object.keys(survivor.content), ...Object.keys(absorbed.content)])];
  return { content: Object.fromEntries(fields.map((field) => [field, merged(field)])), conflicts };
}

/** A list as it was before, as far as the change is still in it; null when what the change made of a row was altered since. */
function restoreList(field: string, before: readonly unknown[], after: readonly unknown[], now: readonly unknown[]) {
  const key = rowKey(field);
  const [gone, come] = [before.filter((item) => !holds(after, item)), after.filter((item) => !holds(before, item))];
  const isAltered = (item: unknown) =>
    key !== null && !holds(now, item) && (now as Snapshot[]).some((row) => isSame(row[key], (item as Snapshot)[key]));
  if (come.some(isAltered)) return null;
  const list = now.filter((item) => !holds(come, item));
  // A link that somebody took away since is not put back under its old name.
  const wasTaken = come.length > 0 && !come.some((item) => holds(now, item));
  for (const item of wasTaken ? [] : gone) {
    if (!holds(list, item)) list.splice(Math.min(before.indexOf(item), list.length), 0, item);
  }
  return list;
}

/**
 * Takes one change back out of what a record says now: what was written into it since stays. `conflicts` names the fields
 * where that can't be told apart.
 */
export function withoutChange(before: Snapshot, after: Snapshot, now: Snapshot): Redirected {
  const conflicts: string[] = [];
  const restored = (field: string): unknown => {
    const [was, became, is] = [before[field], after[field], now[field]];
    if (isSame(was, became)) return is;
    if (!Array.isArray(is)) return isSame(is, became) ? (was ?? null) : is;
    const list = restoreList(field, (was ?? []) as unknown[], (became ?? []) as unknown[], is);
    if (!list) conflicts.push(field);
    return list ?? is;
  };
  return { content: Object.fromEntries(Object.keys(now).map((field) => [field, restored(field)])), conflicts };
}
