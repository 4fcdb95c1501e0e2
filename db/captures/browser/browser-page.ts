import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ConsentChoice } from "@/lib/records/capture";
import type { GuardedProxy } from "../../fetching/guarded-proxy";
import { PRESS_CONSENT } from "./consent";
import { type DevTools, DevToolsError } from "./devtools";

/** Pixels. What is taller than the tallest is cut: WebP, as which a picture is shown, has no longer side. */
const SCREEN = { width: 1280, height: 900, tallest: 16_000, widest: 2560 };
const PAPER = { width: 8.27, height: 11.69, mostPages: 100 };
/** Milliseconds: until a page has loaded, has settled after that, and after something was pressed. */
const WAITS = { load: 30_000, settle: 4000, pressed: 1500, scroll: 120 };
const WORLD = "wederhoor";
/** What a page is asked with; whatever else there is may submit something. */
const READING = /^(?:GET|HEAD|OPTIONS)$/;

/** Sockets send and are no request: documents and workers are told to have none, beside what their server tells them. */
const NO_SOCKETS = { name: "Content-Security-Policy", value: "connect-src http: https: data: blob:" };
const MAY_OPEN_SOCKETS = ["Document", "Script", "Other"];
type Paused = {
  readonly requestId: string;
  readonly request: { readonly method: string };
  readonly resourceType: string;
  readonly responseStatusCode?: number;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
};

type Pressed = { readonly choice: ConsentChoice; readonly label: string };
type FrameTree = {
  readonly frame: { readonly id: string; readonly loaderId: string; readonly url: string };
  readonly childFrames?: readonly FrameTree[];
};

/** A page of a browser that was opened for it, as one asks things of it. */
export class BrowserPage {
  private mainFrame = "";
  /** What is left behind: its events come late. */
  private past = "";
  private status: number | null = null;
  /** Requests that would have sent something. */
  heldBack = 0;
  private isLoaded = false;
  private isQuiet = false;

  private constructor(
    private readonly devTools: DevTools,
    private readonly session: string,
    private readonly script: string,
  ) {}

  /** The first page of a browser, which knows the proxy's password from here on. */
  static async open(devTools: DevTools, proxy: GuardedProxy): Promise<BrowserPage> {
    const script = await readFile(join(process.cwd(), "db/captures/browser/in-page.js"), "utf8");
    await devTools.send("Browser.setDownloadBehavior", { behavior: "deny" });
    const { targetId } = await devTools.send<{ targetId: string }>("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await devTools.send<{ sessionId: string }>("Target.attachToTarget", {
      targetId,
      flatten: true,
    });
    const page = new BrowserPage(devTools, sessionId, script);
    await page.prepare();
    await page.giveProxyPassword(proxy);
    await page.holdBackSending();
    return page;
  }

  private send<Result>(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<Result> {
    return this.devTools.send<Result>(method, params, this.session);
  }

  private async prepare(): Promise<void> {
    const { width, height } = SCREEN;
    this.devTools.on("Page.javascriptDialogOpening", () => {
      void this.send("Page.handleJavaScriptDialog", { accept: false }).catch(() => undefined);
    });
    this.devTools.on("Page.lifecycleEvent", ({ name, frameId, loaderId }) => {
      if (frameId !== this.mainFrame || loaderId === this.past) return;
      if (name === "load") this.isLoaded = true;
      if (name === "networkIdle") this.isQuiet = true;
    });
    this.devTools.on("Network.responseReceived", ({ type, response, frameId }) => {
      if (type === "Document" && frameId === this.mainFrame) this.status = (response as { status: number }).status;
    });
    await this.send("Page.enable");
    await this.send("Page.setLifecycleEventsEnabled", { enabled: true });
    await this.send("Network.enable", { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
    await this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /** A password that is given once is used for all that goes through the proxy, also for what no page of ours is told of. */
  private async giveProxyPassword({ handshake, user, password }: GuardedProxy): Promise<void> {
    const answer = { response: "ProvideCredentials", username: user, password };
    this.devTools.on("Fetch.authRequired", ({ requestId, authChallenge }, session) => {
      const isProxy = (authChallenge as { source?: string }).source === "Proxy";
      const given = { requestId, authChallengeResponse: isProxy ? answer : { response: "CancelAuth" } };
      void this.devTools.send("Fetch.continueWithAuth", given, session).catch(() => undefined);
    });
    this.answerPaused();
    await this.send("Fetch.enable", { handleAuthRequests: true });
    await this.send("Page.navigate", { url: handshake });
    await this.send("Fetch.disable");
  }

  /** Lets through what only reads: in a tunnel the proxy does not see which that is. */
  private answerPaused(): void {
    this.devTools.on("Fetch.requestPaused", (params, session) => {
      const { requestId, request, resourceType, responseStatusCode, responseHeaders } = params as unknown as Paused;
      const answer = (method: string, more: Readonly<Record<string, unknown>> = {}) =>
        void this.devTools.send(method, { requestId, ...more }, session).catch(() => undefined);
      if (responseStatusCode !== undefined) {
        const headers = [...(responseHeaders ?? []), NO_SOCKETS];
        answer("Fetch.continueResponse", { responseCode: responseStatusCode, responseHeaders: headers });
      } else if (READING.test(request.method)) {
        answer("Fetch.continueRequest", { interceptResponse: MAY_OPEN_SOCKETS.includes(resourceType) });
      } else {
        this.heldBack += 1;
        answer("Fetch.failRequest", { errorReason: "BlockedByClient" });
      }
    });
  }

  /** From here on everything that the browser asks for is asked about first. */
  private async holdBackSending(): Promise<void> {
    // Of the whole browser: frames and workers in processes of their own are none of the page's.
    await this.devTools.send("Fetch.enable", { patterns: [{ urlPattern: "*", requestStage: "Request" }] });
  }

  /** @returns what the browser says went wrong; null when it is there */
  async navigate(url: string): Promise<string | null> {
    const { frame } = await this.frames();
    Object.assign(this, { mainFrame: frame.id, past: frame.loaderId, isLoaded: false, isQuiet: false, status: null });
    const { errorText } = await this.send<{ errorText?: string }>("Page.navigate", { url });
    if (errorText) return errorText;
    await this.until(() => this.isLoaded, WAITS.load);
    await this.until(() => this.isQuiet, WAITS.settle);
    return null;
  }

  private async until(isSo: () => boolean, longest: number): Promise<void> {
    const end = performance.now() + longest;
    while (!isSo() && !this.devTools.isGone && performance.now() < end) await pause(50);
  }

  /** Where it is by now, and with which status that was answered. */
  async whereabouts(): Promise<{ landed: string; status: number | null }> {
    return { landed: (await this.frames()).frame.url, status: this.status };
  }

  async screen(): Promise<Buffer> {
    return this.picture({ captureBeyondViewport: false });
  }

  /** The whole page, as far as a picture goes. */
  async whole(): Promise<{ bytes: Buffer; isCut: boolean }> {
    const steps = await this.run<number>((await this.frames()).frame.id, `scrollThrough(${WAITS.scroll})`);
    if (steps) await pause(WAITS.pressed);
    const { cssContentSize: size } = await this.send<{ cssContentSize: { width: number; height: number } }>(
      "Page.getLayoutMetrics",
    );
    const width = Math.min(Math.max(Math.ceil(size.width), SCREEN.width), SCREEN.widest);
    const height = Math.min(Math.max(Math.ceil(size.height), 1), SCREEN.tallest);
    const clip = { x: 0, y: 0, width, height, scale: 1 };
    const bytes = await this.picture({ captureBeyondViewport: true, clip });
    return { bytes, isCut: size.height > SCREEN.tallest || size.width > SCREEN.widest };
  }

  private async picture(options: Readonly<Record<string, unknown>>): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>("Page.captureScreenshot", { format: "png", ...options });
    return Buffer.from(data, "base64");
  }

  async printed(): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>("Page.printToPDF", {
      printBackground: true,
      paperWidth: PAPER.width,
      paperHeight: PAPER.height,
      pageRanges: `1-${PAPER.mostPages}`,
    });
    return Buffer.from(data, "base64");
  }

  /** The document as it stands now, whatever its scripts make of their own `outerHTML`. */
  async dom(): Promise<Buffer> {
    const { root } = await this.send<{ root: { backendNodeId: number } }>("DOM.getDocument", { depth: 0 });
    const { outerHTML } = await this.send<{ outerHTML: string }>("DOM.getOuterHTML", {
      backendNodeId: root.backendNodeId,
      includeShadowDOM: true,
    });
    return Buffer.from(outerHTML, "utf8");
  }

  /** Answers a question for consent, in whichever frame it is asked. */
  async pressConsent(): Promise<Pressed | null> {
    for (const frameId of framesOf(await this.frames())) {
      const pressed = await this.run<Pressed>(frameId, PRESS_CONSENT);
      if (!pressed) continue;
      await pause(WAITS.pressed);
      return pressed;
    }
    return null;
  }

  private async frames(): Promise<FrameTree> {
    return (await this.send<{ frameTree: FrameTree }>("Page.getFrameTree")).frameTree;
  }

  /** Runs something beside the scripts of a frame. A frame that is gone meanwhile answers nothing. */
  private async run<Result>(frameId: string, expression: string): Promise<Result | null> {
    try {
      const world = { frameId, worldName: WORLD };
      const made = await this.send<{ executionContextId: number }>("Page.createIsolatedWorld", world);
      const contextId = made.executionContextId;
      await this.send("Runtime.evaluate", { contextId, expression: this.script });
      const asked = { contextId, expression, awaitPromise: true, returnByValue: true };
      const { result } = await this.send<{ result: { value?: Result } }>("Runtime.evaluate", asked);
      return result.value ?? null;
    } catch (error) {
      if (error instanceof DevToolsError) return null;
      throw error;
    }
  }
}

const MOST_FRAMES = 30;
const framesOf = (tree: FrameTree): string[] =>
  [tree.frame.id, ...(tree.childFrames ?? []).flatMap(framesOf)].slice(0, MOST_FRAMES);
