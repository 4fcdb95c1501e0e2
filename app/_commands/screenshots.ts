import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { runCommand } from "@/db/commands/lifetime";
import { READING_PAGES, WRITING_PAGES } from "@/db/testing/pages";
import { LOCALE_COOKIE, type Locale, THEME_COOKIE, type Theme } from "@/lib/text/locale";
import type { Role } from "@/lib/workflow/actor";
import { ROOT } from "./children";
import { FIGURE_PAGES, screenshotVariants, waitForRendering } from "./screenshot-variants";
import { openBrowser, openSite, type Site, signInAs } from "./site-to-visit";

type Look = { readonly width: number; readonly theme: Theme; readonly locale: Locale };
type Visitor = { readonly role: Role | "nobody"; readonly paths: readonly string[] };

const LOOKS: readonly Look[] = [
  { width: 1440, theme: "light", locale: "en" },
  { width: 1440, theme: "dark", locale: "en" },
  { width: 390, theme: "light", locale: "en" },
  { width: 390, theme: "dark", locale: "en" },
  { width: 1440, theme: "light", locale: "nl" },
];
// The queue is the editor's: the manager is refused it.
const VISITORS: readonly Visitor[] = [
  { role: "editor", paths: [...READING_PAGES, ...WRITING_PAGES, "/nothing-is-here"] },
  { role: "manager", paths: ["/", "/queue"] },
  { role: "nobody", paths: ["/sign-in"] },
];
const STATION = "/stations/nl-amsterdam";
const FOLDER = join(ROOT, "screenshots");

await runCommand(async () => {
  const site = await openSite();
  const browser = await openBrowser();
  await mkdir(FOLDER, { recursive: true });
  let count = 0;
  for (const { role, paths } of VISITORS) {
    const cookies = role === "nobody" ? [] : await signInAs(browser, site, role);
    for (const look of LOOKS) {
      const page = await openPage(browser, site, look, cookies);
      for (const path of paths) {
        await page.goto(site.base + path);
        const name = `${nameOf(path)}${role === "editor" ? "" : `-${role}`}`;
        await page.screenshot({
          path: join(FOLDER, `${name}.${look.width}-${look.theme}-${look.locale}.png`),
          fullPage: true,
        });
        count += 1;
      }
      await page.context().close();
    }
    if (role === "editor") count += await takeVariants(browser, site, cookies);
    if (role === "editor") count += await takeScreenshots(browser, site, cookies);
  }
  console.log(`${count} pictures are in screenshots/.`);
  return 0;
});

type Cookies = Awaited<ReturnType<typeof signInAs>>;

async function openPage(browser: Browser, { base }: Site, look: Look, cookies: Cookies): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width < 600 ? 844 : 1000 },
    reducedMotion: "reduce",
  });
  await context.addCookies([
    ...cookies,
    { name: LOCALE_COOKIE, value: look.locale, url: base },
    { name: THEME_COOKIE, value: look.theme, url: base },
  ]);
  return context.newPage();
}

/** The station as it is printed; with `--readme` the two figures of the README too. */
async function takeVariants(browser: Browser, site: Site, cookies: Cookies): Promise<number> {
  const page = await openPage(browser, site, { width: 1440, theme: "light", locale: "en" }, cookies);
  await page.goto(site.base + STATION);
  await page.pdf({ path: join(FOLDER, "stations-nl-amsterdam.print.pdf"), format: "A4", displayHeaderFooter: false });
  if (!process.argv.includes("--readme")) return 1;
  for (const [path, name] of [
    [STATION, "station"],
    ["/", "overview"],
  ] as const) {
    await page.goto(site.base + path);
    await page.screenshot({
      path: join(ROOT, "docs", `${name}.png`),
      clip: { x: 0, y: 0, width: 1440, height: 1100 },
      fullPage: true,
    });
  }
  return 1;
}

/** The pages of figures at 768 px in both themes and languages, in print and as the colour-blind see them. */
async function takeScreenshots(browser: Browser, site: Site, cookies: Cookies): Promise<number> {
  let count = 0;
  const looks: readonly Look[] = [
    { width: 768, theme: "light", locale: "nl" },
    { width: 768, theme: "dark", locale: "en" },
  ];
  for (const look of looks) {
    const page = await openPage(browser, site, look, cookies);
    for (const path of FIGURE_PAGES) {
      await page.goto(site.base + path);
      await waitForRendering(page);
      const name = `${nameOf(path)}.${look.width}-${look.theme}-${look.locale}.png`;
      await page.screenshot({ path: join(FOLDER, name), fullPage: true });
      count += 1;
      if (look.theme === "light") count += await screenshotVariants(page, FOLDER, nameOf(path));
    }
    await page.context().close();
  }
  return count;
}

function nameOf(path: string): string {
  return path.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "overview";
}
