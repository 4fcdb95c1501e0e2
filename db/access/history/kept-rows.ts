import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { keptRow } from "@/lib/history/kept-row";
import { type Db, type Tx, transaction } from "../../client";
import { people, revisions } from "../../schema";
import { appendRevisions, type NewRevision } from "../revisions";
import { KEPT_NAMES, type KeptName, keptTable } from "./kept-tables";

/** Somebody, or whoever sits at the machine's own console. */
type Writer = { readonly id: string | null };

type StoredKeptRow = {
  readonly id: string;
  readonly row: Record<string, unknown>;
  readonly author: string | null;
};

/** Rows of one table as the chain keeps them; all of them without a condition. */
export async function readKeptRows(on: Db, name: KeptName, where: SQL | undefined): Promise<StoredKeptRow[]> {
  const { table, id, sealed, left = [], author } = keptTable(name);
  const columns = Object.fromEntries(
    Object.entries(getTableColumns(table)).filter(([column]) => !left.includes(column)),
  );
  const rows = await on
    .select({ row: columns, keptId: sql<string>`${id}`, keptAuthor: sql<string | null>`${author}` })
    .from(table as PgTable)
    .where(where);
  return rows.map(({ row, keptId, keptAuthor }) => ({
    id: keptId,
    row: keptRow(keptId, row as Record<string, unknown>, sealed),
    author: keptAuthor,
  }));
}

async function versionsOf(on: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await on
    .select({ id: revisions.recordId, version: sql<number>`max(${revisions.version})` })
    .from(revisions)
    .where(sql`${revisions.recordKind} = 'kept_row' and ${revisions.recordId} = any(${`{${ids.join(",")}}`}::uuid[])`)
    .groupBy(revisions.recordId);
  return new Map(rows.map(({ id, version }) => [id, Number(version)]));
}

async function entriesOf(
  on: Db,
  name: KeptName,
  where: SQL | undefined,
  action: "write" | "begin",
): Promise<NewRevision[]> {
  const rows = await readKeptRows(on, name, where);
  if (rows.length === 0) return [];
  const versions =
    action === "begin"
      ? new Map()
      : await versionsOf(
          on,
          rows.map(({ id }) => id),
        );
  return rows.map(({ id, row, author }) => ({
    recordKind: "kept_row",
    recordId: id,
    version: (versions.get(id) ?? 0) + 1,
    action: `kept_row.${action}`,
    snapshot: { table: name, row },
    changed: [],
    reason: null,
    ...(action === "begin" ? { authorId: author } : {}),
  }));
}

/** What the chain is told of rows that were just written, by this transaction. */
export const writtenRows = (tx: Tx, name: KeptName, where: SQL | undefined): Promise<NewRevision[]> =>
  entriesOf(tx, name, where, "write");

/** What the chain is told of rows that were deleted, by their ids in it: that they are gone, and nothing of what they said. */
export async function goneRows(tx: Tx, name: KeptName, ids: readonly SQL<string>[]): Promise<NewRevision[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<{ id: string; version: number }>(sql`
    select record_id as id, max(version)::int as version from ${revisions}
    where record_kind = 'kept_row' and record_id in (${sql.join([...ids], sql`, `)}) group by record_id order by record_id`);
  return rows.map(({ id, version }) => ({
    recordKind: "kept_row",
    recordId: id,
    version: version + 1,
    action: "kept_row.remove",
    snapshot: { table: name, row: null },
    changed: [],
    reason: null,
  }));
}

/** Keeps in the chain what was just written: at the end of the transaction, which has to come now. */
export async function keepRows(tx: Tx, by: Writer, name: KeptName, where: SQL | undefined): Promise<void> {
  await appendRevisions(tx, by, await writtenRows(tx, name, where));
}

/**
 * Keeps the rows of a database that was filled before the chain kept such rows, once: from then on everybody is in it, and
 * a row that nobody recorded is one that was put there.
 * @returns how many rows were not in it
 */
export const beginKeepingRows = (): Promise<number> => transaction(begin, { limit: 600_000 });

async function begin(tx: Tx): Promise<number> {
  const [state] = await tx.execute<{ begun: boolean }>(sql`select
    not exists (select 1 from ${people}) or exists (select 1 from ${revisions} where record_kind = 'kept_row') as begun`);
  if (state?.begun) return 0;
  const entries: NewRevision[] = [];
  for (const name of KEPT_NAMES) entries.push(...(await entriesOf(tx, name, undefined, "begin")));
  await appendRevisions(tx, { id: null }, entries);
  return entries.length;
}
