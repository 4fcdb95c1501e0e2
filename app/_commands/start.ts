import { join, resolve } from "node:path";
import { beginKeepingRows } from "@/db/access/history/kept-rows";
import { keepRunningJobs } from "@/db/captures/run-jobs";
import { keepCheckpoints } from "@/db/checkpoints/keep-checkpoints";
import { logFolder } from "@/db/checkpoints/log-folder";
import { closeDatabase } from "@/db/client";
import { isEnding, markReady, onExit, runCommand } from "@/db/commands/lifetime";
import { type DemoAccount, ensureDemoAccounts } from "@/db/demo-accounts";
import { loadFirstDossier } from "@/db/dossier/first-dossier";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded/server";
import { type Environment, loadEnvironment, outletsOf } from "@/db/environment";
import { browserSetting, mayFetch } from "@/db/fetching/fetch-settings";
import { keepFiles } from "@/db/files/keep-files";
import { migrateFor } from "@/db/migrate";
import { loadPractice } from "@/db/practice/load-practice";
import { ReadableError } from "@/db/readable-error";
import { readOrCreateSecret } from "./auth-secret";
import { buildIsFresh, buildOrExplain } from "./build";
import { ROOT, stopChild } from "./children";
import { findChromium } from "./chromium";
import { keepRunning } from "./keep-running";
import { choosePractice } from "./practice";
import { runWithProgress } from "./progress";
import { refuseTakenPort, startSite, warmSite } from "./site";

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;

await runCommand(async () => {
  const mode = process.argv.includes("--dev") ? "dev" : "start";
  process.chdir(ROOT);
  const environment = await runWithProgress(
    "Environment",
    prepareEnvironment,
    ({ DATA_DIR, TIME_ZONE }) => `data folder ${DATA_DIR}, time zone ${TIME_ZONE}`,
  );
  const { HOST, PORT, DATA_DIR } = environment;
  const embedded = !environment.DATABASE_URL;

  const database = await runWithProgress("Database", (note) =>
    embedded ? openEmbedded(DATA_DIR, note) : takeOwnDatabase(environment),
  );
  await runWithProgress(
    "Migrations",
    () => applyMigrations(database ? database.url() : environment.DATABASE_OWNER_URL, embedded),
    (count) => (count ? `${count} applied` : "up to date"),
  );
  const accounts =
    embedded && LOOPBACK.test(HOST)
      ? await runWithProgress(
          "Demo accounts",
          () => ensureDemoAccounts(DATA_DIR),
          (list) => `${list.length}, one per role`,
        )
      : [];
  const people = {
    author: accounts.find(({ role }) => role === "reporter")?.email,
    approver: accounts.find(({ role }) => role === "editor")?.email,
  };
  const loadDossier = process.env.WEDERHOOR_PRACTICE ? loadPractice : loadFirstDossier;
  await runWithProgress(
    "Dossier",
    (note) => loadDossier(people, note),
    (text) => text,
  );
  await closeDatabase();
  if (mode === "start") await runWithProgress("Build", buildWhenStale, (text) => text);
  // What answers the world is told neither: it signs nothing, and changes no table.
  const secrets = { CHECKPOINT_KEY: "", DATABASE_OWNER_URL: "", SMTP_URL: "" };
  const openSite = () => startSite(mode, HOST, PORT, secrets, (child) => onExit(() => stopChild(child)));
  const site = await runWithProgress("Server", async () => {
    const opened = await openSite();
    if (mode === "start") await warmSite(HOST, PORT);
    return opened;
  });

  markReady();
  console.log(`\nWederhoor is at ${process.env.NEXTAUTH_URL}\n`);
  for (const account of accounts) console.log(describeAccount(account));
  if (!embedded) {
    console.log("No account is made in a database of your own: npm run accounts -- create makes the first admin.");
  } else if (accounts.length === 0) {
    console.log("The demo accounts exist only while HOST is this machine's own address (127.0.0.1).");
  }
  console.log("\nCtrl-C stops it.");

  const log = (line: string) => console.error(`${new Date().toISOString()} ${line}`);
  onExit(signHistory(environment, log));
  const chromium = await findChromiumForCaptures(log);
  // Ended first: it uses the same connections.
  onExit(keepRunningJobs({ address: () => process.env.DATABASE_URL ?? "", chromium, log }));
  onExit(keepFiles(log));
  await Promise.all([
    keepRunning({ name: "The site's server", first: site, start: openSite, isEnding, log, hint: "See above." }),
    database &&
      keepRunning({
        name: "PostgreSQL",
        first: database,
        start: () => openEmbedded(DATA_DIR),
        isEnding,
        log,
        hint: `Its messages are in ${DATA_DIR}/postgres.log.`,
      }),
  ]);
  return 0;
});

function describeAccount({ role, email, password }: DemoAccount): string {
  const told = password ?? `not kept since its first use; a new one: npm run accounts -- password --email ${email}`;
  return `  ${role.padEnd(10)}${email.padEnd(32)}${told}`;
}

async function prepareEnvironment(): Promise<Environment> {
  const environment = loadEnvironment();
  const { HOST, PORT } = environment;
  await refuseTakenPort(HOST, PORT);
  const { dataDir, isPractice } = await choosePractice(resolve(environment.DATA_DIR), {
    asked: process.argv.includes("--practice"),
    ownDatabase: environment.DATABASE_URL !== undefined,
  });
  process.env.WEDERHOOR_PRACTICE = isPractice ? "1" : "";
  // What is made up stands apart from what is kept.
  if (isPractice) process.env.STORAGE_URL = "";
  process.env.DATA_DIR = dataDir;
  process.env.TIME_ZONE = environment.TIME_ZONE;
  const log = environment.REQUEST_LOG ?? join(dataDir, "requests.log");
  process.env.REQUEST_LOG = log === "off" ? "" : resolve(log);
  process.env.NEXTAUTH_SECRET = environment.NEXTAUTH_SECRET ?? (await readOrCreateSecret(dataDir));
  const shown = HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST;
  process.env.NEXTAUTH_URL = environment.NEXTAUTH_URL ?? `http://${shown}:${PORT}`;
  return { ...environment, DATA_DIR: dataDir };
}

/** Where pages are preserved: without one they are, without pictures. */
async function findChromiumForCaptures(log: (line: string) => void): Promise<string | undefined> {
  if (!mayFetch() || browserSetting() === "off") return undefined;
  return findChromium().catch(({ message }: Error) => {
    log(message);
    return undefined;
  });
}

async function openEmbedded(dataDir: string, onProgress?: (line: string) => void): Promise<EmbeddedServer> {
  const opening = startEmbedded({ dataDir, onProgress });
  // Registered before it is there: Ctrl-C in between must stop it too.
  onExit(async () => (await opening.catch(() => undefined))?.stop());
  const server = await opening;
  process.env.DATABASE_URL = server.runtimeUrl();
  return server;
}

async function takeOwnDatabase(environment: Environment): Promise<undefined> {
  process.env.DATABASE_URL = environment.DATABASE_URL;
}

function signHistory(environment: Environment, log: (line: string) => void) {
  const { DATA_DIR, CHECKPOINT_KEY } = environment;
  const { host } = new URL(process.env.NEXTAUTH_URL ?? "http://localhost");
  const folder = logFolder(DATA_DIR);
  const end = keepCheckpoints({ folder, host, given: CHECKPOINT_KEY, outlets: outletsOf(environment), log });
  return () => end().finally(closeDatabase);
}

async function applyMigrations(owner: string | undefined, embedded: boolean): Promise<number> {
  try {
    const count = await migrateFor(process.env.DATABASE_URL ?? "", owner);
    await beginKeepingRows();
    return count;
  } catch (error) {
    if (embedded) throw error;
    throw new ReadableError(`The database at DATABASE_URL can't be used: ${(error as Error).message}.`);
  }
}

async function buildWhenStale(note: (line: string) => void): Promise<string> {
  if (await buildIsFresh()) return "as before";
  note("building the site, which takes about half a minute");
  await buildOrExplain({ onStart: (child) => onExit(() => stopChild(child)) });
  return "built";
}
