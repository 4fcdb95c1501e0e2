import { and, asc, desc, eq, getTableColumns, getTableName, gt, inArray, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { HistoryProblem } from "@/lib/history/history-check";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import { canonicalJson } from "@/lib/text/canonical-json";
import type { Tx } from "../../client";
import { revisions } from "../../schema";
import type { IdLookup } from "../id-lookup";
import { RECORD_MAPPERS, type RecordInputs } from "../record-mappers";
import { linkColumns } from "../records/link-columns";
import { editorialTableOf } from "../tables";
import { besideProblems } from "./beside-check";
import { differingEditorial, editorialOf } from "./editorial-check";
import { keptRowProblems } from "./kept-row-check";

const ROWS_AT_ONCE = 200;

type Row = Record<string, unknown> & { id: string; slug: string; state: string; version: number };
type Last = { seq: number; recordId: string; version: number; snapshot: Record<string, unknown> };
type RowFinding = { readonly checked: number; readonly problem: HistoryProblem | null };

/** Holds every row against the last revision of its record: the first, by that revision's place, that says something else. */
export async function checkRows(tx: Tx): Promise<RowFinding> {
  let checked = 0;
  const problems: HistoryProblem[] = [];
  for (const kind of RECORD_KINDS) {
    for await (const rows of batches(tx, kind)) {
      checked += rows.length;
      problems.push(...(await problemsOf(tx, kind, rows)).slice(0, 1));
      if (problems.length > 1) problems.splice(0, problems.length, earliest(problems));
    }
    problems.push(...(await missingRows(tx, kind)));
  }
  problems.push(...(await besideProblems(tx)));
  problems.push(...(await keptRowProblems(tx)));
  return { checked, problem: problems.length > 0 ? earliest(problems) : null };
}

const earliest = (problems: readonly HistoryProblem[]) =>
  problems.reduce((first, problem) => (problem.seq < first.seq ? problem : first));

async function* batches(tx: Tx, kind: RecordKind): AsyncGenerator<Row[]> {
  const table = editorialTableOf(kind);
  let after: string | undefined;
  while (true) {
    const rows = (await tx
      .select(getTableColumns(table))
      .from(table)
      .where(after ? gt(table.id, after) : undefined)
      .orderBy(asc(table.id))
      .limit(ROWS_AT_ONCE)) as Row[];
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)?.id;
  }
}

async function problemsOf(tx: Tx, kind: RecordKind, rows: readonly Row[]): Promise<HistoryProblem[]> {
  const ids = rows.map(({ id }) => id);
  const last = new Map((await lastRevisions(tx, kind, ids)).map((revision) => [revision.recordId, revision]));
  const id = await lookup(tx, kind, [...last.values()]);
  const links = await linkRows(tx, kind, ids);
  const editorial = await editorialOf(tx, kind, ids);
  const problems = rows.flatMap((row): HistoryProblem[] => {
    const revision = last.get(row.id);
    const about = { recordKind: kind, recordId: row.id, slug: row.slug };
    if (!revision) return [{ ...about, seq: 0, version: row.version, problem: "row_unrecorded" }];
    const whose = editorial.get(row.id);
    const fields = [...differing(kind, row, revision, id, links), ...(whose ? differingEditorial(row, whose) : [])];
    const position = { seq: revision.seq, version: revision.version };
    return fields.length > 0 ? [{ ...about, ...position, problem: "row_changed", fields }] : [];
  });
  return problems.sort((a, b) => a.seq - b.seq);
}

const lastRevisions = (tx: Tx, kind: RecordKind, ids: string[]): Promise<Last[]> =>
  tx
    .selectDistinctOn([revisions.recordId], {
      seq: revisions.seq,
      recordId: revisions.recordId,
      version: revisions.version,
      snapshot: revisions.snapshot,
    })
    .from(revisions)
    .where(and(eq(revisions.recordKind, kind), inArray(revisions.recordId, ids)))
    .orderBy(revisions.recordId, desc(revisions.version));

/** The names of what in a row is not what its last revision says it should be. */
function differing(kind: RecordKind, row: Row, revision: Last, id: IdLookup, links: LinkRows): string[] {
  const { slug, state, ...content } = revision.snapshot;
  const input = content as unknown as RecordInputs[RecordKind];
  const mapper = RECORD_MAPPERS[kind] as (typeof RECORD_MAPPERS)["coverage"];
  const expected = { ...mapper.columns(input as never, id), slug, state, version: revision.version };
  const fields = Object.entries(expected)
    .filter(([field, value]) => value !== undefined && written(row[field]) !== written(value))
    .map(([field]) => field);
  for (const [index, link] of mapper.links.entries()) {
    const wanted = link
      .rows(input as never, id)
      .map((one) => written({ ...blankRow(link.table, link.owner), ...one }));
    const stored = links[index]?.get(row.id) ?? [];
    if (wanted.sort().join() !== stored.sort().join()) fields.push(getTableName(link.table));
  }
  return fields;
}

const written = (value: unknown) => canonicalJson(value === undefined ? null : value);

/** Columns that a link's input may leave out, as the database fills them. */
const blankRow = (table: PgTable, owner: string) =>
  Object.fromEntries(linkColumns(table, owner).map(([key]) => [key, null]));

type LinkRows = Map<string, string[]>[];

/** For each link table of a kind the rows of these records, as text, by record. */
async function linkRows(tx: Tx, kind: RecordKind, ids: string[]): Promise<LinkRows> {
  const found: LinkRows = [];
  for (const { table, owner } of RECORD_MAPPERS[kind].links) {
    const column = getTableColumns(table)[owner] as PgColumn;
    const columns = { [owner]: column, ...Object.fromEntries(linkColumns(table, owner)) };
    const rows = (await tx.select(columns).from(table).where(inArray(column, ids))) as Record<string, unknown>[];
    const byOwner = new Map<string, string[]>();
    for (const { [owner]: ownerId, ...row } of rows) {
      byOwner.set(String(ownerId), [...(byOwner.get(String(ownerId)) ?? []), written(row)]);
    }
    found.push(byOwner);
  }
  return found;
}

/** The ids behind all slugs that these snapshots name; a slug that no record has any more gives a word that no row holds. */
async function lookup(tx: Tx, kind: RecordKind, last: readonly Last[]): Promise<IdLookup> {
  const wanted = new Map<RecordKind, Set<string>>();
  const note = ((named: RecordKind, slug: string | null) => {
    if (slug) wanted.set(named, (wanted.get(named) ?? new Set()).add(slug));
    return slug === null ? null : "";
  }) as IdLookup;
  const mapper = RECORD_MAPPERS[kind] as (typeof RECORD_MAPPERS)["coverage"];
  for (const { snapshot } of last) {
    mapper.columns(snapshot as never, note);
    for (const link of mapper.links) link.rows(snapshot as never, note);
  }
  const ids = new Map<string, string>();
  for (const [named, slugs] of wanted) {
    const table = editorialTableOf(named);
    const rows = await tx
      .select({ id: table.id, slug: table.slug })
      .from(table)
      .where(inArray(table.slug, [...slugs]));
    for (const row of rows) ids.set(`${named} ${row.slug}`, row.id);
  }
  return ((named: RecordKind, slug: string | null) =>
    slug === null || slug === undefined ? null : (ids.get(`${named} ${slug}`) ?? `no ${named} ${slug}`)) as IdLookup;
}

/** Records whose row is gone, though no tombstone says that they were erased. */
async function missingRows(tx: Tx, kind: RecordKind): Promise<HistoryProblem[]> {
  const table = editorialTableOf(kind);
  const last = tx
    .selectDistinctOn([revisions.recordId], {
      seq: revisions.seq,
      recordId: revisions.recordId,
      version: revisions.version,
      action: revisions.action,
      slug: sql<string | null>`${revisions.snapshot}->>'slug'`.as("slug"),
    })
    .from(revisions)
    .where(
      and(
        eq(revisions.recordKind, kind),
        sql`not exists (select 1 from ${table} where ${table.id} = ${revisions.recordId})`,
      ),
    )
    .orderBy(revisions.recordId, desc(revisions.version))
    .as("last");
  const rows = await tx
    .select({ seq: last.seq, recordId: last.recordId, version: last.version, slug: last.slug })
    .from(last)
    .where(sql`${last.action} not like '%.erase'`)
    .orderBy(asc(last.seq))
    .limit(1);
  return rows.map((row) => ({ ...row, recordKind: kind, problem: "row_missing" }));
}
