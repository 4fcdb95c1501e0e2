import { sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateWarning } from "@/lib/workflow/gate";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { transitionRule } from "@/lib/workflow/workflow";
import type { Tx } from "../../client";
import { type IdLookup, withIds } from "../id-lookup";
import { absorbedSlugs } from "../merges/redirects";
import { addLinks, nameLinks } from "../record-links";
import { RECORD_MAPPERS } from "../record-mappers";
import { firstRevision, type NewRecord, type WrittenRecord, withReferencesLed } from "../records";
import { insertRows, updateRows } from "../records/bulk-rows";
import { requirePast, warningsOf } from "../records/plausibility";
import { appendRevisions, type NewRevision } from "../revisions";
import { refreshStatuses } from "../stations/station-status";
import { editorialTableOf } from "../tables";
import { isGateOpen, type ManyPublished } from "./publishing";
import { readGateLast } from "./transitions";

/** Why it is sent to review as soon as it is recorded; null or left out: it stays a draft. */
type Submission = { readonly submitted?: string | null };

/** Who approves and publishes what is sent to review. */
type Publication = ManyPublished & { readonly approver: Actor };

const [SUBMISSION, APPROVAL, PUBLICATION] = [
  transitionRule("submit"),
  transitionRule("approve"),
  transitionRule("publish"),
];
const isSubmitted = ({ submitted = null }: Submission) => submitted !== null;

/**
 * Records new drafts, all or none, each with its first revision. Those with `submitted` go to review at once, and with a
 * publication those whose gate is open are published at once: as by `transitionAll` and `approveAndPublishOpen`, with the same
 * revisions, but their rows and indexes are written once. The gate sees what was recorded before, and these.
 * @returns what was written of each; those that are published have the version that they are published with
 * @throws Refusal forbidden; Invalid when a slug is taken, a reference is unknown or what happened is dated in the future
 */
export async function recordAll<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  asked: readonly (NewRecord<Kind> & Submission)[],
  publication: Publication | null = null,
): Promise<(WrittenRecord & { readonly isPublished: boolean })[]> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  if (asked.some(isSubmitted)) requirePermission(actor, SUBMISSION.permission);
  if (publication) requireApprover(actor, publication.approver);
  if (asked.length === 0) return [];
  for (const { input } of asked) requirePast(kind, input);
  const entries = await withReferencesLed(tx, asked);
  const ids = await insertAll(tx, actor, kind, entries, publication);
  const idOf = ({ slug }: { slug: string }) => ids.get(slug) as string;
  if (kind === "status_report") await refreshStatuses(tx, [...ids.values()]);
  const tickedOf = publication
    ? await takeBackBlocked(tx, kind, entries.filter(isSubmitted).map(idOf), publication)
    : new Map<string, readonly GateWarning[]>();

  const recorded = entries.map((entry) => firstRevision(kind, idOf(entry), entry));
  const submitted = entries.flatMap((entry, index) => {
    const first = recorded[index] as NewRevision;
    return isSubmitted(entry) ? [stepFrom(first, "submit", entry.submitted ?? null)] : [];
  });
  await appendRevisions(tx, actor, recorded);
  await appendRevisions(tx, actor, submitted);
  if (publication) await appendPublication(tx, publication, submitted, tickedOf);
  return entries.map((entry) => {
    const isPublished = tickedOf.has(idOf(entry));
    const version = isPublished ? PUBLISHED_VERSION : isSubmitted(entry) ? SUBMITTED_VERSION : 1;
    return { slug: entry.slug, version, effect: "recorded", isPublished, ...warningsOf(kind, entry.input) };
  });
}

const [SUBMITTED_VERSION, PUBLISHED_VERSION] = [2, 4];

/** Four eyes: what is new was written by the one who records it, and by nobody else. */
function requireApprover(author: Actor, approver: Actor): void {
  for (const { permission } of [APPROVAL, PUBLICATION]) requirePermission(approver, permission);
  if (approver.id === author.id) throw Refusal.ownWork();
}

const IN_REVIEW = {
  state: SUBMISSION.to,
  version: SUBMITTED_VERSION,
  approvedBy: null,
  approvedVersion: null,
  publishedAt: null,
};

function standOf(entry: Submission, publication: Publication | null) {
  if (!isSubmitted(entry)) return { ...IN_REVIEW, state: "draft", version: 1 };
  if (!publication) return IN_REVIEW;
  return {
    state: PUBLICATION.to,
    version: PUBLISHED_VERSION,
    approvedBy: publication.approver.id,
    approvedVersion: SUBMITTED_VERSION,
    publishedAt: new Date().toISOString(),
  };
}

/** Writes the rows and the links that belong to them. @returns their ids, by slug */
async function insertAll<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  entries: readonly (NewRecord<Kind> & Submission)[],
  publication: Publication | null,
): Promise<ReadonlyMap<string, string>> {
  const own = new Set(entries.map(({ slug }) => slug));
  const { rows, idOf: idOnFile } = await withIds(tx, actor, (id) => {
    // Records of one batch may name each other.
    const idOfOther = ((named, slug, field) =>
      named === kind && slug !== null && own.has(slug) ? "" : id(named, slug, field)) as IdLookup;
    const found = entries.map((entry) => {
      nameLinks(kind, entry.input, idOfOther);
      const columns = RECORD_MAPPERS[kind].columns(entry.input, id);
      const stand = standOf(entry, publication);
      return { ...columns, slug: entry.slug, ...stand, createdBy: actor.id, updatedBy: actor.id };
    });
    return { rows: found, idOf: id };
  });
  const ending = sql`on conflict (slug) do nothing returning id, slug`;
  const stored = await insertRows(tx, editorialTableOf(kind), rows, ending);
  const ids = new Map(stored.map((row) => [String(row.slug), String(row.id)]));
  const absorbed = await absorbedSlugs(tx, kind, [...ids.keys()]);
  if (ids.size < rows.length || absorbed.length > 0) throw new Invalid({ slug: "validation.slugTaken" });

  const idOf = (slug: string) => ids.get(slug) as string;
  const idOfAny = ((named, slug, field) =>
    named === kind && slug !== null && own.has(slug) ? idOf(slug) : idOnFile(named, slug, field)) as IdLookup;
  const owners = entries.map(({ slug, input }) => ({ id: idOf(slug), input }));
  await addLinks(tx, kind, owners, idOfAny);
  return ids;
}

/**
 * Holds new records, which stand as published until here, against the gate; those that it keeps are in review again before
 * anybody else sees them.
 * @returns what those that stay published warn of, by id
 */
async function takeBackBlocked(
  tx: Tx,
  kind: RecordKind,
  ids: readonly string[],
  publication: Publication,
): Promise<Map<string, readonly GateWarning[]>> {
  const outcomes = await readGateLast(tx, kind, ids);
  const open = new Map<string, readonly GateWarning[]>();
  const blocked: string[] = [];
  for (const id of ids) {
    const outcome = outcomes.get(id);
    if (outcome && isGateOpen(outcome, publication)) open.set(id, outcome.warnings);
    else blocked.push(id);
  }
  await updateRows(
    tx,
    editorialTableOf(kind),
    blocked.map((id) => ({ ...IN_REVIEW, id })),
  );
  return open;
}

const stepFrom = (
  before: NewRevision,
  step: "submit" | "approve" | "publish",
  reason: string | null,
): NewRevision => ({
  ...before,
  action: `${before.recordKind}.${step}`,
  version: before.version + 1,
  snapshot: { ...before.snapshot, state: transitionRule(step).to },
  changed: ["state"],
  reason,
});

async function appendPublication(
  tx: Tx,
  { approver, reason }: Publication,
  submitted: readonly NewRevision[],
  tickedOf: ReadonlyMap<string, readonly GateWarning[]>,
): Promise<void> {
  const open = submitted.filter(({ recordId }) => tickedOf.has(recordId));
  const approved = open.map((revision) => stepFrom(revision, "approve", reason));
  const published = approved.map((revision) => {
    const ticked = tickedOf.get(revision.recordId) ?? [];
    return { ...stepFrom(revision, "publish", reason), detail: ticked.length > 0 ? { ticked } : null };
  });
  await appendRevisions(tx, approver, approved);
  await appendRevisions(tx, approver, published);
}
