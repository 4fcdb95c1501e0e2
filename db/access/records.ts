import { sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Caution } from "@/lib/records/plausibility";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { transitionRule } from "@/lib/workflow/workflow";
import type { Tx } from "../client";
import { type IdLookup, withIds } from "./id-lookup";
import { absorbedSlugs, leadReferencesOn } from "./merges/redirects";
import { addLinks, nameLinks } from "./record-links";
import { RECORD_MAPPERS, type RecordInputs } from "./record-mappers";
import { insertRows } from "./records/bulk-rows";
import { requirePast, warningsOf } from "./records/plausibility";
import {
  type ContentChange,
  contentRevisions,
  lockRecords,
  type StoredRecord,
  storeContent,
} from "./records/record-content";
import { editOf } from "./records/record-edit";
import { appendRevisions, latestSnapshots, type NewRevision, type RevisionSnapshot, snapshotsAt } from "./revisions";
import { refreshStatuses } from "./stations/station-status";
import { editorialTableOf } from "./tables";

export type WrittenRecord = {
  readonly slug: string;
  readonly version: number;
  readonly effect: "recorded" | "revised" | "unchanged";
  /** What is most likely a slip; absent when nothing is. It has to be ticked before publication. */
  readonly warnings?: readonly Caution[];
};

export type NewRecord<Kind extends RecordKind> = {
  readonly slug: string;
  readonly input: RecordInputs[Kind];
  readonly reason?: string | null;
};
type RecordEdit<Kind extends RecordKind> = NewRecord<Kind> & {
  /** The version that the change was made from; another one stored by now is a conflict. */
  readonly basedOn: number;
};

/**
 * Records new drafts, all or none, each with its first revision.
 * Those with `submitted` go to review at once, as by `transitionAll` and with its revision, but their rows and indexes are
 * written once.
 * @throws Refusal forbidden; Invalid when a slug is taken, a reference is unknown or what happened is dated in the future
 */
export async function recordAll<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  asked: readonly (NewRecord<Kind> & Submission)[],
): Promise<WrittenRecord[]> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  if (asked.some(isSubmitted)) requirePermission(actor, SUBMISSION.permission);
  if (asked.length === 0) return [];
  for (const { input } of asked) requirePast(kind, input);
  const entries = await withReferencesLed(tx, asked);
  const table = editorialTableOf(kind);
  const own = new Set(entries.map(({ slug }) => slug));
  const { rows, idOf: idOnFile } = await withIds(tx, actor, (id) => {
    // Records of one batch may name each other.
    const idOfOther = ((named, slug, field) =>
      named === kind && slug !== null && own.has(slug) ? "" : id(named, slug, field)) as IdLookup;
    const found = entries.map(({ slug, input, submitted }) => {
      nameLinks(kind, input, idOfOther);
      const columns = RECORD_MAPPERS[kind].columns(input, id);
      return { ...columns, slug, ...standOf({ submitted }), createdBy: actor.id, updatedBy: actor.id };
    });
    return { rows: found, idOf: id };
  });
  const stored = await insertRows(tx, table, rows, sql`on conflict (slug) do nothing returning id, slug`);
  const ids = new Map(stored.map((row) => [String(row.slug), String(row.id)]));
  const absorbed = await absorbedSlugs(tx, kind, [...ids.keys()]);
  if (ids.size < rows.length || absorbed.length > 0) throw new Invalid({ slug: "validation.slugTaken" });

  const idOf = (slug: string) => ids.get(slug) as string;
  const idOfAny = ((named, slug, field) =>
    named === kind && slug !== null && own.has(slug) ? idOf(slug) : idOnFile(named, slug, field)) as IdLookup;
  await addLinks(
    tx,
    kind,
    entries.map(({ slug, input }) => ({ id: idOf(slug), input })),
    idOfAny,
  );
  if (kind === "status_report") await refreshStatuses(tx, [...ids.values()]);
  const recorded = entries.map((entry) => firstRevision(kind, idOf(entry.slug), entry));
  await appendRevisions(tx, actor, recorded);
  await appendRevisions(tx, actor, submissionsOf(kind, entries, recorded));
  return entries.map((entry) => {
    const { slug, input } = entry;
    return { slug, version: standOf(entry).version, effect: "recorded", ...warningsOf(kind, input) };
  });
}

/** Why it is sent to review as soon as it is recorded; null or left out: it stays a draft. */
type Submission = { readonly submitted?: string | null };

const SUBMISSION = transitionRule("submit");
const isSubmitted = ({ submitted = null }: Submission) => submitted !== null;
const standOf = (entry: Submission) =>
  isSubmitted(entry) ? ({ state: SUBMISSION.to, version: 2 } as const) : ({ state: "draft", version: 1 } as const);

const submissionsOf = (kind: RecordKind, entries: readonly Submission[], recorded: readonly NewRevision[]) =>
  recorded.flatMap((revision, index): NewRevision[] => {
    const entry = entries[index] as Submission;
    if (!isSubmitted(entry)) return [];
    const { state, version } = standOf(entry);
    const snapshot = { ...revision.snapshot, state };
    const step = { action: `${kind}.submit`, changed: ["state"], reason: entry.submitted ?? null };
    return [{ ...revision, ...step, version, snapshot }];
  });

export const firstRevision = <Kind extends RecordKind>(
  kind: Kind,
  id: string,
  { slug, input, reason }: NewRecord<Kind>,
): NewRevision => ({
  recordKind: kind,
  recordId: id,
  version: 1,
  action: `${kind}.record`,
  snapshot: { slug, state: "draft", ...(input as RevisionSnapshot) },
  changed: Object.keys(input).sort(),
  reason: reason ?? null,
});

/** What the entries name, by the names that it has now. */
async function withReferencesLed<Kind extends RecordKind, Entry extends NewRecord<Kind>>(
  tx: Tx,
  entries: readonly Entry[],
): Promise<Entry[]> {
  const inputs = await leadReferencesOn(
    tx,
    entries.map(({ input }) => input as RevisionSnapshot),
  );
  return entries.map((entry, index) => ({ ...entry, input: inputs[index] as RecordInputs[Kind] }));
}

/**
 * Revises records that are not published, all or none. An input equal to what is stored writes nothing.
 * @throws Refusal not_found, conflict (with the stored version) or forbidden; Invalid for an unknown reference
 */
export async function reviseAll<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  asked: readonly RecordEdit<Kind>[],
): Promise<WrittenRecord[]> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  if (asked.length === 0) return [];
  const revisionsWanted = await withReferencesLed(tx, asked);
  const stored = await lockRecords(
    tx,
    actor,
    kind,
    revisionsWanted.map(({ slug }) => slug),
  );
  const snapshots = await latestSnapshots(
    tx,
    kind,
    [...stored.values()].map(({ id }) => id),
  );
  const written: WrittenRecord[] = [];
  const changes: ContentChange<Kind>[] = [];
  const bases = await snapshotsAt(tx, kind, staleOf(revisionsWanted, stored));

  for (const { slug, input, basedOn, reason } of revisionsWanted) {
    const row = stored.get(slug);
    if (!row) throw Refusal.notFound();
    const before = snapshots.get(row.id) ?? {};
    if (row.version !== basedOn) throw Refusal.conflict(before, row.version, bases.get(row.id));
    const change = editOf(actor, kind, row, before, { input, reason });
    if (!change) {
      written.push({ slug, version: row.version, effect: "unchanged" });
      continue;
    }
    changes.push(change);
    written.push({ slug, version: row.version + 1, effect: "revised", ...warningsOf(kind, input) });
  }
  await storeContent(tx, actor, kind, changes);
  await appendRevisions(tx, actor, contentRevisions(kind, changes));
  return written;
}

/** The rows that somebody else revised since the version that a change names: their forms want that version to merge. */
const staleOf = (wanted: readonly { slug: string; basedOn: number }[], stored: ReadonlyMap<string, StoredRecord>) =>
  wanted.flatMap(({ slug, basedOn }) => {
    const row = stored.get(slug);
    return row && row.version !== basedOn ? [{ id: row.id, version: basedOn }] : [];
  });
