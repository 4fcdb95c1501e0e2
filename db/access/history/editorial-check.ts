import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { isPublic, type RecordKind, type RecordState } from "@/lib/records/editorial";
import { isEditable, TRANSITIONS } from "@/lib/workflow/workflow";
import type { Tx } from "../../client";
import { revisions } from "../../schema";

/** Who wrote, approved and published a record, as its revisions tell it. */
export type Editorial = {
  readonly createdBy: string | null;
  readonly updatedBy: string | null;
  /** Undefined: what told of the approval was erased. */
  readonly approvedBy: string | null | undefined;
  readonly approvedVersion: number | null | undefined;
  /** ISO instant of the revision; null: it was never published. */
  readonly publishedAt: string | null;
};

type Step = {
  readonly recordId: string;
  readonly version: number;
  readonly action: string;
  readonly authorId: string | null;
  readonly at: string;
  readonly state: RecordState | null;
  readonly decidedBy: string | null;
};

const WRITES = ["revise", "apply", "correct", "merge", "unmerge"];

/** The same for each of these records. */
export async function editorialOf(tx: Tx, kind: RecordKind, ids: readonly string[]): Promise<Map<string, Editorial>> {
  const steps: Step[] = await tx
    .select({
      recordId: revisions.recordId,
      version: revisions.version,
      action: revisions.action,
      authorId: revisions.authorId,
      at: revisions.at,
      state: sql<RecordState | null>`${revisions.snapshot}->>'state'`,
      decidedBy: sql<string | null>`${revisions.detail}->>'approvedBy'`,
    })
    .from(revisions)
    .where(and(eq(revisions.recordKind, kind), inArray(revisions.recordId, [...ids])))
    .orderBy(asc(revisions.recordId), asc(revisions.version));
  const found = new Map<string, Editorial>();
  let before: Step | undefined;
  for (const step of steps) {
    const { recordId } = step;
    // Of what was brought in from elsewhere the beginning is not told.
    if (step.version === 1 && !step.action.endsWith(".record")) continue;
    if (step.version > 1 && !found.has(recordId)) continue;
    found.set(recordId, after(found.get(recordId), step, before?.recordId === recordId ? before.state : null));
    before = step;
  }
  return found;
}

function after(now: Editorial | undefined, step: Step, state: RecordState | null): Editorial {
  const name = step.action.slice(step.action.indexOf(".") + 1);
  const { authorId, version } = step;
  const unapproved = { approvedBy: null, approvedVersion: null };
  if (!now) return { createdBy: authorId, updatedBy: authorId, ...unapproved, publishedAt: null };
  if (name === "approve") return { ...now, approvedBy: authorId, approvedVersion: version - 1 };
  if (name === "publish") return { ...now, publishedAt: step.at };
  const isWrite = WRITES.includes(name) || name === "relink";
  if (isWrite && step.state === null) return { ...now, updatedBy: authorId, ...erasedApproval };
  // Of an erased version the state is gone too: what it became has the same side of publication.
  const isOut = isPublic(state ?? step.state ?? "draft");
  const approver = isOut ? step.decidedBy : null;
  const keepsApproval = name === "relink" && !isEditable(state ?? step.state ?? "draft") && !approver;
  if (isWrite && !keepsApproval) {
    return { ...now, updatedBy: authorId, approvedBy: approver, approvedVersion: approver ? version : null };
  }
  const rule = Object.entries(TRANSITIONS).find(([own]) => own === name)?.[1];
  return rule && "lapses" in rule && rule.lapses ? { ...now, ...unapproved } : now;
}

const erasedApproval = { approvedBy: undefined, approvedVersion: undefined };

/** A write gives its moment before it waits for the chain, which gives the revision's. */
const HOUR = 3_600_000;

type Row = Readonly<Record<string, unknown>>;

/** The columns of a row that say something else. */
export function differingEditorial(row: Row, expected: Editorial): string[] {
  const { publishedAt, ...exact } = expected;
  const fields = Object.entries(exact).filter(
    ([column, value]) => value !== undefined && (row[column] ?? null) !== value,
  );
  const stands = typeof row.publishedAt === "string" ? row.publishedAt : null;
  const isMoved =
    stands === null || publishedAt === null
      ? stands !== publishedAt
      : Math.abs(Date.parse(stands) - Date.parse(publishedAt)) > HOUR;
  return [...fields.map(([column]) => column), ...(isMoved ? ["publishedAt"] : [])];
}
