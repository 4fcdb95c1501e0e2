import { parseArgs } from "node:util";
import { runCommand } from "@/db/commands/lifetime";
import { ReadableError } from "@/db/readable-error";
import { HEAP_METER, heapRow, measureSlope, smallHeap, viewPages } from "./memory-slope";
import { openNewsroomSite } from "./newsroom-site";
import { PAGES_READ } from "./operations";
import { openSecondSite } from "./second-site";
import { openBrowser, signInAs } from "./site-to-visit";

const LEAST_VIEWS = 2000;
/** Of the ordinary server, over a dossier of many items: views of a round, and how much its memory may be. */
const ROUND = 2000;
const ROUNDS = 3;
const MANY_READERS = 16;
const MOST_MEMORY_MB = 400;
const MOST_ROUND_GROWTH = 1.1;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      views: { type: "string", default: "10000" },
      items: { type: "string" },
      data: { type: "string" },
    },
  });
  if (values.items) return measureRounds(Number(values.items), values.data);
  const views = Number(values.views);
  if (!(views >= LEAST_VIEWS))
    throw new ReadableError(`--views must be ${LEAST_VIEWS} or more: growth is seen between two steps.`);
  const site = await openSecondSite(HEAP_METER, smallHeap);
  const browser = await openBrowser();
  const cookies = await signInAs(browser, site, "editor");
  await browser.close();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return (await measureSlope({ ...site, cookie }, views)) ? 0 : 1;
});

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
    console.log(heapRow(round, memory));
  }
  load.close();
  const [first = 0, last = 0] = [found[0], found.at(-1)];
  console.log(`\n${MOST_MEMORY_MB} MB at most; the last round has ${(last / first).toFixed(2)} times the first.`);
  return Math.max(...found) <= MOST_MEMORY_MB && last <= first * MOST_ROUND_GROWTH ? 0 : 1;
}
