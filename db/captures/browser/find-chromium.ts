import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** Debian's shell of Chromium has no window and no extensions: the same pages take it two thirds of the time. */
export const CHROMIUM_SHELL = "chromium-headless-shell";
const NAMES = [CHROMIUM_SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
/** Milliseconds. */
const PATIENCE = 20_000;

/** The machine's own; nothing when there is none that starts. */
export async function machinesChromium(): Promise<string | undefined> {
  for (const path of [...NAMES.map(onPath), ...MAC]) if (path && (await chromiumVersion(path))) return path;
  return undefined;
}

/**
 * The version of the Chromium of a path; null when nothing starts there: some systems have a program of this name that only says how to
 * install it.
 */
export async function chromiumVersion(path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  const said = await promisify(execFile)(path, ["--version"], { timeout: PATIENCE }).catch(() => null);
  return /\d+(?:\.\d+)+/.exec(said?.stdout ?? "")?.[0] ?? null;
}

/** Where a program of this name is. */
export function onPath(name: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
