import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import type { Db } from "../../client";
import { proposals } from "../../schema";
import type { WorkSubject } from "../queue/assignments";
import { editorialTableOf } from "../tables";
import { mergedTo, visibleTo } from "../visibility";

/** Whether this person may see a record, given as its kind's and its id's column. */
const recordVisible = (actor: Actor, kind: SQLWrapper, id: SQLWrapper, scope: typeof visibleTo = visibleTo): SQL => {
  const cases = RECORD_KINDS.map((name) => {
    const table = editorialTableOf(name);
    return sql`when ${name} then exists (select 1 from ${table} where ${and(eq(table.id, id), scope(actor, table))})`;
  });
  return sql`case ${kind} ${sql.join(cases, sql` `)} else false end`;
};

/** A proposal is read as part of its record's history, also of one that became another record. */
const proposedOn: typeof visibleTo = (actor, table) => sql`(${visibleTo(actor, table)} or ${mergedTo(actor, table)})`;

/** The same for whatever is discussed: a proposal is the desk's, as long as its record is there. */
export function subjectVisible(actor: Actor, kind: SQLWrapper, id: SQLWrapper): SQL {
  const proposed = may(actor, "read drafts")
    ? sql`exists (select 1 from ${proposals} where ${and(eq(proposals.id, id), recordVisible(actor, proposals.recordKind, proposals.recordId, proposedOn))})`
    : sql`false`;
  return sql`(case when ${kind} = 'proposal' then ${proposed} else ${recordVisible(actor, kind, id)} end)`;
}

type FoundSubject = { readonly id: string /** The kind whose fields it has. */; readonly record: RecordKind };

/** @throws Refusal not_found */
export async function findSubject(on: Db, actor: Actor, { kind, slug }: WorkSubject): Promise<FoundSubject> {
  const [row] =
    kind === "proposal"
      ? await on
          .select({ id: proposals.id, record: sql<RecordKind>`${proposals.recordKind}` })
          .from(proposals)
          .where(and(eq(proposals.slug, slug), subjectVisible(actor, sql`'proposal'::record_kind`, proposals.id)))
      : await findRecordSubject(on, actor, kind, slug);
  if (!row) throw Refusal.notFound();
  return row;
}

function findRecordSubject(on: Db, actor: Actor, kind: RecordKind, slug: string) {
  const table = editorialTableOf(kind);
  return on
    .select({ id: table.id, record: sql<RecordKind>`${kind}::text` })
    .from(table)
    .where(and(eq(table.slug, slug), visibleTo(actor, table)));
}
