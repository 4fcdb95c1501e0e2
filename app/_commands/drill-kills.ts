import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { onExit } from "@/db/commands/lifetime";
import { runningAddresses } from "@/db/commands/reach-database";
import { openSuperuser } from "@/db/testing/databases";
import { ROOT, runProgram } from "./children";
import { quantile } from "./distributions";
import { type Acknowledged, startWriters } from "./drill-writers";
import { type KeptSite, type KilledServer, openKeptSite } from "./kept-site";

type Kills = Readonly<Record<KilledServer, number>>;
const WRITERS = 20;
/** Milliseconds of undisturbed work before each kill: so many, and up to so many more. */
const [LEAST_WORK, MORE_WORK] = [200, 900];
const SAY_EACH = 10;
/** Milliseconds for all kills: what is left of the drill's ten minutes. On a machine that is too slow the drill has failed. */
const LONGEST = 300_000;
/** Milliseconds after which a server that is not back is taken for gone. */
const PATIENCE = 90_000;

/** Kills the app and the database again and again while people write, and compares what they were told with what is there. */
export async function drillKills(kills: Kills): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-drill-"));
  onExit(() => rm(folder, { recursive: true, force: true }));
  const site = await openKeptSite(join(folder, "data"));
  const writers = await startWriters(site, WRITERS);
  const wrong: string[] = [];
  const back: Record<KilledServer, number[]> = { app: [], database: [] };
  const started = performance.now();
  for (const [at, server] of killOrder(kills).entries()) {
    if (performance.now() - started > LONGEST) {
      wrong.push(`only ${at} kills in ${LONGEST / 60_000} minutes`);
      break;
    }
    await pause(LEAST_WORK + ((at * 389) % MORE_WORK));
    const milliseconds = await killOnce(site, server);
    if (milliseconds === null) {
      wrong.push(`the ${server} did not come back: ${site.said.slice(-3).join(" ")}`);
      break;
    }
    back[server].push(milliseconds);
    if ((at + 1) % SAY_EACH === 0) {
      console.log(`${at + 1} kills, ${writers.acknowledged.length} writes acknowledged`);
    }
  }
  const unanswered = await writers.end(PATIENCE);
  if (unanswered > 0) wrong.push(`${unanswered} writes had no answer ${PATIENCE / 1000} s after the last kill`);
  const { lost, doubled, otherwise, records } = await compare(site.dataDir, writers.acknowledged);
  const answers = Object.entries(writers.statuses).map(([status, n]) => `${status === "0" ? "none" : status}: ${n}`);
  console.log(
    `${writers.acknowledged.length} writes acknowledged, on ${records} records; answers ${answers.join(", ")}`,
  );
  console.log(
    `acknowledged writes lost ${lost.length}, doubled ${doubled.length}, otherwise than said ${otherwise.length}`,
  );
  for (const [server, times] of Object.entries(back)) {
    const of = (share: number) => `${(quantile(times, share) / 1000).toFixed(1)} s`;
    console.log(`${server} killed ${times.length} times: back after ${of(0.5)} (half), ${of(1)} (longest)`);
  }
  wrong.push(...(await verifyHistory(site.dataDir)));
  wrong.push(...[lost, doubled, otherwise, writers.refused].flatMap((list) => list.slice(0, 5)));
  wrong.push(...site.said.filter((line) => line.includes("given up") || line.includes("not as it was signed")));
  await site.end();
  return wrong;
}

/** The kills of the database among those of the app. */
function killOrder({ app, database }: Kills): KilledServer[] {
  const all = app + database;
  const killed = (at: number) => Math.floor((at * database) / all);
  return Array.from({ length: all }, (_, at) => (killed(at + 1) > killed(at) ? "database" : "app"));
}

/** @returns milliseconds until another process of it serves what is on file; null when none does */
export async function killOnce({ base, pidOf }: KeptSite, server: KilledServer): Promise<number | null> {
  const pid = pidOf(server);
  const killed = performance.now();
  process.kill(pid, "SIGKILL");
  while (performance.now() - killed < PATIENCE) {
    if (pidOf(server) !== pid) {
      const isReady = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) return performance.now() - killed;
    }
    await pause(20);
  }
  return null;
}

type Stored = { readonly text: string; readonly slug: string; readonly version: number };
type Compared = { lost: string[]; doubled: string[]; otherwise: string[]; records: number };

/** Each acknowledged write has to be there once: as a record, as a version of its history, and as its last word. */
async function compare(dataDir: string, acknowledged: readonly Acknowledged[]): Promise<Compared> {
  const sql = openSuperuser((await runningAddresses(dataDir))?.superuser ?? "");
  const records = await sql<(Stored & { note: string | null })[]>`
    select title as text, slug, version, note from events where title like 'Drill of writer %'`;
  const written = await sql<(Stored & { isFirst: boolean })[]>`
    select snapshot ->> (case when version = 1 then 'title' else 'note' end) as text, snapshot ->> 'slug' as slug, version,
      version = 1 as "isFirst"
    from revisions where record_kind = 'event' and snapshot ->> 'title' like 'Drill of writer %'`;
  await sql.end();
  const found: Compared = { lost: [], doubled: [], otherwise: [], records: records.length };
  const by = <Row extends { text: string }>(rows: readonly Row[]) => {
    const grouped = new Map<string, Row[]>();
    for (const row of rows) grouped.set(row.text, [...(grouped.get(row.text) ?? []), row]);
    return grouped;
  };
  const [recordsOf, revisionsOf] = [by(records), by(written)];
  const last = new Map(records.map((record) => [record.slug, record]));
  for (const { key, text, effect, slug, version } of acknowledged) {
    const revisions = revisionsOf.get(text) ?? [];
    const copies = effect === "recorded" ? (recordsOf.get(text) ?? []).length : revisions.length;
    if (revisions.length === 0 || copies === 0) found.lost.push(`${key} is lost`);
    else if (revisions.length > 1 || copies > 1) found.doubled.push(`${key} is there ${copies} times`);
    else if (revisions[0]?.slug !== slug || revisions[0].version !== version) found.otherwise.push(`${key} differs`);
    else if (effect === "revised" && last.get(slug)?.note !== text) found.otherwise.push(`${key} was overwritten`);
  }
  const told = new Set(acknowledged.map(({ text }) => text));
  for (const [text] of revisionsOf) if (!told.has(text)) found.otherwise.push(`“${text}” was told to nobody`);
  return found;
}

async function verifyHistory(dataDir: string): Promise<string[]> {
  const args = ["--conditions=react-server", "--import", "tsx", join(ROOT, "db/commands/verify-history.ts")];
  const env = { DATA_DIR: dataDir, DATABASE_URL: "" };
  const { code, output } = await runProgram(process.execPath, args, { quiet: true, env });
  console.log(output.trim());
  return code === 0 ? [] : ["the history does not verify"];
}
