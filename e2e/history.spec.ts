import { expect, test } from "./fixture";

test("a version is compared, found at its own address, and restored", async ({ page, enter }) => {
  await enter("editor");
  const title = `A hearing is held ${Date.now()}`;
  await page.goto("/events/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Kind").selectOption({ label: "Parliament" });
  await page.getByLabel("Summary").fill("The minister speaks of two stations in 福州.");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  const address = new URL(page.url()).pathname;
  await page.goto(`${address}/edit`);
  const summary = "The minister speaks of four stations in 福州.";
  await expect(async () => {
    await page.getByLabel("Summary").fill(summary);
    await expect(page.getByLabel("Summary")).toHaveValue(summary, { timeout: 500 });
  }).toPass();
  await page.getByLabel("Reason (internal log)").fill("The minutes say four.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));

  await page.getByRole("link", { name: /^The whole history/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  const difference = page.getByRole("region", { name: "From version 1 to version 2" });
  await expect(difference.locator("del")).toHaveText(/two$/);
  await expect(difference.locator("ins")).toHaveText(/four$/);
  await expect(difference).toContainText("The minister speaks of");

  await page
    .getByRole("row", { name: /Version 1/ })
    .getByRole("link", { name: /^Revision/ })
    .click();
  await expect(page).toHaveURL(/\/revisions\/[0-9a-f]{16}$/);
  await expect(page.getByText("This is not the current version.")).toBeVisible();
  await page.getByRole("button", { name: "Restore this version" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Reason" })).toBeVisible();
  await page.getByRole("textbox", { name: "Reason" }).fill("The minutes were mended.");
  await page.getByRole("button", { name: "Restore this version" }).click();
  await expect(page).toHaveURL(/\/history$/);
  await expect(page.getByRole("region", { name: "From version 2 to version 3" }).locator("ins")).toHaveText(/two$/);
});

test("a manager reads what had been published by a moment, and that nothing had before", async ({ page, enter }) => {
  await enter("manager");
  await page.goto("/stations/nl-amsterdam");
  const name = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByLabel(/^As published by the end of/).fill("2022-11-03");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("Nothing of this had been published by 3 November 2022.")).toBeVisible();
  await page.goto("/stations/nl-amsterdam?at=2022-11-03T17:00");
  await expect(page.getByText("As published by 3 November 2022 at 17:00:00 (Europe/Amsterdam)")).toBeVisible();
  await page.goto("/stations/nl-amsterdam?at=2022-03-27T02:30");
  await expect(page.getByText("This time did not exist in Europe/Amsterdam")).toBeVisible();
  await page.goto(`/stations/nl-amsterdam?at=${new Date(Date.now() + 86_400_000).toISOString()}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name ?? "");
  await page.getByRole("link", { name: "To today’s version" }).click();
  await expect(page).toHaveURL(/\/stations\/nl-amsterdam$/);
});

test("an admin verifies the history, exports its end, and finds it in the chain again", async ({ page, enter }) => {
  await enter("admin");
  await page.goto("/history");
  const runs = page.getByRole("table", { name: "Last runs" }).getByRole("row");
  const before = Math.max(1, await runs.count());
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(runs).toHaveCount(before + 1);
  await expect(runs.nth(1)).toContainText("Every link holds");
  const head = await page.request.get("/api/v1/history/head");
  await page.getByLabel("Exported end (JSON)").fill(await head.text());
  await page.getByRole("button", { name: "Verify against it" }).click();
  await expect(runs).toHaveCount(before + 2);
  await expect(runs.nth(1)).toContainText("Every link holds");
  await page.getByLabel("Exported end (JSON)").fill("no JSON");
  await page.getByRole("button", { name: "Verify against it" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This is no exported end of the chain." })).toBeVisible();
  await page.getByRole("link", { name: /^The log of the history/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The log of the history" })).toBeVisible();
  const [key = ""] = (await (await page.request.get("/api/v1/history/keys")).text()).split("\n");
  await expect(page.getByText(key)).toBeVisible();
  await expect(page.getByText(/every link held, up to revision/)).toBeVisible();
});

test("an admin erases a draft in two steps, and a tombstone stays", async ({ page, enter }) => {
  await enter("admin");
  const title = `To be erased ${Date.now()}`;
  await page.goto("/events/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Kind").selectOption({ label: "Parliament" });
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await page.goto(`/records/event/${slug}/erase`);
  await page.getByLabel(/^The whole item/).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel(/^Reason/).fill("A court ordered it.");
  await page.getByLabel(/^Type/).fill("something else");
  await page.getByRole("button", { name: "Erase for ever" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "exactly as it stands above" })).toBeVisible();
  await page.getByLabel(/^Type/).fill(slug);
  await page.getByRole("button", { name: "Erase for ever" }).click();
  await expect(page).toHaveURL(/\/history$/);
  await expect(page.getByText(/^Content erased by .*: A court ordered it\.$/)).toBeVisible();
  expect((await page.request.get(`/events/${slug}`)).status()).toBe(404);
});

test("an editor neither verifies the history nor erases", async ({ page, enter, troubles }) => {
  await enter("editor");
  for (const path of ["/history", "/records/claim/clm-it-02/erase"]) {
    expect((await page.goto(path))?.status(), path).toBe(403);
  }
  troubles.splice(0, troubles.length, ...troubles.filter((line) => !line.includes("403")));
});
