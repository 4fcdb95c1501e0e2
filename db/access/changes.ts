import { and, desc, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import { RECORD_KINDS, type RecordKind } from "@/lib/editorial";
import { demand, may } from "@/lib/policy";
import { db } from "../client";
import { people, revisions } from "../schema";
import { listLines, type RecordLine } from "./record-lines";
import { visibleTo } from "./scope";
import { editorialTable } from "./tables";

export type Change = {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  /** The step or write: "record", "revise", "submit", "approve", "publish". */
  readonly action: string;
  /** Null for whoever may not read the history. */
  readonly author: string | null;
  readonly record: RecordLine;
};

/** True for the revisions of records that this person may see. */
const ofVisible = (actor: Actor): SQL | undefined =>
  or(
    ...RECORD_KINDS.map((kind) => {
      const table = editorialTable(kind);
      return and(
        eq(revisions.recordKind, kind),
        sql`exists (select 1 from ${table} where ${table.id} = ${revisions.recordId} and ${visibleTo(actor, table)})`,
      );
    }),
  );

/** The last changes to visible records, newest first. Who may not read the history sees publications, without their hands. */
export async function listChanges(actor: Actor, limit = 40): Promise<Change[]> {
  demand(actor, "read published records");
  const readsHistory = may(actor, "read the history");
  const rows = await db
    .select({
      seq: revisions.seq,
      at: revisions.at,
      action: revisions.action,
      author: readsHistory ? people.name : sql<null>`null`,
      kind: revisions.recordKind,
      recordId: revisions.recordId,
    })
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.authorId))
    .where(and(readsHistory ? undefined : like(revisions.action, "%.publish"), ofVisible(actor)))
    .orderBy(desc(revisions.seq))
    .limit(limit);

  const parts = [...new Set(rows.map(({ kind }) => kind))].map((kind) => ({
    kind,
    where: inArray(editorialTable(kind).id, idsOf(rows, kind)),
  }));
  const lines = new Map((await listLines(actor, parts, limit)).map((line) => [line.id, line]));
  return rows.flatMap(({ recordId, kind, action, ...change }) => {
    const record = lines.get(recordId);
    return record ? [{ ...change, action: action.slice(kind.length + 1), record }] : [];
  });
}

const idsOf = (rows: readonly { kind: RecordKind; recordId: string }[], kind: RecordKind) => [
  ...new Set(rows.filter((row) => row.kind === kind).map(({ recordId }) => recordId)),
];
