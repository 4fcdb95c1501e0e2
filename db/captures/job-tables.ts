import { Logger, runMigrations } from "graphile-worker";
import type postgres from "postgres";
import { JOB_SCHEMA } from "../access/captures/jobs";

/** Says nothing: what fails is thrown, or told by whoever runs the jobs. */
export const SILENT = new Logger(() => () => undefined);

/** Brings the queue's own tables up to date, by the address of who owns the database. */
export async function makeJobTables(address: string): Promise<void> {
  await runMigrations({ connectionString: address, logger: SILENT, schema: JOB_SCHEMA, noHandleSignals: true });
}

/** What the site's role needs there. Its tables let nobody but their owner see a row, unless a policy does. */
export async function grantJobs(tx: postgres.TransactionSql, runtime: string): Promise<void> {
  const statements = [
    `grant usage on schema ${JOB_SCHEMA} to ${runtime}`,
    `grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${runtime}`,
    `revoke insert, update, delete on ${JOB_SCHEMA}.migrations from ${runtime}`,
    `grant usage on all sequences in schema ${JOB_SCHEMA} to ${runtime}`,
  ];
  const guarded = await tx<{ name: string }[]>`select relname as name from pg_class
    where relnamespace = ${JOB_SCHEMA}::regnamespace and relrowsecurity`;
  for (const { name } of guarded) {
    statements.push(
      `drop policy if exists site on ${JOB_SCHEMA}.${name}`,
      `create policy site on ${JOB_SCHEMA}.${name} to ${runtime} using (true) with check (true)`,
    );
  }
  for (const statement of statements) await tx.unsafe(statement);
}
