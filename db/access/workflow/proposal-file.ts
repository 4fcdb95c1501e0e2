import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateLine } from "@/lib/workflow/gate";
import { isOpen, OPEN_PROPOSAL_STATES } from "@/lib/workflow/proposal";
import { Refusal } from "@/lib/workflow/refusal";
import type { RefusalDetail } from "@/lib/workflow/refusal-sentence";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { people, proposals, revisions } from "../../schema";
import { historyVisibleTo } from "../history/record-history";
import { readProposedMerge } from "../merges/merge-reads";
import { storeContent } from "../records/record-content";
import { listRecordLines } from "../records/record-lines";
import type { RevisionSnapshot } from "../revisions";
import { editorialTableOf } from "../tables";
import { wroteContent } from "./authorship";
import { checklistsOf } from "./checklists";
import { mergeProposalWithRecord, proposalChangeOf, storeMergeStep } from "./proposal-transitions";
import { lockProposal, type StoredProposal } from "./proposals";

export type ProposalFile = Awaited<ReturnType<typeof findProposal>>;

const [creator, writer, decider] = [alias(people, "creator"), alias(people, "writer"), alias(people, "decider")];

/**
 * A proposal with what it would change: the record as it is, the record with the change joined to it, and the fields in
 * which both moved. `checklist` is the gate's for the record as it would be.
 * @throws Refusal forbidden or not_found
 */
export async function findProposal(actor: Actor, slug: string) {
  requirePermission(actor, "read drafts");
  const [row] = await db
    .select({
      proposal: proposals,
      createdBy: creator.name,
      updatedBy: writer.name,
      decidedBy: decider.name,
      isOwnWork: sql<boolean>`exists (select 1 from ${revisions} where ${revisions.recordId} = ${proposals.id} and ${wroteContent(actor, "proposal")})`,
    })
    .from(proposals)
    .innerJoin(creator, eq(creator.id, proposals.createdBy))
    .innerJoin(writer, eq(writer.id, proposals.updatedBy))
    .leftJoin(decider, eq(decider.id, proposals.decidedBy))
    .where(eq(proposals.slug, slug));
  if (!row) throw Refusal.notFound();
  const proposal = row.proposal as StoredProposal;
  const kind = proposal.recordKind;
  const table = editorialTableOf(kind);
  const [line] = await listRecordLines(
    actor,
    [{ kind, where: eq(table.id, proposal.recordId) }],
    1,
    historyVisibleTo,
  );
  if (!line) throw Refusal.notFound();
  const merge = await mergeProposalWithRecord(db, proposal, line);
  const [others, history, joins] = await Promise.all([
    listOpenProposals(actor, kind, proposal.recordId),
    proposalHistory(proposal.id),
    readProposedMerge(actor, proposal, line.slug),
  ]);
  const isPreviewed = isOpen(proposal.state) && proposal.input;
  const { lines: checklist, refused } = isPreviewed ? await previewApproval(actor, slug) : NOTHING;
  return {
    ...row,
    proposal,
    record: line,
    ...merge,
    ...shown(proposal, merge),
    checklist,
    /** The other record, when two become one by it, or two again; else null. */
    joins,
    /** Why a merge, or taking one back, would be refused as things are. */
    refused: joins ? refused : null,
    others: others.filter((other) => other.slug !== slug),
    history,
  };
}

/** What is held against what: the record as it is and as it would be; a decided proposal against what it began from. */
function shown(
  proposal: StoredProposal,
  { base, current, merged }: Awaited<ReturnType<typeof mergeProposalWithRecord>>,
) {
  if (!proposal.input) return { before: current, after: null };
  if (isOpen(proposal.state)) return { before: current, after: merged };
  return { before: base, after: { ...proposal.input, slug: base.slug, state: base.state } as RevisionSnapshot };
}

type Preview = { readonly lines: GateLine[]; readonly refused: RefusalDetail | null };
const NOTHING: Preview = { lines: [], refused: null };

/** Undoes what a preview wrote. */
class Previewed extends Error {
  constructor(readonly lines: GateLine[]) {
    super("previewed");
  }
}

/**
 * The checklist as it would be after approval by somebody else: the change is written and taken back in one transaction,
 * so that the gate itself answers and nothing stays.
 */
async function previewApproval(actor: Actor, slug: string): Promise<Preview> {
  try {
    await transaction(async (tx) => {
      const { proposal, record, absorbed } = await lockProposal(tx, actor, slug);
      const change = await proposalChangeOf(tx, proposal, record);
      if (!change) throw new Previewed([]);
      const state = isPublic(record.state) ? "in_review" : change.state;
      await storeMergeStep(tx, actor, { proposal, record, absorbed }, { approverId: null, detail: {} });
      await storeContent(tx, actor, proposal.recordKind, [{ ...change, state }]);
      // What is not published yet comes through its own gate later.
      if (!isPublic(record.state)) throw new Previewed([]);
      const lists = await checklistsOf(tx, proposal.recordKind, [record.id]);
      throw new Previewed((lists.get(record.id) ?? []).filter(({ key }) => key !== "one_person" && key !== "hands"));
    });
  } catch (error) {
    if (error instanceof Previewed) return { lines: error.lines, refused: null };
    if (error instanceof Refusal) return { lines: [], refused: error.detail };
    throw error;
  }
  return NOTHING;
}

const proposalHistory = (id: string) =>
  db
    .select({
      version: revisions.version,
      action: revisions.action,
      reason: revisions.reason,
      author: people.name,
      at: revisions.at,
      hash: revisions.hash,
    })
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.authorId))
    .where(and(eq(revisions.recordKind, "proposal"), eq(revisions.recordId, id)))
    .orderBy(desc(revisions.version));

export type OpenProposal = Awaited<ReturnType<typeof listOpenProposals>>[number];

/** What waits for approval on one record, the oldest first. */
export async function listOpenProposals(actor: Actor, kind: RecordKind, recordId: string) {
  requirePermission(actor, "read drafts");
  return db
    .select({
      slug: proposals.slug,
      state: proposals.state,
      reason: proposals.reason,
      createdBy: people.name,
      updatedAt: proposals.updatedAt,
    })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.createdBy))
    .where(
      and(
        eq(proposals.recordKind, kind),
        eq(proposals.recordId, recordId),
        inArray(proposals.state, [...OPEN_PROPOSAL_STATES]),
      ),
    )
    .orderBy(asc(proposals.createdAt), asc(proposals.id));
}
