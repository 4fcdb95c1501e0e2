import { type BrowserFailure, type BrowserPart, mayPass } from "@/lib/records/capture";
import { beginOpening, completeOpening, noteOpeningFailure } from "../access/captures/browser-results";
import { allowedHosts, browserSetting, mayFetch } from "../fetching/fetch-settings";
import { BrowserRefused, captureInBrowser } from "./browser/capture-in-browser";
import { chromiumVersion } from "./browser/find-chromium";
import { keepParts, PROGRAMS, stemOf } from "./preserve-page";

/** What is said of each file after the page and its moment. */
const NAMES: Readonly<Record<BrowserPart, string>> = {
  first_screen: " first screen.png",
  after_consent: " after consent.png",
  full_page: ".png",
  printed: ".pdf",
  dom: ".html",
};

/**
 * One attempt at opening a captured page in a browser. What can't be helped ends it; what may pass is thrown, for the queue to try again.
 * @param path of Chromium; @param isLast there is no later
 */
export async function openInBrowser(id: string, path: string | undefined, isLast: boolean): Promise<void> {
  const opening = await beginOpening(id);
  if (!opening) return;
  try {
    await openPage(id, opening.url, path);
  } catch (error) {
    const failure: BrowserFailure = error instanceof BrowserRefused ? error.reason : "program";
    const isOver = isLast || !mayPass(failure);
    await noteOpeningFailure(id, failure, isOver);
    if (!isOver || failure === "program") throw error;
  }
}

async function openPage(id: string, url: string, path: string | undefined): Promise<void> {
  if (!mayFetch() || browserSetting() === "off") throw new BrowserRefused("off");
  const version = path && (await chromiumVersion(path));
  if (!version) throw new BrowserRefused("program", "there is no Chromium any more");
  const program = { path, version, isSandboxed: browserSetting() !== "unsandboxed" };
  const at = new Date();
  const { parts, summary } = await captureInBrowser(url, program, { allowed: allowedHosts() });
  const stem = stemOf(summary.landed, at);
  const files = await keepParts(parts.map(({ part, bytes }) => ({ part, bytes, name: `${stem}${NAMES[part]}` })));
  const { Wederhoor = "", "Node.js": node = "" } = PROGRAMS as Readonly<Record<string, string>>;
  await completeOpening(id, { ...summary, programs: { Wederhoor, "Node.js": node, Chromium: version } }, files);
}
