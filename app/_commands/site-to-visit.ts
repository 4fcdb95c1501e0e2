import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, BrowserContext } from "@playwright/test";
import { onExit } from "@/db/commands/lifetime";
import { ReadableError } from "@/db/readable-error";
import { startOwnSite } from "@/db/testing/own-site";
import type { Role } from "@/lib/workflow/actor";
import { ROOT, stopChild } from "./children";
import { findOrInstallChromium } from "./chromium";

/** A running production server, and its demo accounts. */
export type Site = {
  readonly base: string;
  readonly passwords: Partial<Record<Role, string>>;
  /** Of a site of its own; undefined for one that was there. */
  readonly dataDir?: string;
};

/**
 * The site at `--base URL` with the accounts of DATA_DIR, or one of its own with a database of its own, on the dossier.
 * Ends with the command.
 * @param kept the data folder of a site of its own; it stays. Without one, a folder is made, and deleted at the end
 */
export async function openSite(kept?: string): Promise<Site> {
  const given = argumentOf("--base");
  if (given) return { base: new URL(given).origin, passwords: await readPasswords(process.env.DATA_DIR || ".data") };
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "wederhoor-visit-")));
  await mkdir(folder, { recursive: true });
  // As root the database runs as another account, which must pass through.
  await chmod(folder, 0o711);
  if (!kept) onExit(() => rm(folder, { recursive: true, force: true }));
  const base = await startOwn(folder);
  return { base, passwords: await readPasswords(folder), dataDir: folder };
}

function argumentOf(name: string): string | undefined {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}

/** The passwords of the demo accounts of a data folder. */
export async function readPasswords(folder: string): Promise<Site["passwords"]> {
  const file = join(resolve(ROOT, folder), "demo-accounts.json");
  const text = await readFile(file, "utf8").catch(() => {
    throw new ReadableError(`There are no demo accounts in ${file}: set DATA_DIR to the data folder of that server.`);
  });
  return JSON.parse(text) as Site["passwords"];
}

async function startOwn(folder: string): Promise<string> {
  console.log("Starting a server of its own; a build that is stale is made first.");
  const site = await startOwnSite({ folder, root: ROOT }, (child) => onExit(() => stopChild(child, 20_000))).catch(
    ({ message }: Error) => {
      throw new ReadableError(`${message}\nThe server did not start; see above.`);
    },
  );
  return site.base;
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findOrInstallChromium();
  const { chromium } = await import("@playwright/test");
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  onExit(() => browser.close());
  return browser;
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** The cookies of a session of this role, from the sign-in page itself. */
export async function signInAs(browser: Browser, { base, passwords }: Site, role: Role): Promise<Cookies> {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.locator("input[name=email]").fill(`${role}@demo.example`);
  await page.locator("input[name=password]").fill(passwords[role] ?? "");
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}
