import { and, eq, ne, or, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, type Tx } from "../../client";
import { RECORD_MAPPERS } from "../record-mappers";
import { EDITORIAL_TABLES, editorialTableOf } from "../tables";

export type ReferencingRecord = { readonly kind: RecordKind; readonly slug: string };

/** The records that name a record, in their own columns or in the links that belong to them; all of them, in any state. */
export async function listReferencingRecords(
  actor: Actor,
  kind: RecordKind,
  id: string,
): Promise<ReferencingRecord[]> {
  requirePermission(actor, "erase content");
  return referencingRecords(db, kind, id);
}

/** As the schema's foreign keys say it, so that a column added later is not forgotten. One query a kind. */
export async function referencingRecords(
  on: Pick<Tx, "select">,
  kind: RecordKind,
  id: string,
): Promise<ReferencingRecord[]> {
  const found: ReferencingRecord[] = [];
  for (const other of RECORD_KINDS) {
    const table = editorialTableOf(other);
    const own = columnsTo(EDITORIAL_TABLES[other], kind).map((column) => eq(column, id));
    const linked = RECORD_MAPPERS[other].links.flatMap(({ table: link, owner }) =>
      columnsTo(link, kind)
        .filter((column) => column !== columnOf(link, owner))
        // As an array: beside the record's own columns each is looked up in its index.
        .map((column) => {
          const owners = on
            .select({ id: columnOf(link, owner) })
            .from(link)
            .where(eq(column, id));
          return sql`${table.id} = any(array(${owners}))`;
        }),
    );
    const names: SQL[] = [...own, ...linked];
    if (names.length === 0) continue;
    const rows = await on
      .select({ slug: table.slug })
      .from(table)
      .where(and(or(...names), other === kind ? ne(table.id, id) : undefined))
      .orderBy(table.slug);
    found.push(...rows.map(({ slug }) => ({ kind: other, slug })));
  }
  return found;
}

const columnOf = (table: PgTable, key: string) => (table as unknown as Record<string, PgColumn>)[key] as PgColumn;

/** The columns of a table that refer to records of this kind. */
const columnsTo = (table: PgTable, kind: RecordKind): PgColumn[] =>
  getTableConfig(table).foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    return foreignTable === (EDITORIAL_TABLES[kind] as PgTable) ? columns : [];
  });
