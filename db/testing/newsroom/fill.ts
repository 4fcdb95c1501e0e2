import { setImmediate } from "node:timers/promises";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { isPublic, type RecordKind } from "@/lib/records/editorial";
import type { IdLookup } from "../../access/id-lookup";
import { RECORD_MAPPERS, type RecordInputs } from "../../access/record-mappers";
import { EDITORIAL_TABLES } from "../../access/tables";
import { revisions } from "../../schema";
import { fillBypassingApplication } from "../bypass-application";
import { type CopiedRow, copyRows } from "./copy";
import { Chain, type Desk, stepsOf } from "./history";
import { INPUTS } from "./inputs";
import {
  countsBeside,
  NEWSROOM_KINDS,
  type NewsroomRecord,
  numberOf,
  randomFor,
  slugOf,
  stateFor,
  statusOfStation,
} from "./records";

const AT_ONCE = 5000;
const BETWEEN = 50;

/** The same id for the same record, in every database. */
export const idOf = (kind: RecordKind, number: number) =>
  `${number.toString(16).padStart(8, "0")}-0000-4000-8000-00000000000${NEWSROOM_KINDS.indexOf(kind as never) + 1}`;
const lookUp = ((kind: RecordKind, slug: string | null) =>
  slug === null ? null : idOf(kind, numberOf(slug))) as IdLookup;

export function newsroomRecord<Kind extends RecordKind>(kind: Kind, number: number): NewsroomRecord<Kind> {
  const random = randomFor(kind, number);
  const state = stateFor(kind, random);
  const input = INPUTS[kind](number, random) as RecordInputs[Kind];
  return { kind, number, slug: slugOf(kind, number), state, input };
}

/**
 * Fills a database with a newsroom of so many items of evidence and what stands beside them: many organizations of which a
 * few publish most, items about one to three stations in two thousand places, dates with long tails, titles in eleven
 * languages. The same number gives the same records. Their histories are thin: nine of ten have their last step alone, since
 * five million whole revisions would be most of the time and of the room.
 * @param from how many items are there already, from an earlier call
 */
export async function fillNewsroom(sql: postgres.Sql, desk: Desk, items: number, from = 0): Promise<void> {
  const links = NEWSROOM_KINDS.flatMap((kind) => RECORD_MAPPERS[kind].links.map(({ table }) => getTableName(table)));
  const tables = [...NEWSROOM_KINDS.map((kind) => getTableName(EDITORIAL_TABLES[kind])), ...links, "revisions"];
  const [before, after] = [countsBeside(from), countsBeside(items)];
  await fillBypassingApplication(
    sql,
    tables,
    async () => {
      const [head] = await sql<
        { seq: string; hash: string }[]
      >`select seq, hash from revisions order by seq desc limit 1`;
      const chain = new Chain(desk, Number(head?.seq ?? 0), head?.hash ?? null);
      // One batch is made up while the database stores the one before it.
      let stored: Promise<void> = Promise.resolve();
      for (const kind of NEWSROOM_KINDS) {
        for (let start = from > 0 ? before[kind] : 0; start < after[kind]; start += AT_ONCE) {
          const count = Math.min(AT_ONCE, after[kind] - start);
          const batch = await makeRows(desk, kind, { start, count }, chain);
          await stored;
          stored = storeRows(sql, batch);
        }
      }
      await stored;
    },
    { keepsGenerated: true },
  );
}

/** Rows by their tables, in the order in which they are stored. */
type Batch = ReadonlyMap<PgTable, readonly CopiedRow[]>;

async function makeRows<Kind extends RecordKind>(
  desk: Desk,
  kind: Kind,
  { start, count }: { start: number; count: number },
  chain: Chain,
): Promise<Batch> {
  const rows: CopiedRow[] = [];
  const history: CopiedRow[] = [];
  const linked = new Map<PgTable, CopiedRow[]>(RECORD_MAPPERS[kind].links.map(({ table }) => [table, []]));
  for (let number = start; number < start + count; number += 1) {
    const record = newsroomRecord(kind, number);
    const id = idOf(kind, number);
    history.push(...chain.append(record, id));
    rows.push({
      ...RECORD_MAPPERS[kind].columns(record.input, lookUp),
      ...derived(record),
      ...editorial(record, id, desk, chain.moment),
    });
    for (const { table, owner, rows: rowsOf } of RECORD_MAPPERS[kind].links) {
      for (const row of rowsOf(record.input, lookUp)) linked.get(table)?.push({ ...row, [owner]: id });
    }
    // What is stored meanwhile goes on being sent.
    if (number % BETWEEN === 0) await setImmediate();
  }
  return new Map([[EDITORIAL_TABLES[kind] as PgTable, rows], ...linked, [revisions, history]]);
}

async function storeRows(sql: postgres.Sql, batch: Batch): Promise<void> {
  for (const [table, rows] of batch) await copyRows(sql, table, rows);
}

/** Of the way to publication the version that is approved is the one that was submitted; a correction is approved itself. */
const approvedVersion = (state: string, version: number) => (state === "corrected" ? version : 2);

function editorial(record: NewsroomRecord, id: string, { writer, approver }: Desk, at: string): CopiedRow {
  const version = stepsOf(record).length;
  const isApproved = isPublic(record.state);
  return {
    id,
    slug: record.slug,
    state: record.state,
    version,
    createdBy: writer,
    createdAt: at,
    updatedBy: writer,
    updatedAt: at,
    approvedBy: isApproved ? approver : null,
    approvedVersion: isApproved ? approvedVersion(record.state, version) : null,
    publishedAt: isApproved ? at : null,
  };
}

/** What triggers and projections keep in step, where rows are written by the application. */
function derived({ kind, number, input }: NewsroomRecord): CopiedRow {
  if (kind === "station") return { status: statusShown(number, isPublic), deskStatus: statusShown(number, isKept) };
  if (kind !== "response") return {};
  const { authority } = input as RecordInputs["response"];
  return { government: newsroomRecord("organization", numberOf(authority)).input.country };
}

const isKept = (state: string) => state !== "trashed";

/** A station has two reports, and the second one is what has become of it. */
function statusShown(station: number, isShown: (state: never) => boolean) {
  const [first, last] = [2 * station, 2 * station + 1].map((number) => newsroomRecord("status_report", number));
  if (last && isShown(last.state as never)) return statusOfStation(station);
  return first && isShown(first.state as never) ? "reported" : "unknown";
}
