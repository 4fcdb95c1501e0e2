import { expect, test } from "./fixture";

test("the keyboard alone skips to the content and sees where it is", async ({ page, enter }) => {
  await enter("reporter");
  await page.goto("/stations");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    await expect(focused).toBeInViewport();
    const outline = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
    });
    expect(outline, await focused.evaluate((element) => element.outerHTML)).toBeGreaterThanOrEqual(2);
  }
});

test("Ctrl K finds Amsterdam and goes there; Escape gives the focus back", async ({ page, enter }) => {
  await enter("manager");
  await page.goto("/claims");
  const dialog = page.getByRole("dialog", { name: "Search the dossier" });
  await page.getByRole("link", { name: "Countries" }).first().focus();
  await page.keyboard.press("Control+k");
  await expect(dialog.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("link", { name: "Countries" }).first()).toBeFocused();

  await page.keyboard.press("Control+k");
  await expect(dialog.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("Amsterdam");
  await expect(dialog.getByRole("option", { name: /Station\s*Amsterdam/ })).toBeVisible();
  const chosen = dialog.locator('[role=option][aria-selected="true"]');
  for (let step = 0; step < 10 && !/^Station/.test(await chosen.innerText()); step++) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/stations\/nl-amsterdam$/);
  await expect(dialog).toBeHidden();
});

test("the plain search in the header needs one key", async ({ page, enter }) => {
  await enter("reporter");
  await page.goto("/");
  await page.getByRole("banner").getByRole("searchbox").fill("Prato");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=Prato$/);
  await expect(page.getByRole("main").getByRole("link", { name: /Prato/ }).first()).toBeVisible();
});
