import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkDueFiles } from "@/db/access/files/fixity";
import { type Swept, sweepFiles } from "@/db/access/files/sweep";
import { onExit } from "@/db/commands/lifetime";
import { inspectFile } from "@/db/files/inspect-file";
import { openStorage } from "@/db/files/storage";
import { makeActor, makeEvidence } from "@/db/testing/make";
import { startS3Server } from "@/db/testing/s3-server";
import { ROOT, runProgram } from "./children";
import { killOnce } from "./drill-kills";
import { type SentUpload, sendInTurns, sendThrough, type UploadsTold } from "./drill-uploads";
import { signInWriter } from "./drill-writers";
import { type KeptSite, openKeptSite } from "./kept-site";
import { openSiteBeside } from "./second-site";

const [UPLOADS, AT_ONCE, KILLS, SWEEPS, TURNS] = [50, 10, 12, 8, 100];
/** Left of uploads a week ago, and files that no row names: what the sweep has to do while it is killed. */
const [LEFTOVERS, STRAYS] = [2000, 200];
const A_WEEK_AGO = 8 * 86_400_000;

/**
 * Kills the app in the middle of uploads and the command in the middle of its sweep, and holds what was acknowledged against
 * what is there; and lets two servers take one upload in turns, into a folder and into a bucket.
 */
export async function drillFiles(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-drill-"));
  onExit(() => rm(folder, { recursive: true, force: true }));
  // What is set for the installation is none of the drill's.
  process.env.STORAGE_URL = "";
  const site = await openKeptSite(join(folder, "data"));
  const cookie = await signInWriter(site.secret, 1);
  const { slug } = await makeEvidence(await makeActor("reporter"));
  const subject = { kind: "evidence", slug };
  const { sent, wrong } = await killUploads(site, cookie, subject);
  wrong.push(...(await killSweeps(site, sent)));
  wrong.push(...(await takeTurns(site, cookie, subject, {})));
  const bucket = await startS3Server(join(folder, "s3"));
  wrong.push(...(await takeTurns(site, cookie, subject, bucket.variables)));
  await bucket.close();
  await site.end();
  return wrong;
}

type Subject = { readonly kind: string; readonly slug: string };

async function killUploads(site: KeptSite, cookie: string, subject: Subject) {
  const storage = openStorage({ DATA_DIR: site.dataDir });
  const told: UploadsTold = { lost: [], again: 0, pieces: 0, cuts: 0 };
  const sent: SentUpload[] = [];
  const files = Array.from({ length: UPLOADS }, (_, n) => (n % 7 === 0 ? 12 : 3) * 1_000_000 + n);
  let isDone = false;
  const work = async () => {
    for (let size = files.pop(); size; size = files.pop()) {
      const sender = { base: site.base, cookie };
      sent.push(await sendThrough(sender, subject, randomBytes(size), told, (digest) => storage.has(digest)));
    }
  };
  const sending = Promise.all(Array.from({ length: AT_ONCE }, work)).finally(() => {
    isDone = true;
  });
  const wrong: string[] = [];
  let kills = 0;
  for (; kills < KILLS && !isDone; kills += 1) {
    await pause(300 + ((kills * 389) % 900));
    if ((await killOnce(site, "app")) === null) wrong.push("the app did not come back");
  }
  await sending;
  console.log(
    `${sent.length} uploads, ${told.pieces} pieces acknowledged, ${kills} kills of the app, ${told.cuts} times cut off, ${told.again} begun anew`,
  );
  console.log(`uploads of which acknowledged bytes were lost: ${told.lost.length}`);
  if (kills < KILLS) wrong.push(`only ${kills} kills before the uploads were done`);
  return { sent, wrong: [...wrong, ...told.lost] };
}

async function killSweeps(site: KeptSite, sent: readonly SentUpload[]): Promise<string[]> {
  const storage = openStorage({ DATA_DIR: site.dataDir });
  const { strays, leftovers } = await plant(storage.incoming, (path, digest) => storage.keep(path, digest));
  const args = ["--conditions=react-server", "--import", "tsx", join(ROOT, "db/commands/files.ts"), "sweep"];
  const env = { DATA_DIR: site.dataDir, DATABASE_URL: "" };
  let killed = 0;
  for (let n = 0; n < SWEEPS; n += 1) {
    const before = (await readdir(storage.incoming)).length;
    const { code } = await runProgram(process.execPath, args, {
      quiet: true,
      env,
      onStart: (child) => void killWhenLess(storage.incoming, before, () => child.kill("SIGKILL")),
    });
    if (code !== 0) killed += 1;
  }
  const swept: Swept = await sweepFiles(storage);
  const listed: string[] = [];
  for await (const digest of storage.list()) listed.push(digest);
  const named = new Set(sent.map(({ digest }) => digest));
  const unnamed = new Set(swept.unnamed);
  const unaccounted = listed.filter((digest) => !named.has(digest) && !unnamed.has(digest));
  const left = (await readdir(storage.incoming)).filter((name) => leftovers.has(name));
  const checked = await checkDueFiles({ isAll: true }, storage);
  console.log(`${killed} sweeps killed in the middle, and one to the end`);
  console.log(
    `${swept.files} files named, ${swept.missing.length} missing, ${checked.intact} intact; ${unnamed.size} stored that no row names, of which ${strays.length} were put there; unaccounted for ${unaccounted.length}; left of uploads of last week ${left.length}`,
  );
  return [
    ...(killed === 0 ? ["no sweep was killed in its middle"] : []),
    ...(checked.intact === sent.length && swept.files === sent.length ? [] : ["a file is not as it was sent"]),
    ...swept.missing.map((digest) => `sha256:${digest} is missing`),
    ...unaccounted.map((digest) => `sha256:${digest} is accounted for by nothing`),
    ...strays.filter((digest) => !unnamed.has(digest)).map((digest) => `sha256:${digest} was thrown away`),
    ...left.map((name) => `${name} is left of an upload`),
  ];
}

/** Once it is seen to throw away. */
async function killWhenLess(folder: string, before: number, kill: () => void): Promise<void> {
  for (let n = 0; n < 2000; n += 1) {
    await pause(3);
    if ((await readdir(folder)).length < before) return kill();
  }
}

async function plant(incoming: string, keep: (path: string, digest: string) => Promise<boolean>) {
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const then = new Date(Date.now() - A_WEEK_AGO);
  const leftovers = new Set<string>();
  for (let n = 0; n < LEFTOVERS; n += 1) {
    const name = randomBytes(16).toString("hex");
    leftovers.add(name);
    const path = join(incoming, name);
    await writeFile(path, "left");
    await writeFile(`${path}.json`, "{}");
    await utimes(path, then, then);
  }
  const strays: string[] = [];
  for (let n = 0; n < STRAYS; n += 1) {
    const path = join(incoming, "stray");
    await writeFile(path, randomBytes(100));
    const { digest } = await inspectFile(path);
    await keep(path, digest);
    strays.push(digest);
  }
  return { strays, leftovers };
}

/** Two servers of one database take the pieces of one upload in turns. */
async function takeTurns(
  { base, dataDir }: KeptSite,
  cookie: string,
  subject: Subject,
  variables: Readonly<Record<string, string>>,
): Promise<string[]> {
  const open = (n: number) =>
    openSiteBeside({ base, passwords: {}, dataDir }, "server-meter.mjs", (folder) => ({
      ...variables,
      WEDERHOOR_METER_SOCKET: join(folder, `meter-${Object.keys(variables).length}-${n}.sock`),
    }));
  const [one, other] = [await open(1), await open(2)];
  const senders = [one, other].map((site) => ({ base: site.base, cookie }));
  const wrong = await sendInTurns(senders, subject, TURNS);
  const where = "STORAGE_URL" in variables ? "a bucket" : "a folder";
  console.log(
    `one upload in ${TURNS} turns by two servers into ${where}: ${wrong.length === 0 ? "whole" : wrong[0]}`,
  );
  return wrong;
}
