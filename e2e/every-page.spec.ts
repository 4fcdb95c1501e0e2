import { READING_PAGES, WRITING_PAGES } from "@/db/testing/pages";
import { LOCALES } from "@/lib/text/locale";
import { ROLES } from "@/lib/workflow/actor";
import { emptyRead, findBarriers, findContrastBarriers } from "./barriers";
import { expect, test } from "./fixture";

const EVERY_PAGE = [...READING_PAGES, ...WRITING_PAGES];
const LONG = 900_000;

for (const locale of LOCALES) {
  // One worker per language: what axe has read for one role needs no second reading for another.
  test.describe(`in ${locale}`, () => {
    test.describe.configure({ mode: "default" });
    const read = emptyRead();

    for (const role of ROLES) {
      test(`a ${role} reads every page in ${locale} without an error or a barrier`, async ({ page, enter }) => {
        test.setTimeout(LONG);
        await enter(role, locale);
        for (const path of role === "manager" ? READING_PAGES : EVERY_PAGE) {
          const answer = await page.goto(path);
          expect.soft(answer?.status(), path).toBe(200);
          await expect.soft(page.locator("html"), path).toHaveAttribute("lang", locale);
          await expect.soft(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
          expect.soft(await findBarriers(page, read)).toEqual([]);
        }
      });
    }
  });
}

test("every page keeps its contrast in the dark, and is no wider than a phone", async ({
  page,
  enter,
  context,
  baseURL,
}) => {
  test.setTimeout(LONG);
  await enter("editor", "nl");
  await context.addCookies([{ name: "wederhoor-theme", value: "dark", url: baseURL ?? "" }]);
  const [wide, narrow] = [emptyRead(), emptyRead()];
  const desktop = page.viewportSize() ?? { width: 1280, height: 720 };
  for (const path of EVERY_PAGE) {
    await page.setViewportSize(desktop);
    await page.goto(path);
    expect.soft(await findContrastBarriers(page, wide)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.soft.poll(overflow, path).toBeLessThanOrEqual(0);
    expect.soft(await findContrastBarriers(page, narrow)).toEqual([]);
  }
});

test("whoever is not signed in is sent to the sign-in page from every page, and told nothing", async ({
  page,
  request,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  for (const path of EVERY_PAGE) {
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
