import { eq, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { RecordKind } from "@/lib/records/editorial";
import { canonicalJson } from "@/lib/text/canonical-json";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { db, executePrepared, runKept, runLast, type Tx } from "../../client";
import { writeTextArray } from "../../connection/text-array";
import { revisions } from "../../schema";
import type { IdLookup } from "../id-lookup";
import { keptReaderStatement, keptStatement } from "../reading/kept-statement";
import { RECORD_MAPPERS, type RecordInputs } from "../record-mappers";
import { latestSnapshots, type RevisionSnapshot } from "../revisions";
import { refreshStations, refreshStatuses, stationsOfReports } from "../stations/station-status";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { filledRows, givenLinks, linkRows, ownerOf } from "./link-columns";
import type { ContentChange, StoredRecord } from "./record-content";

type Row = Readonly<Record<string, unknown>>;
type LockedRecord = StoredRecord & { readonly snapshot: RevisionSnapshot };

const lockStatement = (kind: RecordKind, isAsked: SQL, guard = sql``) => {
  const table = editorialTableOf(kind);
  return sql`
    select ${table.id}, ${table.slug}, ${table.state}, ${table.version}, ${table.createdBy} as "createdBy",
      ${table.updatedBy} as "updatedBy", last.version as "lastVersion", coalesce(last.snapshot, '{}') as snapshot${guard}
    from ${table} left join lateral (
      select version, snapshot from ${revisions}
      where ${revisions.recordKind} = ${kind} and ${revisions.recordId} = ${table.id} order by version desc limit 1
    ) as last on true
    where ${isAsked}
    order by ${table.id}
    for no key update of ${table}`;
};

/** Of one it keeps the text, and the plan. With `basedOn` another version is refused by the database (`refuse_stale`). */
const lockOne = keptReaderStatement((reader, kind: RecordKind, isGuarded: boolean) => {
  const table = editorialTableOf(kind);
  const guard = sql`, case when ${table.version} <> ${sql.placeholder("basedOn")}::int then refuse_stale() end`;
  const isAsked = sql`${table.slug} = ${sql.placeholder("slug")} and ${visibleTo(reader, table)}`;
  return lockStatement(kind, isAsked, isGuarded ? guard : undefined);
});

type LockedRow = LockedRecord & { readonly lastVersion: number };

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
  const [slug = "", another] = slugs;
  const rows =
    another === undefined && scope === visibleTo
      ? await runKept<LockedRow>(lockOne(actor, [kind, false], { slug }))
      : await executePrepared<LockedRow>(
          lockStatement(kind, sql`${table.slug} = any(${writeTextArray(slugs)}::text[]) and ${scope(actor, table)}`),
        );
  return withLatest(tx, kind, rows);
}

/**
 * The same of one record that is to say something else. When it has another version, the transaction has failed and its
 * lock is no more: those who wait behind it wait for no answer to this process.
 * @throws an error that `isStale`
 */
export async function lockForEdit(
  tx: Tx,
  actor: Actor,
  kind: RecordKind,
  slug: string,
  basedOn: number,
): Promise<LockedRecord | undefined> {
  const rows = await runKept<LockedRow>(lockOne(actor, [kind, true], { slug, basedOn }));
  return (await withLatest(tx, kind, rows)).get(slug);
}

/** Who waited for a lock has the row as it is by now, but the revision as it was when the statement began. */
async function withLatest(tx: Tx, kind: RecordKind, rows: readonly LockedRow[]): Promise<Map<string, LockedRecord>> {
  const late = rows.filter(({ version, lastVersion }) => version !== lastVersion).map(({ id }) => id);
  const read = await latestSnapshots(tx, kind, late);
  return new Map(rows.map((row) => [row.slug, { ...row, snapshot: read.get(row.id) ?? row.snapshot }]));
}

/** The names themselves where ids would stand: two contents differ in a column where these differ. */
const asNamed = ((_kind: RecordKind, slug: string | null) => slug) as IdLookup;
/** Whatever the order of their fields: a stored snapshot has another one than an input. */
const differ = (one: unknown, other: unknown) => canonicalJson(one) !== canonicalJson(other);

/** The constraint that a taken slug breaks: `stations_slug_unique`. */
const isTaken = (error: unknown, table: PgTable) =>
  (error as { constraint_name?: unknown } | undefined)?.constraint_name === `${getTableName(table)}_slug_unique`;

/** One text for each kind; `columns` those that the row has a value for. */
const insertStatement = keptStatement((kind: RecordKind, columns: string) => {
  const table = editorialTableOf(kind);
  const values = Object.fromEntries(columns.split(",").map((key) => [key, sql.placeholder(key)]));
  const insert = db.insert(table).values(values as never);
  const links = RECORD_MAPPERS[kind].links.map((link, index): SQL => {
    const { columns: names, rows } = givenLinks(link.table, link.owner, sql.placeholder(`links ${index}`));
    const owner = sql.identifier(ownerOf(link.table, link.owner).name);
    return sql`, ${sql.identifier(`links_${index}`)} as (insert into ${link.table} (${owner}, ${names}) select ${sql.placeholder("id")}::uuid, ${names} from ${rows})`;
  });
  return sql`with record as (${insert.getSQL()})${sql.join(links)} select`;
});

/**
 * Inserts a record with the links that belong to it, in one statement, which goes with what ends the transaction.
 * @throws Invalid, from the transaction or its next statement, when the slug is taken
 */
export async function insertRecord<Kind extends RecordKind>(
  kind: Kind,
  row: Row & { readonly id: string },
  { input, id }: { readonly input: RecordInputs[Kind]; readonly id: IdLookup },
): Promise<void> {
  const table = editorialTableOf(kind);
  const content = RECORD_MAPPERS[kind].columns(input, id);
  const values = Object.entries({ ...content, ...row }).filter(([, value]) => value !== undefined);
  const links = RECORD_MAPPERS[kind].links.map(
    (link, index) => [`links ${index}`, linkRows(link.table, link.owner, link.rows(input, id))] as const,
  );
  runLast({
    ...insertStatement([kind, values.map(([key]) => key).join()], Object.fromEntries([...values, ...links])),
    explain: (error) => (isTaken(error, table) ? new Invalid({ slug: "validation.slugTaken" }) : error),
  });
  if (kind === "status_report") await refreshStations([(content as { stationId: string }).stationId]);
}

/** One text for each column of a kind: of many together there are too many to keep. */
const updateStatement = keptStatement((kind: RecordKind, columns: string) => {
  const table = editorialTableOf(kind);
  const set = Object.fromEntries(columns.split(",").map((key) => [key, sql.placeholder(key)]));
  return db
    .update(table)
    .set(set as never)
    .where(eq(table.id, sql.placeholder("id")))
    .getSQL();
});

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
  // A revision from before a field does not have it.
  const none = Object.entries(input as Row).map(([key, value]) => [key, Array.isArray(value) ? [] : null]);
  const was = { ...Object.fromEntries(none), ...before } as unknown as RecordInputs[Kind];
  const mapper = RECORD_MAPPERS[kind];
  const [is, old] = [mapper.columns(input, asNamed), mapper.columns(was, asNamed)];
  const columns = Object.entries(mapper.columns(input, id)).filter(([key]) => differ(is[key], old[key]));
  const set = {
    ...Object.fromEntries(columns),
    ...{ state, version: row.version + 1, updatedBy: writerId, updatedAt: new Date().toISOString() },
    ...{ approvedBy: null, approvedVersion: null },
  };
  if (columns.length <= 1) runLast(updateStatement([kind, Object.keys(set).join()], { ...set, id: row.id }));
  else await tx.update(table).set(set).where(eq(table.id, row.id));
  mapper.links.forEach((link, index) => {
    const [now, then] = [input, was].map((content) =>
      filledRows(link.table, link.owner, link.rows(content, asNamed)),
    );
    if (!differ(now, then)) return;
    replaceLinks(kind, index, row.id, linkRows(link.table, link.owner, link.rows(input, id)));
  });
  if (kind === "status_report") await refreshStatuses(tx, [row.id], left);
}

const linkOf = (kind: RecordKind, index: number) => {
  const link = RECORD_MAPPERS[kind].links[index];
  if (!link) throw new Error(`A ${kind} has no links of this number: ${index}.`);
  return { table: link.table, column: ownerOf(link.table, link.owner), ...givenLinks(link.table, link.owner, ROWS) };
};
const [ROWS, OWNER] = [sql.placeholder("rows"), sql.placeholder("owner")];

const dropStatement = keptStatement((kind: RecordKind, index: number) => {
  const { table, column, own, stored, rows } = linkOf(kind, index);
  return sql`
    delete from ${table}
    where ${column} = ${OWNER} and not exists (select from ${rows} where (${own}) is not distinct from (${stored}))`;
});

const addStatement = keptStatement((kind: RecordKind, index: number) => {
  const { table, column, columns, own, stored, rows } = linkOf(kind, index);
  return sql`
    insert into ${table} (${sql.identifier(column.name)}, ${columns}) select ${OWNER}::uuid, ${own} from ${rows}
    where not exists (select from ${table} where ${column} = ${OWNER} and (${own}) is not distinct from (${stored}))`;
});

/** Takes away the link rows that are no more, and adds those that are new; with what ends the transaction. */
function replaceLinks(kind: RecordKind, index: number, owner: string, rows: string) {
  runLast(dropStatement([kind, index], { owner, rows }));
  runLast(addStatement([kind, index], { owner, rows }));
}
