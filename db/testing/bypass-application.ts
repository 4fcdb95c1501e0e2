import type postgres from "postgres";

/**
 * Fills big tables as superuser, past the application: references are not checked row by row, triggers do not fire, the
 * indexes are built afterwards. Columns for finding are written as they stand instead of being generated (for good: the
 * database is one to throw away), unless they are kept. What triggers maintain is counted anew at the end.
 */
export async function fillBypassingApplication(
  sql: postgres.Sql,
  tables: readonly string[],
  fill: () => Promise<void>,
  { keepsGenerated = false } = {},
): Promise<void> {
  await sql.unsafe("set session_replication_role = replica; set maintenance_work_mem = '256MB'");
  const names = tables.map((name) => `'${name}'`).join(",");
  const indexes = await sql.unsafe<{ name: string; definition: string }[]>(
    `select indexname as name, indexdef as definition from pg_indexes where tablename in (${names})
     and indexname not in (select conname from pg_constraint)`,
  );
  for (const { name } of indexes) await sql.unsafe(`drop index "${name}"`);
  const generated = await sql.unsafe<{ table: string; name: string }[]>(
    `select table_name as table, column_name as name from information_schema.columns
     where table_name in (${names}) and column_name in ('search', 'likeness_keys') and is_generated = 'ALWAYS'`,
  );
  for (const { table, name } of keepsGenerated ? [] : generated) {
    await sql.unsafe(`alter table "${table}" alter column ${name} drop expression`);
  }
  await fill();
  for (const { definition } of indexes) await sql.unsafe(definition);
  await sql.unsafe("select recount_evidence()");
  await sql.unsafe("vacuum (analyze)");
}
