import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { preservePage } from "@/db/access/captures/captures";
import { checkHistory } from "@/db/access/history/history-check";
import { beginKeepingRows } from "@/db/access/history/kept-rows";
import { closeDatabase } from "@/db/client";
import { onExit } from "@/db/commands/lifetime";
import { startEmbedded } from "@/db/embedded/server";
import { migrateFor } from "@/db/migrate";
import { openSuperuser } from "@/db/testing/databases";
import { makeActor, makeEvidence } from "@/db/testing/make";
import { ROOT, runProgram } from "./children";
import { findOrInstallChromium } from "./chromium";

const CAPTURES = 20;
/** How much is done at each kill: pages preserved, and opened in the browser. */
const KILLS = [5, 12, CAPTURES + 3, CAPTURES + 10];
/** Milliseconds: for each kill to be due, and for all to be done after the last; until a page is answered. */
const [PATIENCE, SLOW] = [300_000, 800];

type Counted = { complete: number; opened: number; ingested: number; files: number; jobs: number };

/** Kills whatever preserves pages, in the middle of twenty of them: each is there once in the end, with its pictures. @returns what was wrong */
export async function drillCaptures(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-captures-"));
  onExit(() => rm(folder, { recursive: true, force: true }));
  const pages = await servePages();
  const database = await startEmbedded({ dataDir: folder });
  onExit(() => database.stop());
  const host = `127.0.0.1:${(pages.address() as AddressInfo).port}`;
  const settings = { DATA_DIR: folder, FETCH_PAGES: "on", FETCH_ALLOWED: host, CAPTURE_BROWSER: "" };
  const env = { ...settings, DATABASE_URL: database.runtimeUrl(), CHROMIUM_PATH: await findOrInstallChromium() };
  Object.assign(process.env, env);
  await migrateFor(database.runtimeUrl(), database.url());
  await beginKeepingRows();
  await askForPages(host);
  const sql = openSuperuser(database.superuserUrl());
  const count = async () => {
    const [row] = await sql<Counted[]>`select
      (select count(*)::int from captures where state = 'complete') as complete,
      (select count(*)::int from captures where browser_state = 'complete') as opened,
      (select count(*)::int from custody_events where kind = 'ingestion') as ingested,
      (select coalesce(sum(jsonb_array_length(files)), 0)::int from captures) as files,
      (select count(*)::int from graphile_worker._private_jobs) as jobs`;
    return row ?? { complete: 0, opened: 0, ingested: 0, files: 0, jobs: 0 };
  };
  await killWorkers(env, count);
  const worker = startWorker(env);
  const end = performance.now() + PATIENCE;
  while ((await count()).jobs > 0 && performance.now() < end) await pause(500);
  worker.kill("SIGTERM");
  await once(worker, "exit");
  const counted = await count();
  say(counted);
  const wrong = wrongOf(counted, await leftRunning(), (await checkHistory()).problem !== null);
  await sql.end();
  await closeDatabase();
  pages.close();
  pages.closeAllConnections();
  return wrong;
}

/** Each of its own words: two of the same bytes would be one file. */
async function servePages() {
  const server = createServer((request, answer) => {
    const said = `<p>This page is ${request.url}, and it says what it says.</p>`.repeat(60);
    const page = `<title>${request.url}</title><main><h1>${request.url}</h1>${said}</main>`;
    setTimeout(() => answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page), SLOW);
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  return server;
}

async function askForPages(host: string): Promise<void> {
  const actor = await makeActor("reporter");
  for (let at = 1; at <= CAPTURES; at += 1) {
    const { slug } = await makeEvidence(actor, { title: `Page ${at}`, url: `http://${host}/page-${at}` });
    await preservePage(actor, slug);
  }
}

const startWorker = (env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", join(ROOT, "app/_commands/drill-worker.ts")],
    { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...env } },
  );

async function killWorkers(env: Readonly<Record<string, string>>, count: () => Promise<Counted>): Promise<void> {
  for (const [at, due] of KILLS.entries()) {
    const worker = startWorker(env);
    const end = performance.now() + PATIENCE;
    const done = async () => {
      const { complete, opened } = await count();
      return complete + opened;
    };
    while ((await done()) < due && performance.now() < end) await pause(100);
    worker.kill("SIGKILL");
    await once(worker, "exit");
    console.log(`kill ${at + 1}`);
    say(await count());
  }
}

const say = ({ complete, opened, files, ingested, jobs }: Counted) =>
  console.log(
    `${complete} pages preserved, ${opened} of them opened; ${files} files, ${ingested} ingested; ${jobs} jobs left`,
  );

function wrongOf({ complete, opened, files, ingested, jobs }: Counted, running: number, isBroken: boolean): string[] {
  return [
    ...(complete === CAPTURES ? [] : [`${CAPTURES - complete} pages were lost`]),
    ...(opened === CAPTURES ? [] : [`${CAPTURES - opened} pages were not opened in the browser`]),
    ...(files === ingested ? [] : [`${ingested} files came in, and ${files} are of a capture`]),
    ...(jobs === 0 ? [] : [`${jobs} jobs are left`]),
    ...(running === 0 ? [] : [`${running} processes of Chromium are left`]),
    ...(isBroken ? ["the history does not verify"] : []),
  ];
}

/** Processes that outlived whoever started them, by the profile that each names. */
async function leftRunning(): Promise<number> {
  await pause(3000);
  const { output } = await runProgram("ps", ["-eo", "args"], { quiet: true });
  return output.split("\n").filter((line) => line.includes("--user-data-dir=") && line.includes("wederhoor-browser-"))
    .length;
}
