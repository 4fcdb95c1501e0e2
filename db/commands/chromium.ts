import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ReadableError } from "../readable-error";
import { program, run } from "./children";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium to test in: the machine's own, else Playwright's, else one that is installed now.
 * @returns the path of its program
 */
export async function findOrInstallChromium(): Promise<string> {
  const found = findChromium() ?? (await playwrightsOwn());
  if (found) return found;
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    console.log("No Chromium here: installing the system's.");
    await run("apt-get", ["update", "-q"]);
    await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  console.log("No Chromium here: downloading Playwright's.");
  await run(process.execPath, [program("@playwright/test", "cli.js"), "install", "chromium"]);
  const downloaded = await playwrightsOwn();
  if (downloaded) return downloaded;
  throw new ReadableError(
    "There is no Chromium here, and none could be installed. Install chromium or google-chrome, or set CHROMIUM_PATH to one.",
  );
}

function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  return NAMES.map(onPath).find(Boolean) ?? MAC.find((path) => existsSync(path));
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
