import { resolve } from "node:path";
import { beginKeepingRows } from "@/db/access/history/kept-rows";
import { isServerOf, readPostmaster } from "@/db/embedded/postmaster";
import { startEmbedded } from "@/db/embedded/server";
import { prepareServerFolders } from "@/db/embedded/server-folders";
import { loadEnvironment } from "@/db/environment";
import { migrateFor } from "@/db/migrate";
import { OWNER_ROLE, RUNTIME_ROLE } from "@/db/roles";
import { onExit } from "./lifetime";

/** Sets DATABASE_URL for a command: one's own database, the embedded one of a running `npm start`, or one started now. */
export async function reachDatabase(): Promise<void> {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR } = loadEnvironment();
  process.env.DATA_DIR = resolve(DATA_DIR);
  const { site, owner } = DATABASE_URL
    ? { site: DATABASE_URL, owner: DATABASE_OWNER_URL }
    : ((await runningAddresses(DATA_DIR)) ?? (await startOne(DATA_DIR)));
  process.env.DATABASE_URL = site;
  await migrateFor(site, owner);
  await beginKeepingRows();
}

type Addresses = { readonly site: string; readonly owner: string; readonly superuser: string };

/** The addresses of the embedded database that runs in a data folder, for each role; undefined when none does. */
export async function runningAddresses(dataDir: string): Promise<Addresses | undefined> {
  const ground = await prepareServerFolders(resolve(dataDir));
  const found = await readPostmaster(ground.cluster);
  if (found?.status !== "ready" || !(await isServerOf(found.pid, ground.cluster))) return undefined;
  const folder = encodeURIComponent(found.sockets || ground.sockets);
  const address = (role: string, password: string) =>
    `postgres://${role}:${password}@localhost/wederhoor?host=${folder}`;
  return {
    site: address(RUNTIME_ROLE, ground.rolePasswords.runtime),
    owner: address(OWNER_ROLE, ground.rolePasswords.owner),
    superuser: address("postgres", ground.password),
  };
}

async function startOne(dataDir: string): Promise<Addresses> {
  const server = await startEmbedded({ dataDir });
  onExit(() => server.stop());
  return { site: server.runtimeUrl(), owner: server.url(), superuser: server.superuserUrl() };
}
