import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { z } from "zod";
import { makeJobTables } from "./captures/job-tables";
import { parseAddress } from "./connection/address";
import { grantRuntime } from "./roles";

/** Brings a database up to date by the address of its owner, for a site that comes by another one or by the same. */
export const migrateFor = (runtimeAddress: string, ownerAddress = runtimeAddress): Promise<number> =>
  migrate(ownerAddress, FOLDER, decodeURIComponent(new URL(runtimeAddress).username) || undefined);

const KEY = 20221201;
const FOLDER = fileURLToPath(new URL("../drizzle", import.meta.url));
const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });

/**
 * Brings a database to the schema of this version. Of several processes that start together one migrates, the others
 * wait for it. Each file is a transaction of its own, since before version 17 PostgreSQL lets no transaction use a value
 * that it added to an enum itself: a file that fails leaves those before it applied, and the next run goes on with it.
 * @param runtime the role that the site runs as, when that is not the one of the address, which owns the tables
 * @param folder drizzle's: the files and `meta/_journal.json`, which names them in their order
 * @returns how many migrations were applied
 * @throws Error that names the file which failed; its `cause` is what PostgreSQL said
 */
export async function migrate(address: string, folder = FOLDER, runtime?: string): Promise<number> {
  const [url, options] = parseAddress(address);
  const sql = postgres(url, {
    ...options,
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "wederhoor migrations", TimeZone: "UTC" },
  });
  try {
    await sql`select pg_advisory_lock(${KEY})`;
    const newest = await prepareNotes(sql);
    const due = (await readMigrations(folder)).filter(({ madeAt }) => madeAt > newest);
    for (const migration of due) await applyMigration(sql, migration);
    await makeJobTables(address);
    if (runtime) await grantRuntime(sql, runtime);
    return due.length;
  } finally {
    // Ends the session, and with it the lock.
    await sql.end({ timeout: 5 });
  }
}

type Migration = {
  readonly tag: string;
  readonly statements: string[];
  readonly hash: string;
  readonly madeAt: number;
};

async function readMigrations(folder: string): Promise<Migration[]> {
  const { entries } = journal.parse(JSON.parse(await readFile(join(folder, "meta", "_journal.json"), "utf8")));
  const files = readMigrationFiles({ migrationsFolder: folder });
  return entries.flatMap(({ tag }, at) => {
    const file = files[at];
    return file ? [{ tag, statements: file.sql, hash: file.hash, madeAt: file.folderMillis }] : [];
  });
}

/**
 * The table in which drizzle's own migrator notes what it applied, made as that makes it.
 * @returns when the newest of the applied was made; before any other when there is none
 */
async function prepareNotes(sql: postgres.Sql): Promise<number> {
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`;
  const [newest] = await sql`select created_at from drizzle.__drizzle_migrations order by created_at desc limit 1`;
  return newest ? Number(newest.created_at) : Number.NEGATIVE_INFINITY;
}

async function applyMigration(sql: postgres.Sql, { tag, statements, hash, madeAt }: Migration): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      for (const statement of statements) await tx.unsafe(statement);
      await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${madeAt})`;
    });
  } catch (cause) {
    throw new Error(`The migration ${tag} failed: ${(cause as Error).message}`, { cause });
  }
}
