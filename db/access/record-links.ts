import { getTableColumns, inArray } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import type { Tx } from "../client";
import { type IdLookup, withIds } from "./id-lookup";
import { RECORD_MAPPERS, type RecordInputs } from "./record-mappers";
import { visibleTo } from "./visibility";

/** PostgreSQL takes 65,535 parameters a statement. */
export const ROWS_AT_ONCE = 400;

/** Asks for every record that an input's links name, so that a wrong one is told with those of the other fields. */
export function nameLinks<Kind extends RecordKind>(kind: Kind, input: RecordInputs[Kind], id: IdLookup): void {
  for (const link of RECORD_MAPPERS[kind].links) link.rows(input, id);
}

/** Writes the link rows that belong to these records. @throws Invalid for an unknown reference */
export async function addLinks<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  owners: { id: string; input: RecordInputs[Kind] }[],
  scope: typeof visibleTo = visibleTo,
) {
  for (const link of RECORD_MAPPERS[kind].links) {
    const rows = await withIds(
      tx,
      actor,
      (id) =>
        owners.flatMap((owner) => link.rows(owner.input, id).map((row) => ({ ...row, [link.owner]: owner.id }))),
      scope,
    );
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await tx.insert(link.table).values(rows.slice(start, start + ROWS_AT_ONCE));
    }
  }
}

/** Takes all link rows of these records away; a revision then writes them anew. */
export async function dropLinks(tx: Tx, kind: RecordKind, ids: string[]) {
  if (ids.length === 0) return;
  for (const link of RECORD_MAPPERS[kind].links) {
    const owner = getTableColumns(link.table)[link.owner] as PgColumn;
    await tx.delete(link.table).where(inArray(owner, ids));
  }
}
