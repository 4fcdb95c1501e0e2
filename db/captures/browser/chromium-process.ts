import { type ChildProcess, spawn } from "node:child_process";
import { chown, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { DevTools } from "./devtools";

/** A Chromium that runs, with a profile of its own that is gone when it is. */
export type RunningChromium = {
  readonly devTools: DevTools;
  /** What it said last when it did not start. */
  readonly said: () => string;
  readonly close: () => Promise<void>;
};
type Options = {
  readonly program: string;
  readonly proxyPort: number;
  readonly userAgent: string;
  readonly isSandboxed: boolean;
};

const PROFILE = "wederhoor-browser-";
/** Milliseconds after which a profile is one that a process left which was killed. */
const LEFT_BEHIND = 3_600_000;
/** Of Linux: who owns nothing. */
const NOBODY = 65_534;
/** Behind whatever answers people. */
const PRIORITY = 10;
const KEPT_OUTPUT = 4000;

/** Nothing is asked but through the proxy: no name is resolved, no address of this machine is an exception, and UDP goes nowhere. */
const flagsOf = ({ proxyPort, userAgent, isSandboxed }: Options, profile: string) => [
  "--headless",
  "--remote-debugging-pipe",
  `--user-data-dir=${profile}`,
  `--proxy-server=http://127.0.0.1:${proxyPort}`,
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-quic",
  "--incognito",
  `--user-agent=${userAgent}`,
  "--lang=en-GB",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-domain-reliability",
  "--disable-extensions",
  // Frames of other origins are looked into for their questions for consent; there is nothing of anybody's to keep apart.
  "--disable-features=HttpsUpgrades,IsolateOrigins,site-per-process,MediaRouter,OptimizationHints,Translate",
  "--disable-site-isolation-trials",
  "--disable-gpu",
  "--disable-notifications",
  "--disable-sync",
  "--block-new-web-contents",
  "--hide-scrollbars",
  "--mute-audio",
  "--no-default-browser-check",
  "--no-first-run",
  "--no-pings",
  ...(isSandboxed ? [] : ["--no-sandbox"]),
  "about:blank",
];

/** Starts one: it ends when `close` is called, and with this process, whose pipes close then. */
export async function startChromium(options: Options): Promise<RunningChromium> {
  await removeLeftBehind();
  const profile = await mkdtemp(join(tmpdir(), PROFILE));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(profile, NOBODY, NOBODY);
  const child = spawn(options.program, flagsOf(options, profile), {
    cwd: profile,
    // Nothing of what this process knows: no address of a database, no key.
    env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: profile, TMPDIR: profile, LANG: "C.UTF-8" },
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    detached: true,
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-KEPT_OUTPUT);
  });
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve()).once("error", () => resolve());
  });
  const [, , , input, output] = child.stdio;
  const devTools = new DevTools(input as Writable, output as Readable);
  void ended.then(() => devTools.end());
  lowerPriority(child);
  const close = async () => {
    killGroup(child);
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return { devTools, said: () => said, close };
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid) setPriority(pid, PRIORITY);
  } catch {
    // It ended already.
  }
}

/** With all that it started. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch {
    // It ended already.
  }
}

/** Profiles of processes that were killed before they could remove theirs. */
async function removeLeftBehind(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PROFILE));
  for (const name of names) {
    const path = join(tmpdir(), name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < Date.now() - LEFT_BEHIND) await rm(path, { recursive: true, force: true });
  }
}
