import type { Page } from "@playwright/test";
import { expect } from "./fixture";

export const stageOf = (page: Page) => page.getByRole("application");
export const shownBy = (page: Page) =>
  page.locator("p[aria-live]").filter({ hasText: / – .*: (no|one|[\d,]+) items?/ });
export const writing = (page: Page) =>
  page.locator("form").filter({ has: page.getByRole("button", { name: "Hand in for approval" }) });
export const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** Where the stage is, its top in sight. */
export async function stageBox(page: Page) {
  await stageOf(page).evaluate((stage) => stage.scrollIntoView({ block: "start" }));
  const box = await stageOf(page).boundingBox();
  if (!box) throw new Error("There is no stage.");
  return box;
}

export async function openTimeline(page: Page, address = "/timeline") {
  await page.goto(address);
  await expect(stageOf(page)).toBeVisible();
  await expect(shownBy(page)).toBeVisible();
}
export const samePageRegion = (page: Page) =>
  page.getByRole("region", { name: "The same items as a list" }).getByRole("listitem");
