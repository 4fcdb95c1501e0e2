import { expect, test } from "./fixture";

test("two people edit one draft: the second save asks about what both changed, and loses nothing", async ({
  page,
  enter,
  another,
}) => {
  await enter("editor");
  await page.goto("/events/new");
  await page.getByLabel("Title").fill(`A motion is announced ${Date.now()}`);
  await page.getByLabel("Kind").selectOption({ label: "Parliament" });
  await page.getByLabel("Date").fill("2022-11");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A motion is announced");
  const address = new URL(page.url()).pathname;

  const reporter = await another("reporter");
  await page.goto(`${address}/edit`);
  await reporter.goto(`${address}/edit`);
  await page.getByLabel("Summary").fill("The editor saves this first.");
  await page.getByLabel("Title").fill("Only the editor changes the title");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));

  const theirs = "The reporter typed this meanwhile.";
  await reporter.getByLabel("Date").fill("2022-11-08");
  await reporter.getByLabel("Summary").fill(theirs);
  await reporter.getByRole("button", { name: "Save" }).click();
  const both = reporter.getByRole("alert").filter({ hasText: "Somebody else saved this item" });
  await expect(both).toBeFocused();
  const summary = both.getByRole("row", { name: /^Summary/ });
  await expect(summary).toContainText("The editor saves this first.");
  await expect(summary).toContainText(theirs);
  await expect(both.getByRole("row", { name: /^Date/ })).toHaveCount(0);
  await expect(both).toContainText("Changed by the other person only, and taken over: Title.");
  await expect(reporter.getByLabel("Title")).toHaveValue("Only the editor changes the title");
  await expect(reporter.getByLabel("Summary")).toHaveValue(theirs);
  await expect(reporter.getByLabel("Date")).toHaveValue("2022-11-08");

  await reporter.getByRole("button", { name: "Save" }).click();
  await expect(reporter).toHaveURL(new RegExp(`${address}$`));
  await expect(reporter.getByText(theirs)).toBeVisible();
  await expect(reporter.getByRole("heading", { level: 1 })).toContainText("Only the editor changes the title");
  const history = reporter.getByRole("region", { name: "History" });
  await history
    .getByText(/earlier/)
    .first()
    .click();
  await expect(history.getByRole("listitem")).toHaveCount(3);
});
