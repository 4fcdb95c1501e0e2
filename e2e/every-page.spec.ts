import type { Page } from "@playwright/test";
import { READING_PAGES, WRITING_PAGES } from "@/db/testing/pages";
import { LOCALES, type Locale } from "@/lib/text/locale";
import { MISSING } from "@/lib/text/translator";
import { ROLES, type Role } from "@/lib/workflow/actor";
import { findBarriers, findNarrowBarriers, type Read } from "./barriers";
import { expect, test } from "./fixture";
import { listStructure, listTexts } from "./page-structure";

const EVERY_PAGE = [...READING_PAGES, ...WRITING_PAGES];
const LONG = 900_000;

type Turn = { role: Role; locale: Locale; isFirst?: true };
/**
 * Who reads in which language. The first opens every page in the browser, in the longer words of the two: in them no page is
 * wider than a phone. The others ask for the markup, and open what has parts that nobody met; every other test reads English.
 */
const TURNS: readonly Turn[] = [
  { role: "editor", locale: "nl", isFirst: true },
  { role: "manager", locale: "en" },
  { role: "editor", locale: "en" },
  { role: "reporter", locale: "nl" },
  { role: "admin", locale: "en" },
];
/** What a page's script draws in the place of what was sent: it is what a reader meets, and is read. */
const DRAWN: Readonly<Record<string, string>> = {
  "/charts": "[data-mark][tabindex='0']",
  "/map": ".maplibregl-canvas",
  "/timeline": "[role=application]",
};
type Walk = { read: Read; structure: Set<string>; narrow: Read };

// One worker for all of them: what one role's pages have shown needs no second reading in another's, or in another language.
test.describe("every page", () => {
  test.describe.configure({ mode: "default" });
  const walk: Walk = { read: new Set(), structure: new Set(), narrow: new Set() };

  for (const { role, locale, isFirst } of TURNS) {
    test(`a ${role} reads every page in ${locale} without an error or a barrier`, async ({ page, enter }) => {
      test.setTimeout(LONG);
      await enter(role, locale);
      for (const path of role === "manager" ? READING_PAGES : EVERY_PAGE) {
        if (!isFirst && (await isKnownPage(page, path, locale, walk))) continue;
        await readPage(page, path, locale, walk, isFirst ? "dark" : "light");
        if (isFirst) await readOnPhone(page, path, walk);
      }
    });
  }
});

test("every page is read by everybody who may, and in every language", () => {
  expect(new Set(TURNS.map(({ role }) => role))).toEqual(new Set(ROLES));
  const others = TURNS.filter(({ role }) => role !== "manager");
  expect(new Set(others.map(({ locale }) => locale))).toEqual(new Set(LOCALES));
});

/** Asks for a page without opening it. @returns whether it is of such parts only as were opened before */
async function isKnownPage(page: Page, path: string, locale: Locale, walk: Walk): Promise<boolean> {
  const answer = await page.request.get(path, { headers: { accept: "text/html" } });
  const html = await answer.text();
  expect.soft(answer.status(), path).toBe(200);
  expectRightPage(html, path, locale);
  return isOfKnownParts(html, walk);
}

const isOfKnownParts = (html: string, { structure }: Walk) =>
  [...listStructure(html)].every((key) => structure.has(key));

/** Opens a page in the browser, where errors are heard, and has axe read what no page before it had. */
async function readPage(page: Page, path: string, locale: Locale, walk: Walk, theme: "dark" | "light") {
  const answer = await page.goto(path);
  const html = (await answer?.text()) ?? "";
  expect.soft(answer?.status(), path).toBe(200);
  expectRightPage(html, path, locale);
  await expect.soft(page.locator("html"), path).toHaveAttribute("lang", locale);
  await expect.soft(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
  const drawn = DRAWN[path.replace(/\?.*/, "")];
  if (drawn) await expect(page.locator(drawn).first(), path).toBeVisible({ timeout: 60_000 });
  if (!drawn && isOfKnownParts(html, walk)) return;
  await setTheme(page, theme);
  expect.soft(await findBarriers(page, walk.read)).toEqual([]);
  for (const key of listStructure(html)) walk.structure.add(key);
}

const setTheme = (page: Page, theme: "dark" | "light") =>
  page.evaluate((theme) => {
    document.documentElement.dataset.theme = theme;
  }, theme);

/** Goes on with the page that is open: the theme and the width change under it, as they do for a reader. */
async function readOnPhone(page: Page, path: string, { narrow }: Walk) {
  const desktop = page.viewportSize() ?? { width: 1280, height: 720 };
  await setTheme(page, "light");
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.soft.poll(overflow, path).toBeLessThanOrEqual(0);
  expect.soft(await findNarrowBarriers(page, narrow)).toEqual([]);
  await page.setViewportSize(desktop);
}

/** What can be read of a page's own markup: its language, its one main heading, and that no words are missing. */
function expectRightPage(html: string, path: string, locale: Locale) {
  expect.soft(/<html[^>]* lang="([^"]*)"/.exec(html)?.[1], path).toBe(locale);
  expect.soft(html.match(/<h1\b/g)?.length, path).toBe(1);
  expect
    .soft(
      listTexts(html).filter((text) => text.startsWith(MISSING)),
      path,
    )
    .toEqual([]);
}

test("whoever is not signed in is sent to the sign-in page from every page, and told nothing", async ({
  page,
  request,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  const long = `/stations?q=${"a".repeat(14_000)}`;
  for (const path of [...EVERY_PAGE, long]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBe(307);
    expect.soft(answer.headers().location, path).toMatch(/^\/sign-in/);
  }
  for (const noun of [
    "stations",
    "evidence",
    "claims",
    "responses",
    "replies",
    "organizations",
    "events",
    "coverage",
    "summary",
    "search",
  ]) {
    const answer = await request.get(`/api/v1/${noun}`);
    expect.soft(answer.status(), noun).toBe(401);
    expect.soft(answer.headers()["content-type"], noun).toContain("application/problem+json");
  }
});

test("a manager is refused the pages of those who write, with a real 403", async ({ page, enter, troubles }) => {
  await enter("manager");
  const [first, ...others] = WRITING_PAGES;
  expect((await page.goto(first))?.status()).toBe(403);
  for (const path of others) expect.soft((await page.request.get(path)).status(), path).toBe(403);
  // The browser itself reports a refused document as an error.
  troubles.splice(0, troubles.length, ...troubles.filter((line) => !line.includes("403")));
});

test("a page that is not there says so and helps on", async ({ page, enter, troubles }) => {
  await enter("reporter");
  for (const path of ["/stations/nowhere", "/nothing", "/claims/clm-none"]) {
    const answer = await page.goto(path);
    expect.soft(answer?.status(), path).toBe(404);
    await expect.soft(page.getByRole("link").first(), path).toBeVisible();
  }
  troubles.splice(0, troubles.length, ...troubles.filter((line) => !line.includes("404")));
});
