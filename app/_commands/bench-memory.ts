import { Agent } from "node:http";
import net from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { runCommand } from "@/db/commands/lifetime";
import { ReadableError } from "@/db/readable-error";
import { ROOT } from "./children";
import { slope } from "./distributions";
import { openNewsroomSite } from "./newsroom-site";
import { PAGES_READ } from "./operations";
import { answerOf } from "./page-measures";
import { openSecondSite } from "./second-site";
import { openBrowser, type Site, signInAs } from "./site-to-visit";

const HEAP_MB = 300;
const STEP = 1000;
/** Steps that come first and are not counted: until then code is compiled, and first answers are kept. */
const WARM_UP = 2;
/** MiB for each 1,000 views. */
const MOST_GROWTH = 1;
const READERS = 4;
/** The same of the ordinary server, over a dossier of many items: views of a round, and how much its memory may be. */
const ROUND = 2000;
const ROUNDS = 3;
const MANY_READERS = 16;
const MOST_MEMORY_MB = 400;
const MOST_ROUND_GROWTH = 1.1;
const PAGES = [
  ...["/", "/stations", "/stations/nl-amsterdam", "/stations/it-prato", "/evidence", "/evidence/src-001"],
  ...["/claims", "/claims/clm-it-02", "/responses", "/replies", "/countries/it", "/timeline", "/summary", "/queue"],
];

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      views: { type: "string", default: "10000" },
      items: { type: "string" },
      data: { type: "string" },
    },
  });
  if (values.items) return measureRounds(Number(values.items), values.data);
  const steps = Math.floor(Number(values.views) / STEP);
  if (!(steps >= 2))
    throw new ReadableError(`--views must be ${2 * STEP} or more: growth is seen between two steps.`);
  const { site, socket } = await openSmallSite();
  const browser = await openBrowser();
  const cookies = await signInAs(browser, site, "editor");
  await browser.close();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  console.log(`\nLive heap in MiB after so many page views, of at most ${HEAP_MB} MB; below 1 the server warms up\n`);
  console.log(row(-WARM_UP * STEP, await readHeap(socket)));
  const points: [number, number][] = [];
  for (let step = 1 - WARM_UP; step <= steps; step++) {
    await viewPages({ base: site.base, cookie, pages: PAGES, views: STEP, readers: READERS });
    const heap = await readHeap(socket);
    if (step >= 0) points.push([step, heap]);
    console.log(row(step * STEP, heap));
  }
  const growth = slope(points);
  console.log(`\n${growth.toFixed(2)} MiB more for each ${STEP} views (${MOST_GROWTH} at most)`);
  return growth <= MOST_GROWTH ? 0 : 1;
});

/** A production server with a small heap. */
async function openSmallSite(): Promise<{ site: Site; socket: string }> {
  const site = await openSecondSite("live-heap.mjs", (dataDir) => ({
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB} --import ${join(ROOT, "app/_commands/live-heap.mjs")}`,
    WEDERHOOR_HEAP_SOCKET: join(dataDir, "heap.sock"),
  }));
  return { site, socket: join(site.dataDir, "heap.sock") };
}

/** What the ordinary server takes of the machine while many read every page of a large dossier. @returns 1 when too much */
async function measureRounds(items: number, kept: string | undefined): Promise<number> {
  const { base, load, cookies } = await openNewsroomSite(items, ["editor"], kept);
  const views = { base, cookie: cookies.editor, pages: PAGES_READ, views: ROUND, readers: MANY_READERS };
  console.log(`\nMemory of the server in MB after each ${ROUND} page views by ${MANY_READERS} readers at once\n`);
  const found: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    await viewPages(views);
    const memory = (await load.readMemory()) / 1e6;
    found.push(memory);
    console.log(row(round, memory));
  }
  load.close();
  const [first = 0, last = 0] = [found[0], found.at(-1)];
  console.log(`\n${MOST_MEMORY_MB} MB at most; the last round has ${(last / first).toFixed(2)} times the first.`);
  return Math.max(...found) <= MOST_MEMORY_MB && last <= first * MOST_ROUND_GROWTH ? 0 : 1;
}

type Views = { base: string; cookie: string; pages: readonly string[]; views: number; readers: number };

/** So many views, each of the next page, by a few readers of one account at a time. */
async function viewPages({ base, cookie, pages, views, readers }: Views): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  let next = 0;
  const reader = async () => {
    while (next < views) {
      const path = pages[next++ % pages.length];
      const { status } = await answerOf(base + path, cookie, agent);
      if (status !== 200) throw new Error(`${path} answered ${status}.`);
    }
  };
  try {
    await Promise.all(Array.from({ length: readers }, reader));
  } finally {
    agent.destroy();
  }
}

/** What lives after a forced collection, in MiB. */
async function readHeap(socket: string): Promise<number> {
  return Number(await text(net.connect(socket))) / 2 ** 20;
}

function row(views: number, heap: number): string {
  return `${String(views).padStart(8)}${heap.toFixed(1).padStart(10)}`;
}
