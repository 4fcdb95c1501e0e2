import type postgres from "postgres";
import { grantJobs } from "./captures/job-tables";

/** Of the embedded server: whoever owns the tables and changes them, and the role that the site runs as. */
export const [OWNER_ROLE, RUNTIME_ROLE] = ["wederhoor", "wederhoor_app"] as const;

/** Tables that only grow: triggers refuse it to everybody, and the site's role may not even ask. */
const APPEND_ONLY = [
  "revisions",
  "corrections",
  "reply_entries",
  "history_checks",
  "distinct_records",
  "files",
  "custody_events",
  "comment_files",
];

/**
 * What the role that the site runs as may do: read and write rows, and nothing to tables, triggers or functions; of what only
 * grows, read and add. Given anew after each migration, by the tables' owner.
 */
export async function grantRuntime(sql: postgres.Sql, role: string): Promise<void> {
  const [{ database, runtime, owner } = { database: "", runtime: "", owner: "" }] = await sql<
    { database: string; runtime: string; owner: string }[]
  >`select quote_ident(current_database()) as database, quote_ident(${role}) as runtime, current_user as owner`;
  if (owner === role) return;
  const statements = [
    `grant usage on schema public, drizzle to ${runtime}`,
    `revoke create on schema public from public, ${runtime}`,
    `grant select, insert, update, delete on all tables in schema public to ${runtime}`,
    `grant usage on all sequences in schema public to ${runtime}`,
    `revoke update, delete on ${APPEND_ONLY.join(", ")} from ${runtime}`,
    `grant select on all tables in schema drizzle to ${runtime}`,
    `revoke temporary on database ${database} from public`,
    "revoke execute on function erase_revisions(bigint[], bigint) from public",
    `grant execute on function erase_revisions(bigint[], bigint) to ${runtime}`,
    "revoke execute on function erase_files(uuid[], uuid[]) from public",
    `grant execute on function erase_files(uuid[], uuid[]) to ${runtime}`,
  ];
  await sql.begin(async (tx) => {
    for (const statement of statements) await tx.unsafe(statement);
    await grantJobs(tx, runtime);
  });
}
