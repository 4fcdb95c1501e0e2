import { expect, test } from "./fixture";

const DARK_PAPER = "rgb(20, 20, 19)";

test("language and theme are remembered, on the page where one was", async ({ page, enter, context }) => {
  await enter("reporter");
  await page.goto("/stations?country=IT");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("button", { name: "Nederlands" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(page).toHaveURL(/\/stations\?country=IT$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Locaties");

  const menu = page.getByRole("button", { name: /^Account van/ });
  if (!(await page.getByRole("button", { name: "Donker" }).isVisible())) await menu.click();
  await page.getByRole("button", { name: "Donker" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("body")).toHaveCSS("background-color", DARK_PAPER);

  const later = await context.newPage();
  await later.goto("/evidence");
  await expect(later.locator("html")).toHaveAttribute("lang", "nl");
  await expect(later.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("without a choice the browser's language and theme are followed", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "nl-BE", colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(page.locator("body")).toHaveCSS("background-color", DARK_PAPER);
  await context.close();
});
