import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { onExit, runCommand } from "@/db/commands/lifetime";
import { runningAddresses } from "@/db/commands/reach-database";
import { readPostmaster } from "@/db/embedded/postmaster";
import { prepareServerFolders } from "@/db/embedded/server-folders";
import { ReadableError } from "@/db/readable-error";
import { openSuperuser } from "@/db/testing/databases";
import { makeActor, makeEvent } from "@/db/testing/make";
import { fillNewsroom } from "@/db/testing/newsroom/fill";
import { EMPTY_PAGE, OPERATIONS_OF_DESK, OPERATIONS_READ, PAGES_READ, PAGES_WRITTEN } from "./operations";
import { openSecondSite } from "./second-site";
import { type RequestLoad, ServerLoad } from "./server-load";
import { openBrowser, type Site, signInAs } from "./site-to-visit";

const TIMES = 8;
/** A page or an answer may cost so much more with the last number of items than with the first. */
const MOST_GROWTH = 1.5;
/** Below so many milliseconds a ratio says nothing. */
const NOISE = 3;

const ASKED = {
  editor: [EMPTY_PAGE, ...PAGES_READ, ...PAGES_WRITTEN, ...OPERATIONS_READ, ...OPERATIONS_OF_DESK],
  manager: [EMPTY_PAGE, ...PAGES_READ, ...OPERATIONS_READ],
} as const;
type Reader = keyof typeof ASKED;

/** What every page and every reading operation of the API costs with some items, and with ten times as many. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { items: { type: "string", default: "10000,100000" }, only: { type: "string", default: "" } },
  });
  const sizes = values.items.split(",").map(Number);
  if (sizes.length === 0 || sizes.some((size) => !(size >= 1000))) {
    throw new ReadableError("--items takes numbers from 1000 upwards, with commas between them.");
  }
  const site = await openSecondSite("server-meter.mjs", (dataDir) => ({
    WEDERHOOR_METER_SOCKET: join(dataDir, "meter.sock"),
  }));
  const folders = await prepareServerFolders(site.dataDir);
  const load = new ServerLoad(
    site.base,
    join(site.dataDir, "meter.sock"),
    (await readPostmaster(folders.cluster))?.pid ?? 0,
  );
  const cookies = await signInReaders(site);
  const addresses = await runningAddresses(site.dataDir);
  process.env.DATABASE_URL = addresses?.owner;
  onExit(() => closeDatabase());
  const superuser = openSuperuser(addresses?.superuser ?? "");
  onExit(() => superuser.end());
  const [writer, approver] = [await makeActor("reporter"), await makeActor("editor")];
  const desk = { writer: writer.id, approver: approver.id };

  const found = new Map<string, RequestLoad[]>();
  let there = 0;
  for (const size of sizes) {
    const started = performance.now();
    await fillNewsroom(superuser, desk, size, there);
    there = size;
    // The site learns of what is new by a write.
    await makeEvent(writer);
    console.log(`${size} items of evidence; filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    for (const [reader, cookie] of cookies) {
      for (const path of ASKED[reader].filter((one) => one.includes(values.only))) {
        const name = `${reader.padEnd(8)}${path}`;
        found.set(name, [...(found.get(name) ?? []), await load.measure(path, cookie, TIMES)]);
      }
    }
  }
  load.close();
  return printLoads(found, sizes);
});

async function signInReaders(site: Site): Promise<Map<Reader, string>> {
  const browser = await openBrowser();
  const cookies = new Map<Reader, string>();
  for (const reader of ["editor", "manager"] as const) {
    const jar = await signInAs(browser, site, reader);
    cookies.set(reader, jar.map(({ name, value }) => `${name}=${value}`).join("; "));
  }
  await browser.close();
  return cookies;
}

/** @returns 1 when an answer failed */
function printLoads(found: ReadonlyMap<string, readonly RequestLoad[]>, sizes: readonly number[]): number {
  const heads = sizes.map((size) => `${size}: status, kB, ms site + database, statements`.padStart(46));
  console.log(`\n${"".padEnd(76)}${heads.join("")}   growth`);
  let [failed, grown] = [0, 0];
  for (const [name, loads] of found) {
    const cells = loads.map(({ status, bytes, site, database, statements }) =>
      [
        String(status).padStart(10),
        (bytes / 1000).toFixed(1).padStart(10),
        `${site.toFixed(1)} + ${database.toFixed(1)}`.padStart(18),
        statements.toFixed(1).padStart(8),
      ].join(""),
    );
    const [first, last] = [loads[0], loads.at(-1)].map((one) => (one ? one.site + one.database : 0));
    const ratio = Math.max(last ?? 0, NOISE) / Math.max(first ?? 0, NOISE);
    const isFailed = loads.some(({ status }) => status >= 500);
    const isGrown = ratio > MOST_GROWTH;
    failed += Number(isFailed);
    grown += Number(isGrown);
    const marks = `${isFailed ? "  FAILED" : ""}${isGrown ? `  over ${MOST_GROWTH} x` : ""}`;
    console.log(`${name.slice(0, 75).padEnd(76)}${cells.join("")}${ratio.toFixed(2).padStart(7)} x${marks}`);
  }
  console.log(`\n${found.size} asked for; ${failed} failed, ${grown} cost more than ${MOST_GROWTH} times as much.`);
  return failed > 0 ? 1 : 0;
}
