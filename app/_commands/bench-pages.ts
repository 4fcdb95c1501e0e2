import { runCommand } from "@/db/commands/lifetime";
import { quantile } from "./distributions";
import { measurePage, type PageFigures, QUESTIONS, weighScripts } from "./page-measures";
import { openBrowser, openSite, signInAs } from "./site-to-visit";

/** The search before a question: the shell and its reader, and no record. What the server itself takes. */
const EMPTY = "/search";
const PAGES = ["/", "/stations", "/stations/nl-amsterdam", "/evidence", "/claims", "/timeline"];
const LISTS = ["stations", "evidence", "claims", "responses", "organizations", "events", "summary"].map(
  (noun) => `/api/v1/${noun}`,
);
await runCommand(async () => {
  const site = await openSite();
  const browser = await openBrowser();
  const cookies = await signInAs(browser, site, "editor");
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const empty = await measurePage(site.base + EMPTY, cookie);
  const columns = [
    "",
    "median",
    "p95",
    "× empty",
    `median of ${QUESTIONS.connections}`,
    "p95",
    "requests/s",
    "kB gzip",
    "script kB",
  ];
  console.log(
    `\nMilliseconds to the last byte, n = ${QUESTIONS.alone} one after another, ${QUESTIONS.together} on ${QUESTIONS.connections} connections\n`,
  );
  console.log(row(columns));
  for (const path of [EMPTY, ...PAGES, ...LISTS]) {
    const figures = path === EMPTY ? empty : await measurePage(site.base + path, cookie);
    const script = path.startsWith("/api/") ? "" : kilobytes(await weighScripts(browser, site.base + path, cookies));
    console.log(row([path === EMPTY ? "(empty page)" : path, ...cells(figures, empty), script]));
  }
  return 0;
});

function cells({ alone, together, perSecond, bytes }: PageFigures, empty: PageFigures): string[] {
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
