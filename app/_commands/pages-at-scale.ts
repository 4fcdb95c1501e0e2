import { closeDatabase } from "@/db/client";
import { onExit } from "@/db/commands/lifetime";
import { runningAddress } from "@/db/commands/reach-database";
import { openSuperuser } from "@/db/testing/databases";
import { makeActor, makeEvent } from "@/db/testing/make";
import { ScaledDossier } from "@/db/testing/scaled-dossier";
import { quantile } from "./distributions";
import { measurePage, type PageFigures, weighScripts } from "./page-measures";
import { openBrowser, openSite, signInAs } from "./site-to-visit";

const PAGES = ["/", "/summary", "/charts", "/map", "/timeline", "/timeline?lanes=country", "/countries"];
/** What a page asks for of its own accord. */
const DATA = ["/api/v1/timeline"];
const TIMES = 100;

/**
 * What the pages with figures weigh and take, for a manager and an editor, at the dossier's size and at a hundred times
 * that, on a site of its own. Prints how much longer each takes.
 */
export async function benchChartPages(): Promise<void> {
  const site = await openSite();
  if (!site.dataDir) return;
  const browser = await openBrowser();
  for (const role of ["manager", "editor"] as const) {
    const cookies = await signInAs(browser, site, role);
    sessions.set(role, cookies);
  }
  const before = await measureAll(site.base);
  const scripts = new Map<string, number>();
  for (const path of PAGES) {
    if (before.has(`manager ${path}`)) {
      scripts.set(path, await weighScripts(browser, site.base + path, sessions.get("manager") ?? []));
    }
  }
  await grow(site.dataDir);
  const after = await measureAll(site.base);
  console.log(
    "\nPages: median milliseconds at 1 x and 100 x, their ratio; kB that travel (gzip) at each, kB of JavaScript\n",
  );
  for (const [name, one] of before) {
    const many = after.get(name);
    if (!many) continue;
    const [first, then] = [quantile(one.alone, 0.5), quantile(many.alone, 0.5)];
    const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);
    const script = scripts.get(name.split(" ")[1] ?? "") ?? 0;
    console.log(
      `${name.padEnd(22)}${first.toFixed(1).padStart(8)}${then.toFixed(1).padStart(8)}${(then / first).toFixed(2).padStart(7)} x  kB ${kilobytes(one.bytes)}${kilobytes(many.bytes)}  js ${kilobytes(script)}`,
    );
  }
}

const sessions = new Map<string, Awaited<ReturnType<typeof signInAs>>>();

async function measureAll(base: string): Promise<Map<string, PageFigures>> {
  const found = new Map<string, PageFigures>();
  for (const [role, cookies] of sessions) {
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    for (const path of [...PAGES, ...DATA]) {
      const figures = await measurePage(base + path, cookie, 0).catch((error: Error) => error);
      if (figures instanceof Error) console.log(`${role} ${path}: ${figures.message}`);
      else found.set(`${role} ${path}`, figures);
    }
  }
  return found;
}

/** Grows the dossier under the running site, and writes once, so that it knows that something changed. */
async function grow(dataDir: string): Promise<void> {
  const superuser = openSuperuser((await runningAddress(dataDir, "postgres")) ?? "");
  onExit(() => superuser.end());
  await (await ScaledDossier.of(superuser)).growTo(TIMES);
  await closeDatabase();
  process.env.DATABASE_URL = await runningAddress(dataDir);
  await makeEvent(await makeActor("reporter"));
}
