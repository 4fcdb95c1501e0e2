import { canonicalJson } from "../text/canonical-json";

/** What a record holds, by field; JSON values only. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** A missing field and an empty one are the same: a column added later changes no old record. */
const fieldOf = (snapshot: Snapshot | null, field: string) =>
  snapshot !== null && Object.hasOwn(snapshot, field) ? (snapshot[field] ?? null) : null;
const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

const fieldsOf = (...snapshots: (Snapshot | null)[]) =>
  [...new Set(snapshots.flatMap((snapshot) => Object.keys(snapshot ?? {})))].sort();

/** Top-level fields that differ, in alphabetical order. `before` null: a new record, so every field that holds something. */
export function changedFields(before: Snapshot | null, after: Snapshot): string[] {
  return fieldsOf(before, after).filter((field) => !isSame(fieldOf(before, field), fieldOf(after, field)));
}

type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** The changed fields with both values; a missing value is null. */
export function fieldDiff(before: Snapshot | null, after: Snapshot): FieldChange[] {
  return changedFields(before, after).map((field) => ({
    field,
    before: fieldOf(before, field),
    after: fieldOf(after, field),
  }));
}

export type Merge = { readonly merged: Record<string, unknown>; readonly conflicts: string[] };

/**
 * Joins two people's changes to one version, field by field: what one of them changed is taken, what both changed to the
 * same is no conflict. A conflicting field holds `mine` in `merged`, so that the form value stays until a person chooses.
 */
export function mergeThreeWay(base: Snapshot, mine: Snapshot, theirs: Snapshot): Merge {
  const conflicts: string[] = [];
  const merged: [string, unknown][] = [];
  for (const field of fieldsOf(base, mine, theirs)) {
    const [was, my, their] = [fieldOf(base, field), fieldOf(mine, field), fieldOf(theirs, field)];
    const mineIsUntouched = isSame(was, my);
    if (!mineIsUntouched && !isSame(was, their) && !isSame(my, their)) conflicts.push(field);
    merged.push([field, mineIsUntouched ? their : my]);
  }
  return { merged: Object.fromEntries(merged), conflicts };
}
