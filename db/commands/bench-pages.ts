import { Agent, request } from "node:http";
import type { Browser } from "@playwright/test";
import { quantile } from "./distributions";
import { live } from "./lifetime";
import { openBrowser, openSite, signIn } from "./site-to-visit";

/** The search before a question: the shell and its reader, and no record. What the server itself takes. */
const EMPTY = "/search";
const PAGES = ["/", "/stations", "/stations/nl-amsterdam", "/evidence", "/claims", "/timeline"];
const LISTS = ["stations", "evidence", "claims", "responses", "organizations", "events", "summary"].map(
  (noun) => `/api/v1/${noun}`,
);
const WARM_UP = 5;
const ALONE = 30;
const TOGETHER = 120;
const CONNECTIONS = 10;

type Answer = { readonly milliseconds: number; readonly bytes: number };
type Figures = {
  readonly alone: number[];
  readonly together: number[];
  readonly perSecond: number;
  readonly bytes: number;
};

await live(async () => {
  const site = await openSite();
  const browser = await openBrowser();
  const cookies = await signIn(browser, site, "editor");
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const empty = await measure(site.base + EMPTY, cookie);
  const columns = [
    "",
    "median",
    "p95",
    "× empty",
    `median of ${CONNECTIONS}`,
    "p95",
    "requests/s",
    "kB gzip",
    "script kB",
  ];
  console.log(
    `\nMilliseconds to the last byte, n = ${ALONE} one after another, ${TOGETHER} on ${CONNECTIONS} connections\n`,
  );
  console.log(row(columns));
  for (const path of [EMPTY, ...PAGES, ...LISTS]) {
    const figures = path === EMPTY ? empty : await measure(site.base + path, cookie);
    const script = path.startsWith("/api/") ? "" : kilobytes(await weighScripts(browser, site.base + path, cookies));
    console.log(row([path === EMPTY ? "(empty page)" : path, ...cells(figures, empty), script]));
  }
  return 0;
});

function cells({ alone, together, perSecond, bytes }: Figures, empty: Figures): string[] {
  const median = quantile(alone, 0.5);
  return [
    median.toFixed(1),
    quantile(alone, 0.95).toFixed(1),
    (median / quantile(empty.alone, 0.5)).toFixed(1),
    quantile(together, 0.5).toFixed(1),
    quantile(together, 0.95).toFixed(1),
    perSecond.toFixed(0),
    kilobytes(bytes),
  ];
}

function row([name = "", ...cells]: string[]): string {
  return name.padEnd(24) + cells.map((cell) => cell.padStart(13)).join("");
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

async function measure(url: string, cookie: string): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = () => answerOf(url, cookie, agent);
  for (let n = 0; n < WARM_UP; n++) await ask();
  const alone: Answer[] = [];
  for (let n = 0; n < ALONE; n++) alone.push(await ask());
  const together: Answer[] = [];
  const started = performance.now();
  const connection = async () => {
    for (let n = 0; n < TOGETHER / CONNECTIONS; n++) together.push(await ask());
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return {
    alone: alone.map(({ milliseconds }) => milliseconds),
    together: together.map(({ milliseconds }) => milliseconds),
    perSecond: TOGETHER / seconds,
    bytes: alone[0]?.bytes ?? 0,
  };
}

/** Counts the body as it travels: compressed, not unpacked. */
function answerOf(url: string, cookie: string, agent: Agent): Promise<Answer> {
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
async function weighScripts(
  browser: Browser,
  url: string,
  cookies: Awaited<ReturnType<typeof signIn>>,
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
