import { and, desc, eq, inArray, like } from "drizzle-orm";
import { LOADED } from "@/lib/history/loader-reason";
import type { RecordState } from "@/lib/records/editorial";
import { changedFields, type Snapshot } from "@/lib/records/merge";
import type { Actor } from "@/lib/workflow/actor";
import { isEditable } from "@/lib/workflow/workflow";
import { absorbedSlugs, leadReferencesOn } from "../access/merges/redirects";
import { lockRecords } from "../access/records/record-content";
import { latestSnapshots } from "../access/revisions";
import type { Tx } from "../client";
import { revisions } from "../schema";
import type { PlannedKind, PlannedRecord } from "./plan";

type ComparedRecord<Kind extends PlannedKind> = {
  readonly planned: PlannedRecord<Kind>;
  readonly version: number;
  readonly state: RecordState;
  readonly changed: readonly string[];
};
export type PlanComparison<Kind extends PlannedKind> = {
  readonly added: PlannedRecord<Kind>[];
  /** What the file changed, and may be revised. */
  readonly revised: ComparedRecord<Kind>[];
  /** What stands in the database as it is in the file. */
  readonly same: ComparedRecord<Kind>[];
  /** What the file changed, but is published. */
  readonly published: ComparedRecord<Kind>[];
  /** What the file changed, and the desk too: it is left as the desk has it. */
  readonly contested: ComparedRecord<Kind>[];
  /** Slugs of those that were there before. */
  readonly onFile: string[];
  /** Slugs of records that an earlier load made, and that no row makes any more. */
  readonly vanished: string[];
};

/** Holds a plan's records against what is stored, which stays locked until the transaction ends. */
export async function comparePlanned<Kind extends PlannedKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  planned: ReadonlyMap<string, PlannedRecord<Kind>>,
): Promise<PlanComparison<Kind>> {
  const stored = await lockRecords(tx, actor, kind, [...planned.keys()]);
  const ids = [...stored.values()].map(({ id }) => id);
  const now = await latestSnapshots(tx, kind, ids);
  const loaded = await loadedSnapshots(tx, kind);
  const absorbed = new Set(await absorbedSlugs(tx, kind, [...planned.keys()]));
  const result: PlanComparison<Kind> = {
    added: [],
    revised: [],
    same: [],
    published: [],
    contested: [],
    onFile: [...stored.keys()],
    vanished: [],
  };

  for (const record of await withReferencesLed(tx, [...planned.values()])) {
    // The desk made it one with another record, which the file's other rows name by that one's slug from now on.
    if (absorbed.has(record.slug)) continue;
    const row = stored.get(record.slug);
    if (!row) {
      result.added.push(record);
      continue;
    }
    const { slug, state, version } = row;
    const mine = { ...(record.input as Snapshot), slug, state };
    const theirs = { ...now.get(row.id), state };
    const base = loaded.get(row.id);
    const changed = changedFields(theirs, mine);
    const compared = { planned: record, version, state, changed };
    if (changed.length === 0) result.same.push(compared);
    else if (base && changedFields({ ...base, state }, mine).length === 0) continue;
    else if (!base || changedFields({ ...base, state }, theirs).length > 0) result.contested.push(compared);
    else if (isEditable(state)) result.revised.push(compared);
    else result.published.push(compared);
  }
  const madeBefore = [...loaded.values()].map(({ slug }) => String(slug));
  result.vanished.push(...madeBefore.filter((slug) => !planned.has(slug)).sort());
  return result;
}

/** What the loader wrote last into each record that it made, by record id. */
async function loadedSnapshots(tx: Tx, kind: PlannedKind): Promise<Map<string, Snapshot>> {
  const rows = await tx
    .selectDistinctOn([revisions.recordId], { recordId: revisions.recordId, snapshot: revisions.snapshot })
    .from(revisions)
    .where(
      and(
        eq(revisions.recordKind, kind),
        inArray(revisions.action, [`${kind}.record`, `${kind}.revise`]),
        like(revisions.reason, `${LOADED}%`),
      ),
    )
    .orderBy(revisions.recordId, desc(revisions.version));
  const snapshots = await leadReferencesOn(
    tx,
    rows.map((row) => row.snapshot),
    { conflicts: true },
  );
  return new Map(rows.map((row, index) => [row.recordId, snapshots[index] ?? row.snapshot]));
}

/** What the file names, by the names that it has now. */
async function withReferencesLed<Kind extends PlannedKind>(tx: Tx, planned: readonly PlannedRecord<Kind>[]) {
  const inputs = await leadReferencesOn(
    tx,
    planned.map(({ input }) => input as Snapshot),
  );
  return planned.map((record, index) => ({ ...record, input: inputs[index] as PlannedRecord<Kind>["input"] }));
}
