import { Agent, request } from "node:http";
import type { Browser } from "@playwright/test";
import type { signInAs } from "./site-to-visit";

const WARM_UP = 5;
const ALONE = 30;
const TOGETHER = 120;
const CONNECTIONS = 10;
/** How many questions are asked one after another, and how many at the same time on how many connections. */
export const QUESTIONS = { alone: ALONE, together: TOGETHER, connections: CONNECTIONS } as const;

type Answer = { readonly milliseconds: number; readonly bytes: number };
export type PageFigures = {
  readonly alone: number[];
  readonly together: number[];
  readonly perSecond: number;
  readonly bytes: number;
};

/**
 * @param questions how many are asked at the same time, after those asked alone; 0: none
 * @throws Error when the page does not answer 200
 */
export async function measurePage(url: string, cookie: string, questions = TOGETHER): Promise<PageFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = () => answerOf(url, cookie, agent);
  for (let n = 0; n < WARM_UP; n++) await ask();
  const alone: Answer[] = [];
  for (let n = 0; n < ALONE; n++) alone.push(await ask());
  const together: Answer[] = [];
  const started = performance.now();
  const connection = async () => {
    for (let n = 0; n < questions / CONNECTIONS; n++) together.push(await ask());
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return {
    alone: alone.map(({ milliseconds }) => milliseconds),
    together: together.map(({ milliseconds }) => milliseconds),
    perSecond: questions / seconds,
    bytes: alone[0]?.bytes ?? 0,
  };
}

/**
 * Counts the body as it travels: compressed, not unpacked.
 * @throws Error when the page does not answer 200
 */
export function answerOf(url: string, cookie: string, agent: Agent): Promise<Answer> {
  return new Promise((answered, failed) => {
    const started = performance.now();
    const headers = {
      cookie,
      "accept-encoding": "gzip",
      accept: url.includes("/api/") ? "application/json" : "text/html",
    };
    const asked = request(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => {
        if (response.statusCode !== 200) failed(new Error(`${url} answered ${response.statusCode}.`));
        else answered({ milliseconds: performance.now() - started, bytes });
      });
    });
    asked.once("error", failed).end();
  });
}

/** What a first visit loads of script, as it travels, in a browser without a cache. */
export async function weighScripts(
  browser: Browser,
  url: string,
  cookies: Awaited<ReturnType<typeof signInAs>>,
): Promise<number> {
  const context = await browser.newContext();
  await context.addCookies(cookies);
  const page = await context.newPage();
  const weights: Promise<number>[] = [];
  page.on("requestfinished", (asked) => {
    if (asked.resourceType() === "script") weights.push(asked.sizes().then((sizes) => sizes.responseBodySize));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const sum = (await Promise.all(weights)).reduce((total, weight) => total + weight, 0);
  await context.close();
  return sum;
}
