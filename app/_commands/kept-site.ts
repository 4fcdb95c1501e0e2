import { beginKeepingRows } from "@/db/access/history/kept-rows";
import { keepCheckpoints } from "@/db/checkpoints/keep-checkpoints";
import { logFolder } from "@/db/checkpoints/log-folder";
import { closeDatabase } from "@/db/client";
import { onExit } from "@/db/commands/lifetime";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded/server";
import { migrateFor } from "@/db/migrate";
import { freePort } from "@/db/testing/free-port";
import { readOrCreateSecret } from "./auth-secret";
import { stopChild } from "./children";
import { keepRunning } from "./keep-running";
import { startSite } from "./site";

/** As of `npm start`, but that each end counts as the first: what is killed on purpose is not broken. */
const PATIENCE = { pauses: [500, 1000, 2000, 5000], steadyAfter: 0 };

export type KeptSite = {
  readonly base: string;
  readonly dataDir: string;
  readonly secret: string;
  /** The process that is running now. */
  readonly pidOf: (server: KilledServer) => number;
  /** What was said meanwhile, by whatever keeps the servers running and the history signed. */
  readonly said: readonly string[];
  /** Stops both servers for good, the checkpoints with a last one, and removes the data. */
  readonly end: () => Promise<void>;
};
export type KilledServer = "app" | "database";

/** What `npm start` keeps running on a data folder, in this process, where both may be killed as often as somebody likes. */
export async function openKeptSite(dataDir: string): Promise<KeptSite> {
  const pids = { app: 0, database: 0 };
  const said: string[] = [];
  let isEnding = false;
  let running: EmbeddedServer | undefined;
  const openDatabase = async () => {
    running = await startEmbedded({ dataDir });
    process.env.DATABASE_URL = running.runtimeUrl();
    pids.database = running.pid;
    return running;
  };
  let [endSigning, stopApp] = [async () => undefined as unknown, async () => undefined as unknown];
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await endSigning();
    await stopApp();
    await closeDatabase();
    await running?.destroy();
  };
  onExit(end);
  const database = await openDatabase();
  process.env.DATA_DIR = dataDir;
  await migrateFor(database.runtimeUrl(), database.url());
  await beginKeepingRows();
  const port = await freePort();
  const secret = await readOrCreateSecret(dataDir);
  const base = `http://127.0.0.1:${port}`;
  const env = { NEXTAUTH_URL: base, NEXTAUTH_SECRET: secret, CHECKPOINT_KEY: "", DATABASE_OWNER_URL: "" };
  const openApp = () =>
    startSite("start", "127.0.0.1", port, env, (child) => {
      pids.app = child.pid ?? 0;
      stopApp = () => stopChild(child);
    });
  const app = await openApp();
  const log = (line: string) => void said.push(line);
  endSigning = keepCheckpoints({ folder: logFolder(dataDir), host: "drill.example", log });
  const common = { isEnding: () => isEnding, log, hint: "" };
  Promise.all([
    keepRunning({ ...common, name: "The app", first: app, start: openApp }, PATIENCE),
    keepRunning({ ...common, name: "The database", first: database, start: openDatabase }, PATIENCE),
  ]).catch((error: Error) => log(`given up: ${error.message}`));
  return { base, dataDir, secret, pidOf: (server) => pids[server], said, end };
}
