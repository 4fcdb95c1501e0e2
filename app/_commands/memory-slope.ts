import { Agent } from "node:http";
import net from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { ROOT } from "./children";
import { slope } from "./distributions";
import { answerOf } from "./page-measures";

const HEAP_MB = 300;
const STEP = 1000;
/** Steps that come first and are not counted: until then code is compiled, and first answers are kept. */
const WARM_UP = 2;
/** MiB for each 1,000 views. */
const MOST_GROWTH = 1;
const READERS = 4;
const PAGES = [
  ...["/", "/stations", "/stations/nl-amsterdam", "/stations/it-prato", "/evidence", "/evidence/src-001"],
  ...["/claims", "/claims/clm-it-02", "/responses", "/replies", "/countries/it", "/timeline", "/summary", "/queue"],
];

const socketIn = (dataDir: string) => join(dataDir, "heap.sock");

/** The module that a measured server loads first, and what that is told: a small heap, and where to say what lives in it. */
export const HEAP_METER = "live-heap.mjs";
export const smallHeap = (dataDir: string): Record<string, string> => ({
  NODE_OPTIONS: `--max-old-space-size=${HEAP_MB} --import ${join(ROOT, "app/_commands", HEAP_METER)}`,
  WEDERHOOR_HEAP_SOCKET: socketIn(dataDir),
});

type Measured = { readonly base: string; readonly dataDir: string; readonly cookie: string };

/** Prints the live heap after each thousand of page views, and its slope. @returns whether it grows no more than it may */
export async function measureSlope({ base, dataDir, cookie }: Measured, views: number): Promise<boolean> {
  const socket = socketIn(dataDir);
  console.log(`\nLive heap in MiB after so many page views, of at most ${HEAP_MB} MB; below 1 the server warms up\n`);
  console.log(heapRow(-WARM_UP * STEP, await readHeap(socket)));
  const points: [number, number][] = [];
  for (let step = 1 - WARM_UP; step <= Math.floor(views / STEP); step++) {
    await viewPages({ base, cookie, pages: PAGES, views: STEP, readers: READERS });
    const heap = await readHeap(socket);
    if (step >= 0) points.push([step, heap]);
    console.log(heapRow(step * STEP, heap));
  }
  const growth = slope(points);
  console.log(`\n${growth.toFixed(2)} MiB more for each ${STEP} views (${MOST_GROWTH} at most)`);
  return growth <= MOST_GROWTH;
}

type Views = { base: string; cookie: string; pages: readonly string[]; views: number; readers: number };

/** So many views, each of the next page, by a few readers of one account at a time. */
export async function viewPages({ base, cookie, pages, views, readers }: Views): Promise<void> {
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

export function heapRow(views: number, heap: number): string {
  return `${String(views).padStart(8)}${heap.toFixed(1).padStart(10)}`;
}
