import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { parseAddress } from "./connection/address";

const KEY = 20221201;
const FOLDER = fileURLToPath(new URL("../drizzle", import.meta.url));

/**
 * Brings a database to the schema of this version. Of several processes that start together one migrates, the others
 * wait for it.
 * @returns how many migrations were applied
 */
export async function migrate(address: string): Promise<number> {
  const [url, options] = parseAddress(address);
  const sql = postgres(url, {
    ...options,
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: "wederhoor migrations", TimeZone: "UTC" },
  });
  const count = async () => {
    const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
    if (!table?.name) return 0;
    const [row] = await sql`select count(*)::int as done from drizzle.__drizzle_migrations`;
    return Number(row?.done);
  };
  try {
    await sql`select pg_advisory_lock(${KEY})`;
    const before = await count();
    await applyMigrations(drizzle(sql), { migrationsFolder: FOLDER });
    return (await count()) - before;
  } finally {
    // Ends the session, and with it the lock.
    await sql.end({ timeout: 5 });
  }
}
