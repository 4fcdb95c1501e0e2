import { expect } from "@playwright/test";
import type { Task } from "./task";

/** Ten seconds of a manager: how many are claimed and documented in Italy, who answered, what changed, what is overdue. */
export const LOOK_TASK: Task = {
  name: "manager: Italy, who answered, changed this week, overdue",
  role: "manager",
  from: "/",
  before: "2 loads, 6,000 px",
  aim: { loads: 0, clicks: 0, fields: 0, down: 900 },
  run: async (desk) => {
    const part = (name: RegExp) => desk.page.getByRole("region", { name });
    const italy = part(/^Documented in/)
      .getByRole("listitem")
      .filter({ hasText: "Italy" });
    await desk.see(italy.getByText(/claimed/));
    await desk.see(italy.getByText(/documented/));
    await desk.see(part(/^Latest official answers/).getByRole("listitem"));
    await desk.see(part(/^Changed this week/).getByText(/published/));
    await desk.see(desk.page.locator("[data-figure=overdue]"));
  },
};

const THUMB = "Quick ways";

/** Under way: Rotterdam by its name, what is filed there, and a word to the desk. */
export const PHONE_TASK: Task = {
  name: "phone: Rotterdam, its evidence, a comment",
  role: "reporter",
  from: "/",
  width: 390,
  before: "3 · 5 · 2, 8,359 px",
  aim: { loads: 2, clicks: 4, fields: 2, down: 2000 },
  run: async (desk, unique) => {
    const { page } = desk;
    await desk.click(page.getByRole("navigation", { name: THUMB }).getByRole("link", { name: "Search" }));
    await desk.fill(page.getByRole("dialog").getByRole("combobox"), "Rotterdam");
    await desk.click(page.getByRole("option", { name: /^Station\s*Rotterdam/ }));
    await page.waitForURL(/nl-rotterdam/);
    await desk.see(page.getByRole("table", { name: /evidence/i }).getByRole("row"));
    await desk.click(page.getByRole("link", { name: "Comment", exact: true }));
    await desk.fill(page.getByLabel("Write a comment"), `Seen from the street: ${unique}`);
    await desk.click(page.getByRole("button", { name: "Send", exact: true }));
    await expect(page.getByText(`Seen from the street: ${unique}`)).toHaveCount(1);
  },
};
