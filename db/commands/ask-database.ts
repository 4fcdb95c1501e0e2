import { existsSync } from "node:fs";
import postgres from "postgres";
import { parseAddress } from "../connection/address";
import type { Environment } from "../environment";
import { ReadableError } from "../readable-error";
import { runningAddresses } from "./reach-database";

/**
 * Asks one thing of the database, and leaves it as it is.
 * @returns the first row; null when the database that Wederhoor brings does not run now
 * @throws ReadableError when it does not answer
 */
export async function askDatabase<Row>(environment: Environment, query: string): Promise<Row | null> {
  const { DATABASE_URL, DATA_DIR } = environment;
  // Asking for the one that runs in a folder makes the folder.
  const address = DATABASE_URL ?? (existsSync(DATA_DIR) ? (await runningAddresses(DATA_DIR))?.site : undefined);
  if (!address) return null;
  const [url, options] = parseAddress(address);
  const sql = postgres(url, { ...options, max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    const [row] = await sql.unsafe(query);
    return row as Row;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new ReadableError(
      `The database does not answer (${message || code}). ${DATABASE_URL ? "See DATABASE_URL." : ""}`.trim(),
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
