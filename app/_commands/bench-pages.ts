import { parseArgs } from "node:util";
import { runCommand } from "@/db/commands/lifetime";
import { ReadableError } from "@/db/readable-error";
import { openNewsroomSite } from "./newsroom-site";
import { EMPTY_PAGE, OPERATIONS_OF_DESK, OPERATIONS_READ, PAGES_READ, PAGES_WRITTEN } from "./operations";
import type { RequestLoad } from "./server-load";

/** A page or an answer may cost so much more with the last number of items than with the first. */
const MOST_GROWTH = 1.5;
/** Below so many milliseconds a ratio says nothing. */
const NOISE = 3;

const ASKED = {
  editor: [EMPTY_PAGE, ...PAGES_READ, ...PAGES_WRITTEN, ...OPERATIONS_READ, ...OPERATIONS_OF_DESK],
  manager: [EMPTY_PAGE, ...PAGES_READ, ...OPERATIONS_READ],
} as const;
const READERS = ["editor", "manager"] as const;

/** What every page and every reading operation of the API costs with some items, and with ten times as many. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      items: { type: "string", default: "10000,100000" },
      only: { type: "string", default: "" },
      data: { type: "string" },
      times: { type: "string", default: "8" },
      fill: { type: "boolean", default: false },
    },
  });
  const sizes = values.items.split(",").map(Number);
  if (sizes.length === 0 || sizes.some((size) => !(size >= 1000))) {
    throw new ReadableError("--items takes numbers from 1000 upwards, with commas between them.");
  }
  if (values.fill && !values.data)
    throw new ReadableError("--fill takes --data too: the folder that keeps what is filled.");
  const sites = [];
  for (const size of sizes) sites.push(await openNewsroomSite(size, READERS, values.data));
  if (values.fill) return 0;
  printHeads(sizes);
  const parts = values.only.split(" ");
  let [asked, failed, grown] = [0, 0, 0];
  for (const reader of READERS) {
    for (const path of ASKED[reader].filter((one) => parts.some((part) => one.includes(part)))) {
      const loads: RequestLoad[] = [];
      // One size right after the other, so that what else the machine does weighs on both.
      for (const { load, cookies } of sites)
        loads.push(await load.measure(path, cookies[reader], Number(values.times)));
      const { isFailed, isGrown } = printLoads(`${reader.padEnd(8)}${path}`, loads);
      asked += 1;
      failed += Number(isFailed);
      grown += Number(isGrown);
    }
  }
  for (const { load } of sites) load.close();
  console.log(`\n${asked} asked for; ${failed} failed, ${grown} cost more than ${MOST_GROWTH} times as much.`);
  return failed > 0 ? 1 : 0;
});

function printHeads(sizes: readonly number[]): void {
  const heads = sizes.map((size) => `${size}: status, kB, ms site + database, statements`.padStart(46));
  console.log(`\n${"".padEnd(76)}${heads.join("")}   growth`);
}

function printLoads(name: string, loads: readonly RequestLoad[]) {
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
  const isFailed = loads.some(({ status }) => status !== 200);
  const isGrown = ratio > MOST_GROWTH;
  const marks = `${isFailed ? "  FAILED" : ""}${isGrown ? `  over ${MOST_GROWTH} x` : ""}`;
  console.log(`${name.slice(0, 75).padEnd(76)}${cells.join("")}${ratio.toFixed(2).padStart(7)} x${marks}`);
  return { isFailed, isGrown };
}
