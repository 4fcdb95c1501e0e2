import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { runCommand } from "@/db/commands/lifetime";
import { CountedPerson, type Steps } from "@/e2e/tasks/desk";
import type { Task } from "@/e2e/tasks/task";
import { PAGE_AIMS, type PageAim, TASKS } from "@/e2e/tasks/tasks";
import { LOCALE_COOKIE, LOCALES } from "@/lib/text/locale";
import type { Role } from "@/lib/workflow/actor";
import { ROOT } from "./children";
import { openBrowser, openSite, type Site, signInAs } from "./site-to-visit";

const WIDTHS = [390, 768, 1280, 1366, 1440, 1920];
const MOST_SHIFT = 0.05;
const STEPS = ["loads", "clicks", "fields", "keys", "down"] as const;

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** Does each daily task in a browser and counts its steps, and measures pages; ends with 1 where an aim is missed. */
await runCommand(async () => {
  const site = await openSite();
  const browser = await openBrowser();
  const cookies = {} as Record<Role, Cookies>;
  for (const role of ["reporter", "editor", "manager"] as const) cookies[role] = await signInAs(browser, site, role);
  const only = process.argv[process.argv.indexOf("--only") + 1];
  const asked = process.argv.includes("--only") ? TASKS.filter(({ name }) => name.includes(only ?? "")) : TASKS;
  let missed = 0;
  console.log("\n| task | before | loads · clicks · fields · keys · px down | aim | |\n|---|---|---|---|---|");
  for (const task of asked) missed += await countTask(browser, site, task, cookies[task.role]);
  if (!process.argv.includes("--only")) {
    console.log(
      "\n| page at 1440 px | height | script kB | of it ours | shift | aim | |\n|---|---|---|---|---|---|---|",
    );
    const framework = await readFrameworkFiles();
    for (const aim of PAGE_AIMS) missed += await measurePage(browser, site, aim, cookies[aim.role], framework);
    missed += await findSidewaysPages(browser, site, cookies);
  }
  console.log(missed ? `\n${missed} missed.` : "\nEvery aim is met.");
  return missed ? 1 : 0;
});

async function openPage(browser: Browser, { base }: Site, cookies: Cookies, width = 1440): Promise<Page> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  await context.addCookies([...cookies, { name: LOCALE_COOKIE, value: "en", url: base }]);
  return context.newPage();
}

async function countTask(browser: Browser, site: Site, task: Task, cookies: Cookies): Promise<number> {
  const page = await openPage(browser, site, cookies, task.width);
  await page.goto(task.from, { waitUntil: "networkidle" });
  const desk = new CountedPerson(page);
  const trouble = await task.run(desk, randomBytes(3).toString("hex")).then(
    () => "",
    (error: Error) => `not done: ${error.message.split("\n")[0]} (at ${page.url()})`,
  );
  const told = (steps: Partial<Steps>) => STEPS.map((name) => steps[name] ?? "–").join(" · ");
  const over = STEPS.filter((name) => desk.steps[name] > (task.aim[name] ?? Number.POSITIVE_INFINITY));
  const verdict = trouble || (over.length ? `over: ${over.join(", ")}` : "ok");
  console.log(`| ${task.name} | ${task.before ?? "–"} | ${told(desk.steps)} | ${told(task.aim)} | ${verdict} |`);
  await page.context().close();
  return verdict === "ok" ? 0 : 1;
}

async function measurePage(
  browser: Browser,
  site: Site,
  aim: PageAim,
  cookies: Cookies,
  framework: readonly string[],
): Promise<number> {
  const page = await openPage(browser, site, cookies);
  await page.addInitScript(() => {
    const sum = { shift: 0 };
    Object.assign(window, { sum });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(aim.path, { waitUntil: "networkidle" });
  const { height, scripts, shift } = await page.evaluate(() => {
    const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return {
      height: document.documentElement.scrollHeight,
      scripts: resources
        .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize }))
        .filter(({ path }) => path.endsWith(".js")),
      shift: (window as unknown as { sum: { shift: number } }).sum.shift,
    };
  });
  await page.context().close();
  const kilobytes = (sent: typeof scripts) => Math.round(sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
  const script = kilobytes(scripts);
  const own = kilobytes(scripts.filter(({ path }) => !framework.some((file) => path.endsWith(file))));
  const isLight = script <= (aim.script ?? script) && own <= (aim.own ?? own);
  const isMet = height <= (aim.height ?? height) && isLight && shift <= MOST_SHIFT;
  const aims = [
    aim.height && `${aim.height} px`,
    aim.script && `${aim.script} kB`,
    aim.own && `ours ${aim.own} kB`,
  ].filter(Boolean);
  const cells = [`${aim.path}, ${aim.role}`, height, script, own, shift.toFixed(3), aims.join(", ")];
  console.log(`| ${[...cells, isMet ? "ok" : "over"].join(" | ")} |`);
  return isMet ? 0 : 1;
}

/** What every page loads before anything of its own: React and Next's router. Empty where the site is another build's. */
async function readFrameworkFiles(): Promise<readonly string[]> {
  const manifest = await readFile(join(ROOT, ".next", "build-manifest.json"), "utf8").catch(() => "{}");
  return (JSON.parse(manifest) as { rootMainFiles?: readonly string[] }).rootMainFiles ?? [];
}

/** No page is wider than its window. @returns how many are */
async function findSidewaysPages(browser: Browser, site: Site, cookies: Record<Role, Cookies>): Promise<number> {
  let found = 0;
  const visits = PAGE_AIMS.flatMap(({ path, role }) => LOCALES.map((locale) => ({ path, role, locale })));
  for (const { path, role, locale } of visits) {
    const page = await openPage(browser, site, cookies[role]);
    await page.context().addCookies([{ name: LOCALE_COOKIE, value: locale, url: site.base }]);
    await page.goto(path, { waitUntil: "networkidle" });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over <= 0) continue;
      found += 1;
      console.log(`${path} as ${role} in ${locale} is ${over} px wider than ${width} px.`);
    }
    await page.context().close();
  }
  return found;
}
