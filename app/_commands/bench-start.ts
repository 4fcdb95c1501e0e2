import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { onExit, runCommand } from "@/db/commands/lifetime";
import { ReadableError } from "@/db/readable-error";
import { startOwnSite } from "@/db/testing/own-site";
import { ROOT, stopChild } from "./children";
import { openBrowser, readPasswords, signInAs } from "./site-to-visit";

/** Asked for one after the other of a site that has just started, each twice: the first of all is what somebody waits for. */
const PAGES = ["/", "/", "/stations", "/stations"] as const;

/** How long `npm start` takes over a full database until it is ready, and its first pages after that, as an editor. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      items: { type: "string", default: "100000" },
      times: { type: "string", default: "3" },
    },
  });
  if (!values.data) throw new ReadableError("--data takes the folder that bench:pages keeps its databases in.");
  const folder = join(resolve(values.data), values.items);
  const cookie = await signInOnce(folder);
  console.log(`\n${"".padEnd(10)}${["ready", ...PAGES].map((head) => head.padStart(12)).join("")}   ms by the clock`);
  for (let turn = 1; turn <= Number(values.times); turn += 1) {
    const took = await startAndAsk(folder, cookie);
    console.log(`start ${turn}`.padEnd(10) + took.map((ms) => ms.toFixed(0).padStart(12)).join(""));
  }
  return 0;
});

async function signInOnce(folder: string): Promise<string> {
  const { base, stop } = await start(folder);
  const browser = await openBrowser();
  const cookies = await signInAs(browser, { base, passwords: await readPasswords(folder) }, "editor");
  await browser.close();
  await stop();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** @returns milliseconds until it was ready, then of each page */
async function startAndAsk(folder: string, cookie: string): Promise<number[]> {
  const began = performance.now();
  const { base, stop } = await start(folder);
  const took = [performance.now() - began];
  for (const page of PAGES) {
    const asked = performance.now();
    const answer = await fetch(`${base}${page}`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new ReadableError(`${page} was answered ${answer.status}.`);
    took.push(performance.now() - asked);
  }
  await stop();
  return took;
}

async function start(folder: string) {
  const { base, child } = await startOwnSite({ folder, root: ROOT }, (started) =>
    onExit(() => stopChild(started, 20_000)),
  );
  return { base, stop: () => stopChild(child, 20_000) };
}
