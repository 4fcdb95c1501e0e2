import { expect } from "@playwright/test";
import type { CountedPerson } from "./desk";
import type { Task } from "./task";

const IN_REVIEW = "/queue?state=in_review";

/** What the first row is, once what it says stands beside the list. */
async function readFirst({ page }: CountedPerson): Promise<string> {
  await expect(page.getByText("Live: changes by others")).toBeVisible();
  await expect(page.getByRole("region", { name: "Shown beside the list" })).toContainText("As it will read");
  return (await page.locator("[data-item]").first().getAttribute("data-item")) ?? "";
}

/** Review by the keyboard, with what is decided on beside the list. */
export const REVIEW_TASKS: readonly Task[] = [
  {
    name: "approve one",
    role: "editor",
    from: IN_REVIEW,
    before: "1–3 · 2–3 · 0–3",
    aim: { loads: 0, clicks: 0, fields: 0, keys: 3 },
    run: async (desk) => {
      const item = await readFirst(desk);
      await desk.press("a");
      await expect(desk.page.getByRole("button", { name: "Undo" })).toBeVisible();
      await expect(desk.page.locator(`[data-item="${item}"]`).getByText("Approved")).toBeVisible();
    },
  },
  {
    name: "request changes",
    role: "editor",
    from: IN_REVIEW,
    before: "1–3 · 2–3 · 0–3",
    aim: { loads: 0, clicks: 0, fields: 1, keys: 3 },
    run: async (desk, unique) => {
      const item = await readFirst(desk);
      await desk.press("r");
      await desk.fill(desk.page.getByLabel("Reason (internal log)"), `Name the source (${unique})`);
      await desk.press("Control+Enter");
      const row = desk.page.locator(`[data-item="${item}"]`);
      await expect(row.getByText("Changes requested")).toBeVisible();
    },
  },
];
