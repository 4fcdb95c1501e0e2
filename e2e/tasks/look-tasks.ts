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
