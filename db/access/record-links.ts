import { getTableColumns } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { RecordKind } from "@/lib/records/editorial";
import type { Tx } from "../client";
import type { IdLookup } from "./id-lookup";
import { RECORD_MAPPERS, type RecordInputs } from "./record-mappers";
import { insertRows, isOneOf } from "./records/bulk-rows";

/** Asks for every record that an input's links name, so that a wrong one is told with those of the other fields. */
export function nameLinks<Kind extends RecordKind>(kind: Kind, input: RecordInputs[Kind], id: IdLookup): void {
  for (const link of RECORD_MAPPERS[kind].links) link.rows(input, id);
}

/** Writes the link rows that belong to these records, which `nameLinks` has asked for. */
export async function addLinks<Kind extends RecordKind>(
  tx: Tx,
  kind: Kind,
  owners: readonly { readonly id: string; readonly input: RecordInputs[Kind] }[],
  id: IdLookup,
) {
  for (const link of RECORD_MAPPERS[kind].links) {
    const rows = owners.flatMap((owner) =>
      link.rows(owner.input, id).map((row) => ({ ...row, [link.owner]: owner.id })),
    );
    await insertRows(tx, link.table, rows);
  }
}

/** Takes all link rows of these records away; a revision then writes them anew. */
export async function dropLinks(tx: Tx, kind: RecordKind, ids: string[]) {
  if (ids.length === 0) return;
  for (const link of RECORD_MAPPERS[kind].links) {
    const owner = getTableColumns(link.table)[link.owner] as PgColumn;
    await tx.delete(link.table).where(isOneOf(owner, ids, "uuid"));
  }
}
