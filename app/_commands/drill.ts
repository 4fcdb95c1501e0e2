import { parseArgs } from "node:util";
import { markReady, runCommand } from "@/db/commands/lifetime";
import { runningAddresses } from "@/db/commands/reach-database";
import { ReadableError } from "@/db/readable-error";
import { formMarks } from "@/db/testing/form-marks";
import { readOrCreateSecret } from "./auth-secret";
import { type CrowdResult, gatherCrowd } from "./crowd";
import { drillCaptures } from "./drill-captures";
import { drillFaults } from "./drill-faults";
import { drillFiles } from "./drill-files";
import { drillKills } from "./drill-kills";
import { HEAP_METER, measureSlope, smallHeap } from "./memory-slope";
import { openSiteBeside } from "./second-site";
import { openSite, type Site } from "./site-to-visit";

const KILLS = { app: 30, database: 20 };
const FEW = 16;
const MANY = 200;
/** Milliseconds within which every answer has to come. */
const LONGEST = 2000;
/** Of the bench of memory, enough to see a leak. */
const VIEWS = 2000;
/** Of the throughput with few readers, below which many cost something: what two runs on one machine differ by. */
const LEAST_SHARE = 0.9;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "60" },
      only: { type: "string" },
      part: { type: "string", default: "1" },
    },
  });
  const seconds = Number(values.seconds);
  if (!(seconds >= 5)) throw new ReadableError("--seconds must be 5 or more.");
  const part = Number(values.part);
  if (!(part > 0 && part <= 1)) throw new ReadableError("--part is a share of the kills, more than 0 and at most 1.");
  const [app, database] = [Math.ceil(KILLS.app * part), Math.ceil(KILLS.database * part)];
  const started = performance.now();
  const isAsked = (name: string) => values.only === undefined || values.only === name;
  const wrong = values.only === undefined ? await drillSite(seconds) : [];
  if (isAsked("kills")) {
    console.log(`\n${app} kills of the app and ${database} of the database, under 20 writers\n`);
    wrong.push(...(await drillKills({ app, database })));
  }
  // Asked for alone: what it waits for takes some minutes.
  if (values.only === "captures") {
    console.log("\nKills of whatever preserves pages, in the middle of twenty\n");
    wrong.push(...(await drillCaptures()));
  }
  if (values.only === "files") {
    console.log("\nKills in the middle of uploads and of the sweep, and one upload by two servers\n");
    wrong.push(...(await drillFiles()));
  }
  for (const line of wrong) console.log(`failed: ${line}`);
  const took = `${((performance.now() - started) / 60_000).toFixed(1)} minutes`;
  console.log(wrong.length === 0 ? `\nEverything held, in ${took}.` : `\n${wrong.length} failed, in ${took}.`);
  return wrong.length === 0 ? 0 : 1;
});

/** What a site answers to a crowd, and with a faulty database, and whether its memory grows. @returns what was not as it should be */
async function drillSite(seconds: number): Promise<string[]> {
  const site = await openSite();
  const cookie = await signIn(site);
  markReady();
  const wrong = await drillCrowd(`${site.base}/stations`, cookie, seconds);
  console.log(
    "\nFaults between the site and its database, and what its doors answered; the first door is another each time\n",
  );
  for (const { line, wrong: faulty } of await drillFaults(await addressOf(site), cookie, await environmentOf(site))) {
    console.log(line);
    wrong.push(...faulty);
  }
  const measured = await openSiteBeside(site, HEAP_METER, smallHeap);
  if (!(await measureSlope({ ...measured, cookie }, VIEWS))) wrong.push("the memory of the server grows");
  return wrong;
}

async function drillCrowd(url: string, cookie: string, seconds: number): Promise<string[]> {
  const few = Math.min(15, seconds);
  await gatherCrowd({ url, cookie, readers: FEW, seconds: 5, isPatient: true });
  console.log("\nReaders of /stations\n");
  console.log("                        pages/s    half     95 %  slowest   answers by status");
  const alone = say(`${FEW}`, await gatherCrowd({ url, cookie, readers: FEW, seconds: few, isPatient: true }));
  const crowd = say(`${MANY}`, await gatherCrowd({ url, cookie, readers: MANY, seconds, isPatient: true }));
  const rush = say(
    `${MANY} who never wait`,
    await gatherCrowd({ url, cookie, readers: MANY, seconds: few, isPatient: false }),
  );
  const wrong = [crowd, rush].flatMap(({ statuses, slowest }) => [
    ...(Object.keys(statuses).some((status) => status !== "200" && status !== "503")
      ? ["an answer was neither a page nor a 503"]
      : []),
    ...(slowest > LONGEST ? [`an answer took ${Math.round(slowest)} ms, ${LONGEST} at most`] : []),
  ]);
  const share = crowd.throughput / alone.throughput;
  if (share < LEAST_SHARE) wrong.push(`${MANY} readers got ${Math.round(share * 100)} % of the pages of ${FEW}`);
  return wrong;
}

function say(who: string, result: CrowdResult): CrowdResult {
  const milliseconds = (value: number) => `${Math.round(value)} ms`.padStart(9);
  const { throughput, half, most, slowest, statuses } = result;
  const counts = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
  console.log(
    `${who.padEnd(22)}${throughput.toFixed(1).padStart(9)}${milliseconds(half)}${milliseconds(most)}${milliseconds(slowest)}   ${counts.join(", ")}`,
  );
  return result;
}

async function addressOf({ dataDir = "" }: Site): Promise<string> {
  return (await runningAddresses(dataDir))?.site ?? "";
}

async function environmentOf({ dataDir = "" }: Site): Promise<Record<string, string>> {
  return { DATA_DIR: dataDir, NEXTAUTH_SECRET: await readOrCreateSecret(dataDir) };
}

/** As a browser without scripts signs in. */
async function signIn({ base, passwords }: Site): Promise<string> {
  const page = await fetch(`${base}/sign-in`, { headers: { accept: "text/html" } });
  const body = new FormData();
  for (const [name, value] of formMarks(await page.text(), "password")) body.set(name, value);
  body.set("email", "editor@demo.example");
  body.set("password", passwords.editor ?? "");
  const answer = await fetch(`${base}/sign-in`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { accept: "text/html", origin: base },
  });
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  if (cookies.length === 0) throw new ReadableError("Signing in failed.");
  return cookies.join("; ");
}
