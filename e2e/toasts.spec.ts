import { expect, test } from "./fixture";

test("what was done is said at the foot of the page, with the way to it or back", async ({
  page,
  enter,
  troubles,
}) => {
  await enter("reporter");
  const toast = page.getByRole("status").filter({ has: page.getByRole("button", { name: "Close this message" }) });
  const title = `Parliament asks for an inquiry ${Date.now()}`;
  await page.goto("/events/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Kind").selectOption({ label: "Parliament" });
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(toast).toContainText("Saved.");
  await toast.getByRole("button", { name: "Close this message" }).click();
  await expect(toast).toBeHidden();

  await page.getByRole("button", { name: "Move to the trash" }).click();
  await expect(page).toHaveURL(/\/queue$/);
  await expect(toast).toContainText("Moved to the trash.");
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(page).toHaveURL(/\/events\//);
  await expect(toast).toContainText("Taken back.");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  // The page that was left may have asked once more for what went to the trash with its item.
  troubles.splice(0, troubles.length, ...troubles.filter((line) => !line.includes("404")));

  await page.getByLabel("Write a comment").fill("Ask the clerk.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(toast).toContainText("Comment sent.");
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: "Ask the clerk." })).toBeHidden();

  await page.goto("/events?kind=parliament");
  const menu = page.locator("details").filter({ has: page.getByText("Save this view") });
  const openViews = async () => {
    if (!(await menu.evaluate((details) => (details as HTMLDetailsElement).open)))
      await menu.locator("summary").first().click();
  };
  await openViews();
  const remove = page.getByRole("button", { name: "Remove Inquiries" });
  await page.getByLabel("Name", { exact: true }).fill("Inquiries");
  await page.getByRole("button", { name: "Save this view" }).click();
  await expect(toast).toContainText("The view is saved");
  await openViews();
  await remove.click();
  await expect(toast).toContainText("The view is removed.");
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(toast).toContainText("Taken back.");
  await openViews();
  await expect(remove).toBeVisible();
});
