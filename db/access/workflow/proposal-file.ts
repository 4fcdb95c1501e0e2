import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { GateLine } from "@/lib/workflow/gate";
import { isOpen, OPEN_PROPOSAL_STATES } from "@/lib/workflow/proposal";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { people, proposals, revisions } from "../../schema";
import { storeContent } from "../records";
import { listRecordLines } from "../records/record-lines";
import type { RevisionSnapshot } from "../revisions";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { wroteContent } from "./authorship";
import { checklistsOf } from "./checklists";
import { mergeProposalWithRecord, proposalChangeOf } from "./proposal-transitions";
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
    [{ kind, where: and(eq(table.id, proposal.recordId), visibleTo(actor, table)) }],
    1,
  );
  if (!line) throw Refusal.notFound();
  const merge = await mergeProposalWithRecord(db, proposal, line);
  const [others, history] = await Promise.all([
    listOpenProposals(actor, kind, proposal.recordId),
    proposalHistory(proposal.id),
  ]);
  return {
    ...row,
    proposal,
    record: line,
    ...merge,
    ...shown(proposal, merge),
    checklist: isOpen(proposal.state) && proposal.input ? await previewChecklist(actor, slug) : [],
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
async function previewChecklist(actor: Actor, slug: string): Promise<GateLine[]> {
  try {
    await transaction(async (tx) => {
      const { proposal, record } = await lockProposal(tx, actor, slug);
      const change = await proposalChangeOf(tx, proposal, record);
      if (!change) throw new Previewed([]);
      await storeContent(tx, actor, proposal.recordKind, [{ ...change, state: "in_review" }]);
      const lists = await checklistsOf(tx, proposal.recordKind, [record.id]);
      throw new Previewed((lists.get(record.id) ?? []).filter(({ key }) => key !== "one_person" && key !== "hands"));
    });
  } catch (error) {
    if (error instanceof Previewed) return error.lines;
    if (error instanceof Refusal) return [];
    throw error;
  }
  return [];
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
