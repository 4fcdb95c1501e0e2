import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/actor";
import type { RecordKind } from "@/lib/editorial";
import { Refusal } from "@/lib/outcome";
import { may } from "@/lib/policy";
import { db } from "../client";
import { people, revisions } from "../schema";
import { gateReasonsOf } from "./gate";
import { listRevisions } from "./revisions";
import { visibleTo } from "./scope";
import { editorialTable } from "./tables";

export type Standing = Awaited<ReturnType<typeof findStanding>>;

/**
 * Where a record stands in the workflow: its state and version, who wrote and who approved it, what still blocks its
 * publication, and its history; the last two are empty for those who may not read drafts.
 * @throws Refusal not_found
 */
export async function findStanding(actor: Actor, kind: RecordKind, slug: string) {
  const table = editorialTable(kind);
  const [writer, approver] = [alias(people, "writer"), alias(people, "approver")];
  const wrote = sql<boolean>`exists (select 1 from ${revisions} where ${revisions.recordKind} = ${kind} and ${revisions.recordId} = ${table.id} and ${revisions.authorId} = ${actor.id} and ${inArray(revisions.action, [`${kind}.record`, `${kind}.revise`])})`;
  const [row] = await db
    .select({
      id: table.id,
      slug: table.slug,
      state: table.state,
      version: table.version,
      updatedAt: table.updatedAt,
      updatedBy: writer.name,
      checkedBy: approver.name,
      publishedAt: table.publishedAt,
      isOwnWork: wrote,
    })
    .from(table)
    .innerJoin(writer, eq(writer.id, table.updatedBy))
    .leftJoin(approver, eq(approver.id, table.approvedBy))
    .where(and(eq(table.slug, slug), visibleTo(actor, table)));
  if (!row) throw Refusal.notFound();
  if (!may(actor, "read drafts")) return { ...row, gate: [], history: [] };
  const [gate, history] = await Promise.all([gateReasonsOf(db, kind, [row.id]), listRevisions(actor, kind, row.id)]);
  return { ...row, gate: gate.get(row.id) ?? [], history };
}
