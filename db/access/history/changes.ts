import { and, desc, eq, gt, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { type ChangeRun, groupIntoRuns } from "@/lib/history/change-runs";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { people, revisions } from "../../schema";
import { cachedAtRevision, type DossierState } from "../figures/result-cache";
import { listRecordLines, type RecordLine } from "../records/record-lines";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

export type RecordChange = {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  /** The step or write: "record", "revise", "submit", "approve", "publish". */
  readonly action: string;
  /** Null for whoever may not read the history. */
  readonly author: string | null;
  /** The newest of the run. */
  readonly record: RecordLine;
  /** How many more records the same person took the same step with, in a row. */
  readonly more: number;
};

export type ChangesSince = {
  /** Revisions, not records; at most as many as were looked through. */
  readonly count: number;
  /** There were more than were looked through. */
  readonly isMore: boolean;
  readonly changes: readonly RecordChange[];
};

/** Revisions that are looked through for runs. */
const LOOKED_AT = 1000;

/**
 * True for the revisions of records that this person may see. Values instead of an EXISTS each, which PostgreSQL might answer
 * by reading every record of the kind first.
 */
const ofVisible = (actor: Actor): SQL | undefined =>
  or(
    ...RECORD_KINDS.map((kind) => {
      const table = editorialTableOf(kind);
      return and(
        eq(revisions.recordKind, kind),
        sql`coalesce((select true from ${table} where ${table.id} = ${revisions.recordId} and ${visibleTo(actor, table)}), false)`,
      );
    }),
  );

/**
 * The last changes to visible records, newest first; what one person did in a row with one kind is one line. Who may not
 * read the history sees publications, without the people.
 */
export async function listChanges(actor: Actor, limit = 8): Promise<RecordChange[]> {
  return linesOf(actor, groupIntoRuns(await latestOf(actor)), limit);
}

/** The last publications of visible records, newest first, for everybody the same; with their people for who may read the history. */
export async function listPublications(actor: Actor, limit: number, state?: DossierState): Promise<RecordChange[]> {
  const read = async (reader: Actor) => {
    const runs = groupIntoRuns(await latestOf(reader, undefined, true));
    return { changes: await linesOf(reader, runs, limit) };
  };
  return (await cachedAtRevision(actor, `publications ${limit}`, dashboardFilter.absent, read, state)).changes;
}

/** What changed after a place in the chain, as this person may see it: how many revisions, and the latest of them in runs. */
export async function listChangesSince(actor: Actor, seq: number, limit = 12): Promise<ChangesSince> {
  const rows = await latestOf(actor, seq);
  const changes = await linesOf(actor, groupIntoRuns(rows), limit);
  return { count: rows.length, isMore: rows.length === LOOKED_AT, changes };
}

/** The revisions looked through, newest first. */
async function latestOf(actor: Actor, after?: number, onlyPublications = false) {
  requirePermission(actor, "read published records");
  const readsHistory = may(actor, "read the history");
  return db
    .select({
      seq: revisions.seq,
      at: revisions.at,
      action: revisions.action,
      author: readsHistory ? people.name : sql<null>`null`,
      kind: sql<RecordKind>`${revisions.recordKind}`,
      recordId: revisions.recordId,
    })
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.authorId))
    .where(
      and(
        after === undefined ? undefined : gt(revisions.seq, after),
        readsHistory && !onlyPublications ? undefined : like(revisions.action, "%.publish"),
        ofVisible(actor),
      ),
    )
    .orderBy(desc(revisions.seq))
    .limit(LOOKED_AT);
}

type Looked = Awaited<ReturnType<typeof latestOf>>[number];

async function linesOf(actor: Actor, found: readonly ChangeRun<Looked>[], limit: number): Promise<RecordChange[]> {
  const runs = found.slice(0, limit);
  const firsts = runs.map(({ first }) => first);
  const parts = [...new Set(firsts.map(({ kind }) => kind))].map((kind) => ({
    kind,
    where: inArray(editorialTableOf(kind).id, idsOf(firsts, kind)),
  }));
  const lines = new Map((await listRecordLines(actor, parts, limit)).map((line) => [line.id, line]));
  return runs.flatMap(({ first: { recordId, kind, action, ...change }, rest }) => {
    const record = lines.get(recordId);
    return record ? [{ ...change, action: action.slice(kind.length + 1), record, more: rest.length }] : [];
  });
}

const idsOf = (rows: readonly { kind: RecordKind; recordId: string }[], kind: RecordKind) => [
  ...new Set(rows.filter((row) => row.kind === kind).map(({ recordId }) => recordId)),
];
