import { sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { runKept, type Tx, transaction } from "../../client";
import { revisions } from "../../schema";
import { keptReaderStatement } from "../reading/kept-statement";
import type { RevisionSnapshot } from "../revisions";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

/** SQLSTATE of `refuse_stale`: the record was changed meanwhile. */
const STALE = "WH002";

export const isStale = (error: unknown) => (error as { code?: unknown } | undefined)?.code === STALE;

type Stored = {
  readonly version: number;
  readonly snapshot: RevisionSnapshot;
  readonly base: RevisionSnapshot | null;
};

/** What a record says, by its last revision, and what it said before in a certain one. */
const storedStatement = keptReaderStatement((reader, kind: RecordKind) => {
  const table = editorialTableOf(kind);
  const ofRecord = sql`from ${revisions} where ${revisions.recordKind} = ${kind} and ${revisions.recordId} = ${table.id}`;
  return sql`
    select last.version, last.snapshot,
      (select snapshot ${ofRecord} and ${revisions.version} = ${sql.placeholder("basedOn")}::int) as base
    from ${table} cross join lateral (select version, snapshot ${ofRecord} order by version desc limit 1) as last
    where ${table.slug} = ${sql.placeholder("slug")} and ${visibleTo(reader, table)}`;
});

/** A change was made from another version than the one that is stored by now. */
export class StaleSave extends Error {
  constructor(
    readonly actor: Actor,
    readonly kind: RecordKind,
    readonly slug: string,
    readonly basedOn: number,
  ) {
    super("The record was changed meanwhile.");
  }

  /** The conflict that whoever saves is shown, with what their change was made from. */
  async toRefusal(): Promise<Refusal> {
    const { actor, kind, slug, basedOn } = this;
    const [stored] = await runKept<Stored>(storedStatement(actor, [kind], { slug, basedOn }));
    return stored ? Refusal.conflict(stored.snapshot, stored.version, stored.base ?? undefined) : Refusal.notFound();
  }
}

/** A transaction of one change. What its conflict is shown with is read when its lock is no more: others wait for that. */
export async function reviseAlone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transaction(work);
  } catch (error) {
    throw error instanceof StaleSave ? await error.toRefusal() : error;
  }
}
