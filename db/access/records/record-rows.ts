import { eq, getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { RecordKind } from "@/lib/records/editorial";
import { canonicalJson } from "@/lib/text/canonical-json";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { executeLast, executePrepared, type Tx } from "../../client";
import { writeTextArray } from "../../connection/text-array";
import { revisions } from "../../schema";
import type { IdLookup } from "../id-lookup";
import { RECORD_MAPPERS, type RecordInputs } from "../record-mappers";
import { latestSnapshots, type RevisionSnapshot } from "../revisions";
import { refreshStations, refreshStatuses, stationsOfReports } from "../stations/station-status";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import type { ContentChange, StoredRecord } from "./record-content";

type Row = Readonly<Record<string, unknown>>;
export type LockedRecord = StoredRecord & { readonly snapshot: RevisionSnapshot };

/**
 * Takes the locks of records, as `lockRecords` does, and reads what they say, in one statement. One that is not there is
 * none in this person's sight.
 */
export async function lockContents(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  slugs: readonly string[],
  scope: typeof visibleTo = visibleTo,
): Promise<Map<string, LockedRecord>> {
  const table = editorialTableOf(kind);
  const [only, another] = slugs;
  // Of one it keeps the plan.
  const isAsked =
    another === undefined ? eq(table.slug, only ?? "") : sql`${table.slug} = any(${writeTextArray(slugs)}::text[])`;
  const rows = await executePrepared<LockedRecord & { lastVersion: number }>(sql`
    select ${table.id}, ${table.slug}, ${table.state}, ${table.version}, ${table.createdBy} as "createdBy",
      ${table.updatedBy} as "updatedBy", last.version as "lastVersion", coalesce(last.snapshot, '{}') as snapshot
    from ${table} left join lateral (
      select version, snapshot from ${revisions}
      where ${revisions.recordKind} = ${kind} and ${revisions.recordId} = ${table.id} order by version desc limit 1
    ) as last on true
    where ${isAsked} and ${scope(actor, table)}
    order by ${table.id}
    for no key update of ${table}`);
  // Who waited for a lock has the row as it is by now, but the revision as it was when the statement began.
  const late = rows.filter(({ version, lastVersion }) => version !== lastVersion).map(({ id }) => id);
  const read = await latestSnapshots(tx, kind, late);
  return new Map(rows.map((row) => [row.slug, { ...row, snapshot: read.get(row.id) ?? row.snapshot }]));
}

/** The names themselves where ids would stand: two contents differ in a column where these differ. */
const asNamed = ((_kind: RecordKind, slug: string | null) => slug) as IdLookup;
/** Whatever the order of their fields: a stored snapshot has another one than an input. */
const differ = (one: unknown, other: unknown) => canonicalJson(one) !== canonicalJson(other);

/** Link rows as a relation of the table's own types, without the owner. */
function given(table: PgTable, owner: string, rows: readonly Row[]) {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key !== owner);
  const json = rows.map((row) => Object.fromEntries(columns.map(([key, { name }]) => [name, row[key] ?? null])));
  const names = columns.map(([, { name }]) => sql.identifier(name));
  const types = columns.map(([, column]) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`);
  return {
    columns: sql.join(names, sql`, `),
    own: sql.join(
      names.map((name) => sql`given.${name}`),
      sql`, `,
    ),
    stored: sql.join(
      names.map((name) => sql`${table}.${name}`),
      sql`, `,
    ),
    rows: sql`json_to_recordset(${JSON.stringify(json)}::json) as given (${sql.join(types, sql`, `)})`,
  };
}

const ownerOf = (table: PgTable, owner: string) => getTableColumns(table)[owner] as PgColumn;

/** The constraint that a taken slug breaks: `stations_slug_unique`. */
const isTaken = (error: unknown, table: PgTable) =>
  (error as { constraint_name?: unknown } | undefined)?.constraint_name === `${getTableName(table)}_slug_unique`;

/**
 * Inserts a record with the links that belong to it, in one statement, which goes with what ends the transaction.
 * @throws Invalid, from the transaction or its next statement, when the slug is taken
 */
export async function insertRecord<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  row: Row & { readonly id: string },
  { input, id }: { readonly input: RecordInputs[Kind]; readonly id: IdLookup },
): Promise<void> {
  const table = editorialTableOf(kind);
  const content = RECORD_MAPPERS[kind].columns(input, id);
  const insert = tx.insert(table).values({ ...content, ...row } as never);
  const links = RECORD_MAPPERS[kind].links.map((link, index): SQL => {
    const { columns, rows } = given(link.table, link.owner, link.rows(input, id));
    const owner = sql.identifier(ownerOf(link.table, link.owner).name);
    return sql`, ${sql.identifier(`links_${index}`)} as (insert into ${link.table} (${owner}, ${columns}) select ${row.id}::uuid, ${columns} from ${rows})`;
  });
  executeLast(sql`with record as (${insert.getSQL()})${sql.join(links)} select`, (error) =>
    isTaken(error, table) ? new Invalid({ slug: "validation.slugTaken" }) : error,
  );
  if (kind === "status_report") await refreshStations([(content as { stationId: string }).stationId]);
}

/** Writes what an edit changed of a locked record: its columns, and the links that are others now. */
export async function storeEdit<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  { row, input, state, writerId }: ContentChange<Kind>,
  before: RevisionSnapshot,
  id: IdLookup,
): Promise<void> {
  const table = editorialTableOf(kind);
  const left = kind === "status_report" ? await stationsOfReports(tx, [row.id]) : [];
  const lists = Object.entries(input as Row).flatMap(([key, value]) => (Array.isArray(value) ? [[key, []]] : []));
  // A revision from before a field does not have it.
  const was = { ...Object.fromEntries(lists), ...before } as unknown as RecordInputs[Kind];
  const mapper = RECORD_MAPPERS[kind];
  const [is, old] = [mapper.columns(input, asNamed), mapper.columns(was, asNamed)];
  const columns = Object.entries(mapper.columns(input, id)).filter(([key]) => differ(is[key], old[key]));
  const update = tx
    .update(table)
    .set({
      ...Object.fromEntries(columns),
      ...{ state, version: row.version + 1, updatedBy: writerId, updatedAt: new Date().toISOString() },
      ...{ approvedBy: null, approvedVersion: null },
    })
    .where(eq(table.id, row.id));
  // One text for each column: of many together there are too many to keep prepared.
  if (columns.length <= 1) executeLast(update.getSQL());
  else await update;
  for (const link of mapper.links) {
    if (!differ(link.rows(input, asNamed), link.rows(was, asNamed))) continue;
    replaceLinks(link.table, link.owner, row.id, link.rows(input, id));
  }
  if (kind === "status_report") await refreshStatuses(tx, [row.id], left);
}

/** Takes away the link rows that are no more, and adds those that are new; with what ends the transaction. */
function replaceLinks(table: PgTable, owner: string, ownerId: string, links: readonly Row[]) {
  const column = ownerOf(table, owner);
  const { columns, own, stored, rows } = given(table, owner, links);
  executeLast(sql`
    delete from ${table}
    where ${column} = ${ownerId} and not exists (select from ${rows} where (${own}) is not distinct from (${stored}))`);
  executeLast(sql`
    insert into ${table} (${sql.identifier(column.name)}, ${columns}) select ${ownerId}::uuid, ${own} from ${rows}
    where not exists (select from ${table} where ${column} = ${ownerId} and (${own}) is not distinct from (${stored}))`);
}
