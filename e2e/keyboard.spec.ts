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

test("Ctrl K does what is typed: it asks about the page's station, goes places, turns the theme", async ({
  page,
  enter,
}) => {
  await enter("reporter");
  await page.goto("/stations/nl-amsterdam");
  const dialog = page.getByRole("dialog", { name: "Search the dossier" });
  await expect(page.getByRole("banner").getByRole("button", { name: "Search the dossier" })).toBeVisible();
  const type = async (text: string, command: string) => {
    await page.keyboard.press("Control+k");
    await expect(dialog.getByRole("combobox")).toBeFocused();
    await page.keyboard.type(text);
    await expect(dialog.getByRole("option").first()).toContainText(command);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
  };
  await type("theme dark", "Theme: Dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await type("ask the embassy", "Ask for a reply");
  await expect(page).toHaveURL(/\/replies\/new\?station=nl-amsterdam$/);
  await type("record evid", "Record evidence");
  await expect(page).toHaveURL(/\/evidence\/new$/);
  await type("timel", "Timeline");
  await expect(page).toHaveURL(/\/timeline$/);
  await type("keys", "Show all keys");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
});

test("Ctrl K finds Amsterdam and goes there; Escape gives the focus back", async ({ page, enter }) => {
  await enter("manager");
  await page.goto("/claims");
  // The button for the mouse is there as soon as the keys are.
  await expect(page.getByRole("banner").getByRole("button", { name: "Search the dossier" })).toBeVisible();
  const dialog = page.getByRole("dialog", { name: "Search the dossier" });
  await page.getByRole("link", { name: "Countries" }).first().focus();
  await page.keyboard.press("Control+k");
  await expect(dialog.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("link", { name: "Countries" }).first()).toBeFocused();

  await page.keyboard.press("Control+k");
  await expect(dialog.getByRole("combobox")).toBeFocused();
  const found = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/search?q=Amsterdam&limit=10"));
  await page.keyboard.type("Amsterdam");
  const { items } = (await (await found).json()) as { items: { title: string }[] };
  // A choice among what was found for "Amster" would go with it.
  const all = [...items.map(({ title }) => title), "All results for “Amsterdam”"];
  await expect(dialog.getByRole("option")).toContainText(all);
  const station = dialog.getByRole("option", { name: /^Station\s*Amsterdam/ });
  await expect(async () => {
    if ((await station.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
    await expect(station).toHaveAttribute("aria-selected", "true", { timeout: 100 });
  }).toPass({ timeout: 20_000 });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/stations\/nl-amsterdam$/);
  await expect(dialog).toBeHidden();

  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/\/stations$/);
  const links = page.getByRole("main").locator("tbody tr").getByRole("rowheader").getByRole("link");
  await expect(links.nth(1)).toBeVisible();
  for (const [key, at] of [
    ["j", 0],
    ["j", 1],
    ["k", 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(links.nth(at)).toBeFocused();
  }
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("next row");
  await expect(keys).not.toContainText("select it");
  // What nobody may do here is no key either.
  await expect(keys).not.toContainText("approve");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
});

test("x selects rows of a list, and the bar below leads to what is done with several", async ({ page, enter }) => {
  await enter("editor");
  await page.goto("/claims");
  const boxes = page.getByRole("main").getByRole("checkbox", { name: /^Select / });
  const bar = page.getByRole("form", { name: "Selected rows" });
  await expect(bar).toBeHidden();
  // Keys before the page hears them are lost, to a reader as well.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("main :focus")).toHaveCount(1, { timeout: 100 });
  }).toPass({ timeout: 20_000 });
  for (const key of ["x", "j", "x"]) await page.keyboard.press(key);
  await expect(bar).toContainText("2 selected");
  await page.keyboard.press("x");
  await expect(bar).toContainText("One selected");
  await bar.getByRole("button", { name: "Clear selection" }).click();
  await expect(bar).toBeHidden();
  await boxes.nth(2).check();
  await bar.getByRole("button", { name: "Change the selected" }).click();
  await expect(page).toHaveURL(/\/queue\/bulk\?item=claim%3A/);
  await expect(page.getByRole("option", { name: "Set the subject of claims" })).toHaveCount(1);
  await expect(page.getByRole("option", { name: "Set the kind of evidence" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the list" }).click();
  await expect(page).toHaveURL(/\/claims$/);
});

test("the plain search in the header needs one key", async ({ page, enter }) => {
  await enter("reporter");
  await page.goto("/");
  await page.getByRole("banner").getByRole("searchbox").fill("Prato");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=Prato$/);
  await expect(page.getByRole("main").getByRole("link", { name: /Prato/ }).first()).toBeVisible();
});
