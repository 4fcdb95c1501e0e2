import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { ReadableError } from "../readable-error";

const KEY = 20221026;
const NAME = "wederhoor launcher, process ";

type Ownership = { release(): Promise<void> };

/**
 * Takes a data folder's server for this process: an advisory lock, held by a session that ends with the process however
 * that ends. Two living launchers can never both have it, and a dead one never keeps it.
 * @throws ReadableError when another living process has it
 */
export async function takeOwnership(
  connection: { host: string; username: string; password: string },
  dataDir: string,
  isRunning: () => boolean,
): Promise<Ownership> {
  let released = false;
  const sql = postgres({
    ...connection,
    port: 5432,
    database: "postgres",
    max: 1,
    max_lifetime: null,
    fetch_types: false,
    connect_timeout: 5,
    connection: { application_name: `${NAME}${process.pid}` },
    onnotice: () => undefined,
    // A crashed backend makes the server drop every session: take the lock again as soon as it is back.
    onclose: () => {
      if (!released) retake().catch(() => undefined);
    },
  });
  const take = async () => {
    const [row] = await sql`select pg_try_advisory_lock(${KEY}) as taken`;
    return row?.taken === true;
  };
  const retake = async () => {
    await pause(200, undefined, { ref: false });
    if (!released && isRunning()) await take();
  };
  const release = async () => {
    released = true;
    await sql.end({ timeout: 1 }).catch(() => undefined);
  };
  try {
    // A launcher killed a moment ago may still be leaving.
    for (let attempt = 0; attempt < 8; attempt++) {
      if (await take()) return { release };
      await pause(200);
    }
    const [holder] = await sql<{ name: string }[]>`
      select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.objid = ${KEY} and l.granted`;
    const who = holder?.name.startsWith(NAME) ? ` (process ${holder.name.slice(NAME.length)})` : "";
    throw new ReadableError(
      `Another Wederhoor${who} is running on the data folder ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
    );
  } catch (error) {
    await release();
    throw error;
  }
}
