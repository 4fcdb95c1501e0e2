import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { closeDatabase } from "@/db/client";
import { onExit, runCommand } from "@/db/commands/lifetime";
import { reachDatabase } from "@/db/commands/reach-database";
import { makeTimelineRows } from "@/db/testing/timeline-rows";
import { quantile } from "./distributions";
import { openBrowser, openSite, signInAs } from "./site-to-visit";

const ENTRIES = 10_000;
const SECONDS = 6;
const BUDGET = 16;

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
};

/** What the main thread spends on script: the outermost of these, as Chromium's own profiler counts it. */
const SCRIPT = new Set([
  "FunctionCall",
  "EvaluateScript",
  "TimerFire",
  "FireAnimationFrame",
  "EventDispatch",
  "RunMicrotasks",
]);

/** Zooms and pans through ten thousand entries in a real browser, and prints what each frame took. */
await runCommand(async () => {
  const site = await openSite();
  if (!site.dataDir) throw new Error("This measurement writes ten thousand rows: it wants a server of its own.");
  process.env.DATA_DIR = site.dataDir;
  process.env.DATABASE_URL = "";
  await reachDatabase();
  onExit(() => closeDatabase());
  await makeTimelineRows("editor@demo.example", ENTRIES);
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: "en-GB" });
  await context.addCookies(await signInAs(browser, site, "editor"));
  const page = await context.newPage();
  const answer = page.waitForResponse((response) => response.url().includes("/api/v1/timeline"));
  await page.goto(`${site.base}/timeline`);
  const dataAnswer = await answer;
  const { responseBodySize } = await dataAnswer.request().sizes();
  const stage = page.getByRole("application");
  await stage.waitFor();
  const { total } = (await dataAnswer.json()) as { total: number };
  const unpacked = (await dataAnswer.body()).length;
  console.log(
    `${total} entries; ${kilobytes(responseBodySize)} kB as they travel, ${kilobytes(unpacked)} kB unpacked`,
  );
  await page.evaluate(() => document.fonts.ready);

  let worst = 0;
  console.log("\nScripting per frame, milliseconds        median       p95   longest    frames  frames/s");
  for (const [name, act] of [
    ["zooming by wheel", zoom],
    ["panning by dragging", pan],
    ["both, lanes by country", both],
  ] as const) {
    if (name.includes("country")) {
      await page.goto(`${site.base}/timeline?lanes=country`);
      await stage.waitFor();
    }
    // The page has followed what went before, and stands where it stays.
    await pause(2500);
    const { frames, perSecond } = await measure(browser, page, act);
    const [median, p95] = [quantile(frames, 0.5), quantile(frames, 0.95)];
    worst = Math.max(worst, median);
    const cells = [median, p95, Math.max(...frames)].map((value) => value.toFixed(2).padStart(10));
    console.log(
      name.padEnd(38) + cells.join("") + String(frames.length).padStart(10) + perSecond.toFixed(0).padStart(10),
    );
  }
  console.log(`\nThe median is ${worst < BUDGET ? "under" : "OVER"} ${BUDGET} ms.`);
  return worst < BUDGET ? 0 : 1;
});

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

async function middleOf(page: Page) {
  const box = await page.getByRole("application").boundingBox();
  if (!box) throw new Error("There is no stage.");
  return { x: box.x + box.width / 2, y: box.y + 16, width: box.width };
}

async function zoom(page: Page, until: number): Promise<void> {
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  for (let n = 0; Date.now() < until; n += 1) await page.mouse.wheel(0, n % 160 < 80 ? -60 : 60);
}

async function pan(page: Page, until: number): Promise<void> {
  const { x, y, width } = await middleOf(page);
  await page.mouse.move(x, y);
  for (let n = 0; n < 12; n += 1) await page.mouse.wheel(0, -100);
  await page.mouse.down();
  for (let n = 0; Date.now() < until; n += 1) await page.mouse.move(x + Math.sin(n / 20) * width * 0.4, y);
  await page.mouse.up();
}

async function both(page: Page, until: number): Promise<void> {
  await zoom(page, Date.now() + (until - Date.now()) / 2);
  await pan(page, until);
}

/** The script of each frame in which there was any, by the browser's own trace. */
async function measure(
  browser: Browser,
  page: Page,
  act: typeof zoom,
): Promise<{ frames: number[]; perSecond: number }> {
  await browser.startTracing(page, {
    categories: ["devtools.timeline", "disabled-by-default-devtools.timeline.frame"],
  });
  await act(page, Date.now() + SECONDS * 1000);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const drawing = trace.traceEvents.filter(({ name }) => name === "FireAnimationFrame");
  const main = drawing[0];
  if (!main) throw new Error("The browser drew no frame.");
  const script = trace.traceEvents
    .filter(({ name, ph, pid, tid }) => SCRIPT.has(name) && ph === "X" && pid === main.pid && tid === main.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const ends = drawing.filter(({ pid }) => pid === main.pid).map(({ ts, dur = 0 }) => ts + dur);
  const frames = ends.map(() => 0);
  let [until, index] = [0, 0];
  for (const { ts, dur = 0 } of script) {
    if (ts < until) continue;
    until = ts + dur;
    while (index < ends.length - 1 && (ends[index] ?? 0) < ts) index += 1;
    frames[index] = (frames[index] ?? 0) + dur / 1000;
  }
  const [first = 0, last = 0] = [ends[0], ends.at(-1)];
  return { frames, perSecond: (ends.length - 1) / ((last - first) / 1_000_000) };
}
