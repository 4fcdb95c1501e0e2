import { expect, test } from "./fixture";
import { openTimeline, param, writing } from "./timeline-page";

test("playing moves the last day of the page, and stops when it is told to", async ({ page, enter }) => {
  await enter("reporter");
  await openTimeline(page, "/timeline?from=2022-01-01&to=2022-06-30");
  const form = page.getByRole("form", { name: "Through time" });
  await form.getByRole("button", { name: "Step on" }).click();
  await expect.poll(() => param(page, "to")).not.toBe("2022-06-30");
  const stepped = param(page, "to") ?? "";
  expect(stepped > "2022-06-30").toBe(true);
  await form.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => (param(page, "to") ?? "9999") > stepped).toBe(true);
  await form.getByRole("button", { name: "Pause" }).click();
  await form.getByRole("slider").press("Home");
  await expect.poll(() => param(page, "to")).toBe("2022-01-01");
});

test("lanes of countries are in the address and in the figure", async ({ page, enter }) => {
  await enter("manager");
  await openTimeline(page, "/timeline");
  await page.getByRole("navigation", { name: "Lanes by" }).getByRole("link", { name: "country" }).click();
  await expect(page).toHaveURL(/lanes=country/);
  await page.locator(".figure-menu > summary").first().click();
  await page.getByRole("link", { name: "Data table" }).click();
  await expect(page.getByRole("columnheader", { name: /Italy/ })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the timeline is drawn, zoomed by links, played by a form, and annotated", async ({
    page,
    enter,
    another,
  }) => {
    await enter("editor");
    await page.goto("/timeline");
    await page.getByRole("link", { name: "Quarter", exact: true }).click();
    await expect(page).toHaveURL(/scale=quarter/);
    await expect(page.locator("#timeline svg a").first()).toBeAttached();
    await page.goto("/timeline?from=2022-01-01");
    const form = page.getByRole("form", { name: "Through time" });
    await form.getByLabel("Up to").fill("2022-12-31");
    await form.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/from=2022-01-01/);
    await expect(page).toHaveURL(/to=2022-12-31/);
    await page.getByText("Annotate the timeline").click();
    const text = `By form ${Date.now()}`;
    await writing(page).getByLabel("Annotation", { exact: true }).fill(text);
    await writing(page).getByLabel("When").fill("2022-10");
    await page.getByRole("button", { name: "Hand in for approval" }).click();
    await expect(page.getByRole("region", { name: "Annotations" })).toContainText(text);
    const admin = await another("admin");
    await admin.goto("/timeline?from=2022-01-01&to=2022-12-31");
    const approve = admin.getByRole("form", { name: `Approve the annotation “${text}”` }).getByRole("button");
    await approve.click();
    await expect(approve).toHaveCount(0);
    await page.reload();
    await expect(page.locator("#timeline svg").first()).toContainText(text);
  });
});
