import { resolve } from "node:path";
import { beginKeepingRows } from "@/db/access/history/kept-rows";
import { isServerOf, readPostmaster } from "@/db/embedded/postmaster";
import { startEmbedded } from "@/db/embedded/server";
import { prepareServerFolders } from "@/db/embedded/server-folders";
import { loadEnvironment } from "@/db/environment";
import { migrate } from "@/db/migrate";
import { onExit } from "./lifetime";

/** Sets DATABASE_URL for a command: one's own database, the embedded one of a running `npm start`, or one started now. */
export async function reachDatabase(): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = loadEnvironment();
  process.env.DATA_DIR = resolve(DATA_DIR);
  if (!DATABASE_URL) process.env.DATABASE_URL = (await runningAddress(DATA_DIR)) ?? (await startOne(DATA_DIR));
  await migrate(process.env.DATABASE_URL ?? "");
  await beginKeepingRows();
}

/** The address of the embedded database that runs in a data folder, for a role; undefined when none does. */
export async function runningAddress(dataDir: string, role = "wederhoor"): Promise<string | undefined> {
  const ground = await prepareServerFolders(resolve(dataDir));
  const found = await readPostmaster(ground.cluster);
  if (found?.status !== "ready" || !(await isServerOf(found.pid, ground.cluster))) return undefined;
  const folder = encodeURIComponent(found.sockets || ground.sockets);
  return `postgres://${role}:${ground.password}@localhost/wederhoor?host=${folder}`;
}

async function startOne(dataDir: string): Promise<string> {
  const server = await startEmbedded({ dataDir });
  onExit(() => server.stop());
  return server.url();
}
