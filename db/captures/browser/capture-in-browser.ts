import type { BrowserFailure, BrowserPart, BrowserSummary } from "@/lib/records/capture";
import type { GuardOptions } from "../../fetching/guarded-connection";
import { GuardedProxy } from "../../fetching/guarded-proxy";
import { BrowserPage } from "./browser-page";
import { type RunningChromium, startChromium } from "./chromium-process";
import { DevToolsError } from "./devtools";

/** Why a page was not opened. */
export class BrowserRefused extends Error {
  override name = "BrowserRefused";
  constructor(
    readonly reason: BrowserFailure,
    detail?: string,
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}

export type BrowserProgram = { readonly path: string; readonly version: string; readonly isSandboxed: boolean };
type BrowserCapture = {
  readonly parts: readonly { readonly part: BrowserPart; readonly bytes: Buffer }[];
  readonly summary: Omit<BrowserSummary, "programs">;
};

/** Milliseconds that all of it may take; bytes that go through, and that one file may have; connections; refused hosts that are told. */
const BOUNDS = { longest: 90_000, largest: 96 * 2 ** 20, largestPart: 48 * 2 ** 20, connections: 400, refused: 20 };

/**
 * Opens a page in a Chromium that is started for it, and ends with it: pictures before and after its question for consent, all of it as
 * a picture and as PDF, and its DOM. Everything that the page asks for goes through a proxy which asks for nothing else than captures do.
 * @throws BrowserRefused
 */
export async function captureInBrowser(
  url: string,
  program: BrowserProgram,
  guard: GuardOptions,
  bounds: Partial<typeof BOUNDS> = {},
): Promise<BrowserCapture> {
  const { longest, largest, connections } = { ...BOUNDS, ...bounds };
  const proxy = new GuardedProxy({ ...guard, largest, mostConnections: connections });
  const proxyPort = await proxy.listen();
  const { path, version, isSandboxed } = program;
  const chromium = await startChromium({
    ...{ program: path, proxyPort, isSandboxed },
    userAgent: userAgentOf(version),
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void chromium.close();
  }, longest);
  try {
    return await drawPage(url, chromium, proxy);
  } catch (error) {
    if (isLate) throw new BrowserRefused("time");
    if (!(error instanceof DevToolsError)) throw error;
    throw new BrowserRefused(/sandbox/i.test(chromium.said()) ? "sandbox" : "program", error.message);
  } finally {
    clearTimeout(timer);
    await chromium.close();
    await proxy.close();
  }
}

/** As a browser of its version, and as what it is here. */
const userAgentOf = (version: string) =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version.split(".")[0]}.0.0.0 Safari/537.36 Wederhoor/0.1`;

async function drawPage(url: string, { devTools }: RunningChromium, proxy: GuardedProxy): Promise<BrowserCapture> {
  const page = await BrowserPage.open(devTools, proxy);
  const problem = await page.navigate(url);
  if (problem) throw refusalOf(problem, proxy);
  const first = await page.screen();
  const consent = await page.pressConsent();
  const after = consent && (await page.screen());
  const { bytes, isCut } = await page.whole();
  // A page of one screen is one picture.
  const whole = bytes.equals(after ?? first) ? null : bytes;
  const dom = await page.dom();
  const printed = await page.printed();
  const made = { first_screen: first, after_consent: after, full_page: whole, printed, dom };
  const parts = Object.entries(made).flatMap(([part, bytes]) =>
    bytes && bytes.length <= BOUNDS.largestPart ? { part: part as BrowserPart, bytes } : [],
  );
  const { landed, status } = await page.whereabouts();
  const { traffic } = proxy;
  const refused = [...traffic.refused].slice(0, BOUNDS.refused).map(([host, why]) => ({ host, why }));
  const amounts = { connections: traffic.connections, bytes: traffic.bytes };
  const answered = [...(traffic.addresses.get(new URL(landed).hostname) ?? [])];
  const isLess = isCut || traffic.isCut || parts.length < Object.values(made).filter(Boolean).length;
  const { heldBack } = page;
  const summary = { landed, status, addresses: answered, consent, ...amounts, refused, heldBack, isCut: isLess };
  return { parts, summary };
}

/** Why the page itself did not come: the proxy knows better than the browser, which was given no answer. */
function refusalOf(problem: string, { traffic }: GuardedProxy): BrowserRefused {
  const [refused] = [...traffic.refused.values()];
  if (refused) return new BrowserRefused(refused, problem);
  if (/CERT|SSL/.test(problem)) return new BrowserRefused("certificate", problem);
  if (/TOO_MANY_REDIRECTS/.test(problem)) return new BrowserRefused("redirects", problem);
  if (/TIMED_OUT/.test(problem)) return new BrowserRefused("time", problem);
  return new BrowserRefused(traffic.isCut ? "size" : "connection", problem);
}
