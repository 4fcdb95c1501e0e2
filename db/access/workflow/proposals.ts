import { and, eq, inArray, sql } from "drizzle-orm";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { groupRowFields } from "@/lib/records/rows";
import type { Actor } from "@/lib/workflow/actor";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { isOpen, type ProposalState } from "@/lib/workflow/proposal";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { proposalStateAfterEdit } from "@/lib/workflow/workflow";
import { type Tx, transaction } from "../../client";
import { proposals } from "../../schema";
import type { Append } from "../record-one";
import { settleDistinct } from "../records/alike";
import { requirePast } from "../records/plausibility";
import { lockRecords, type StoredRecord } from "../records/record-content";
import { appendRevisions, type NewRevision, type RevisionSnapshot, snapshotsAt } from "../revisions";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

/** What a person writes into a proposal: the record's form values, complete or not, and why. */
export type ProposalContent = {
  /** Flat fields, as a form sends them. */
  readonly typed: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  /** The public note, when what was published was wrong. */
  readonly correctionNote: string | null;
  /** Slugs of records alike that the record is none of. Left out where nobody is asked: an earlier version comes back. */
  readonly distinctFrom?: readonly string[];
};

export type StoredProposal = typeof proposals.$inferSelect & { readonly recordKind: RecordKind };
export type ProposalWritten = Pick<StoredProposal, "slug" | "version" | "input" | "reason"> & {
  readonly state: ProposalState;
};

/** The input that the typed fields read as; null while they do not. */
export function inputOf(kind: RecordKind, typed: ProposalContent["typed"]): RevisionSnapshot | null {
  const parsed = RECORD_INPUTS[kind].safeParse(groupRowFields(typed).content);
  return parsed.success ? (parsed.data as RevisionSnapshot) : null;
}

/**
 * Begins a proposal on a published record, from the version that its writer read.
 * @throws Refusal forbidden, not_found, or conflict when the record is not published or `basedOn` never was; AlikeRecords
 */
export async function openProposal(
  actor: Actor,
  kind: RecordKind,
  slug: string,
  content: ProposalContent & { readonly basedOn: number },
): Promise<ProposalWritten> {
  requirePermission(actor, WRITE_PERMISSIONS[kind]);
  return transaction(async (tx) => {
    const row = (await lockRecords(tx, actor, kind, [slug])).get(slug);
    if (!row) throw Refusal.notFound();
    if (!isPublic(row.state)) throw Refusal.notPublished();
    if (content.basedOn < 1 || content.basedOn > row.version) throw Refusal.changedSinceRead();
    if (content.distinctFrom) {
      await settleDistinct(tx, actor, kind, row, inputOf(kind, content.typed), content.distinctFrom);
    }
    return insertProposal(tx, actor, kind, row, content);
  });
}

/**
 * Writes a new proposal on a locked record. What becomes one with another record, or does no more, names that.
 * @throws Refusal changedSinceRead
 */
export async function insertProposal(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  row: StoredRecord,
  content: ProposalContent & { readonly basedOn: number },
  merge: Pick<typeof proposals.$inferInsert, "absorbsId" | "absorbsVersion" | "undoesId"> = {},
  append: Append = appendRevisions,
): Promise<ProposalWritten> {
  if (content.basedOn < 1 || content.basedOn > row.version) throw Refusal.changedSinceRead();
  const own = `${kind.replace("_", "-")}-${row.slug}`;
  const earlier = await tx.$count(proposals, and(eq(proposals.recordKind, kind), eq(proposals.recordId, row.id)));
  const [written] = await tx
    .insert(proposals)
    .values({
      slug: `${own}-${earlier + 1}`,
      recordKind: kind,
      recordId: row.id,
      baseVersion: content.basedOn,
      ...contentOf(kind, content),
      ...merge,
      createdBy: actor.id,
      updatedBy: actor.id,
    })
    .returning();
  await append(tx, actor, [proposalRevision(written as StoredProposal, row.slug, "open", content.reason)]);
  return written as ProposalWritten;
}

function contentOf(kind: RecordKind, { typed, reason, correctionNote }: ProposalContent) {
  const input = inputOf(kind, typed);
  if (input) requirePast(kind, input);
  return {
    typed: { ...typed },
    input,
    reason: reason?.trim() || null,
    correctionNote: correctionNote?.trim() || null,
  };
}

/**
 * Edits an open proposal. One that was under review is a draft again: nobody approves what they did not read.
 * @param mergedWith the record's version that the writer has seen and merged with; the proposal then starts from there
 * @throws Refusal forbidden, not_found, conflict (stale, with both versions, or no longer open)
 */
export async function saveProposal(
  actor: Actor,
  slug: string,
  {
    basedOn,
    mergedWith,
    ...content
  }: ProposalContent & { readonly basedOn: number; readonly mergedWith?: number | null },
): Promise<ProposalWritten> {
  requirePermission(actor, "submit a record for review");
  return transaction(async (tx) => {
    const { proposal, record, absorbed } = await lockProposal(tx, actor, slug);
    requirePermission(actor, WRITE_PERMISSIONS[proposal.recordKind]);
    if (proposal.version !== basedOn) {
      const at = await snapshotsAt(tx, "proposal", [{ id: proposal.id, version: basedOn }]);
      const base = at.get(proposal.id)?.typed as RevisionSnapshot | undefined;
      throw Refusal.conflict(proposal.typed, proposal.version, base);
    }
    if (!isOpen(proposal.state)) throw Refusal.proposalWrongState("edit", proposal.state);
    if (mergedWith && mergedWith > record.version) throw Refusal.changedSinceRead();
    // What becomes one with it is alike by right.
    if (content.distinctFrom && !proposal.absorbsId) {
      const input = inputOf(proposal.recordKind, content.typed);
      await settleDistinct(tx, actor, proposal.recordKind, record, input, content.distinctFrom);
    }
    const written = await storeProposal(tx, proposal, {
      ...contentOf(proposal.recordKind, content),
      baseVersion: Math.max(mergedWith ?? 0, proposal.baseVersion),
      state: proposalStateAfterEdit(proposal.state),
      ...(absorbed ? { absorbsVersion: absorbed.version } : {}),
      updatedBy: actor.id,
    });
    await appendRevisions(tx, actor, [proposalRevision(written, record.slug, "revise", content.reason)]);
    return written;
  });
}

/**
 * Locks the record first, with the one that would become one with it, then the proposal: the order in which every write
 * takes them.
 * @throws Refusal not_found
 */
export async function lockProposal(tx: Tx, actor: Actor, slug: string) {
  const [found] = await tx
    .select({
      kind: sql<RecordKind>`${proposals.recordKind}`,
      recordId: proposals.recordId,
      absorbsId: proposals.absorbsId,
    })
    .from(proposals)
    .where(eq(proposals.slug, slug));
  if (!found) throw Refusal.notFound();
  const table = editorialTableOf(found.kind);
  const ids = [found.recordId, ...(found.absorbsId ? [found.absorbsId] : [])];
  const names = await tx
    .select({ slug: table.slug })
    .from(table)
    .where(and(inArray(table.id, ids), visibleTo(actor, table)));
  const rows = await lockRecords(
    tx,
    actor,
    found.kind,
    names.map((name) => name.slug),
  );
  const rowOf = (id: string | null) => [...rows.values()].find((row) => row.id === id);
  const record = rowOf(found.recordId);
  const [proposal] = await tx.select().from(proposals).where(eq(proposals.slug, slug)).for("no key update");
  if (!record || !proposal) throw Refusal.notFound();
  return { record, absorbed: rowOf(found.absorbsId), proposal: proposal as StoredProposal };
}

export async function storeProposal(
  tx: Tx,
  proposal: StoredProposal,
  change: Partial<typeof proposals.$inferInsert>,
): Promise<StoredProposal> {
  const [written] = await tx
    .update(proposals)
    .set({ ...change, version: proposal.version + 1, updatedAt: new Date().toISOString() })
    .where(eq(proposals.id, proposal.id))
    .returning();
  return written as StoredProposal;
}

export function proposalRevision(
  {
    id,
    slug,
    recordKind,
    recordId,
    version,
    baseVersion,
    typed,
    input,
    reason,
    correctionNote,
    absorbsId,
    undoesId,
    state,
  }: StoredProposal,
  recordSlug: string,
  action: string,
  why: string | null,
): NewRevision {
  const record = { kind: recordKind, id: recordId, slug: recordSlug };
  return {
    recordKind: "proposal",
    recordId: id,
    version,
    action: `proposal.${action}`,
    snapshot: {
      ...{ slug, record, baseVersion, typed, input, reason, correctionNote, state },
      ...(absorbsId ? { absorbs: absorbsId } : {}),
      ...(undoesId ? { undoes: undoesId } : {}),
    },
    changed: action === "open" || action === "revise" ? ["typed", "reason", "correctionNote"] : ["state"],
    reason: why?.trim() || null,
  };
}
