import { desc, eq, sql } from "drizzle-orm";
import type { HistoryProblem } from "@/lib/history/history-check";
import { canonicalJson } from "@/lib/text/canonical-json";
import type { Tx } from "../../client";
import { revisions } from "../../schema";
import { readKeptRows } from "./kept-rows";
import { KEPT_NAMES, type KeptName } from "./kept-tables";

type Row = Readonly<Record<string, unknown>>;
type LastKept = { readonly seq: number; readonly version: number; readonly row: Row | null };

/** Holds every row that the chain keeps against its last revision: what is changed, gone, or was put there by nobody. */
export async function keptRowProblems(tx: Tx): Promise<HistoryProblem[]> {
  const last = await lastKept(tx);
  const problems: HistoryProblem[] = [];
  for (const name of KEPT_NAMES) {
    const kept = last.get(name) ?? new Map<string, LastKept>();
    for (const { id, row } of await readKeptRows(tx, name, undefined)) {
      const revision = kept.get(id);
      kept.delete(id);
      const about = { recordKind: "kept_row", recordId: id, slug: name };
      const place = { seq: revision?.seq ?? 0, version: revision?.version ?? 0 };
      if (!revision?.row) {
        problems.push({ ...about, ...place, problem: "row_unrecorded" });
        continue;
      }
      const fields = differing(revision.row, row);
      if (fields.length > 0) problems.push({ ...about, ...place, problem: "row_changed", fields });
    }
    for (const [id, { seq, version, row }] of kept) {
      if (row)
        problems.push({ recordKind: "kept_row", recordId: id, slug: name, seq, version, problem: "row_missing" });
    }
  }
  return problems;
}

/** A column that came later is empty in what was kept before. */
const differing = (recorded: Row, stands: Row) =>
  [...new Set([...Object.keys(recorded), ...Object.keys(stands)])].filter(
    (column) => canonicalJson(recorded[column] ?? null) !== canonicalJson(stands[column] ?? null),
  );

async function lastKept(tx: Tx): Promise<Map<KeptName, Map<string, LastKept>>> {
  const rows = await tx
    .selectDistinctOn([revisions.recordId], {
      id: revisions.recordId,
      seq: revisions.seq,
      version: revisions.version,
      table: sql<KeptName>`${revisions.snapshot}->>'table'`,
      row: sql<Row | null>`nullif(${revisions.snapshot}->'row', 'null'::jsonb)`,
    })
    .from(revisions)
    .where(eq(revisions.recordKind, "kept_row"))
    .orderBy(revisions.recordId, desc(revisions.version));
  const tables = new Map<KeptName, Map<string, LastKept>>();
  for (const { id, table, ...kept } of rows) {
    const own = tables.get(table) ?? new Map<string, LastKept>();
    tables.set(table, own.set(id, kept));
  }
  return tables;
}
