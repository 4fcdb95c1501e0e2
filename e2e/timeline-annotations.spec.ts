import { expect, setLanguage, test } from "./fixture";
import { openTimeline, writing } from "./timeline-page";

test("an editor annotates the timeline, another approves it, and so with its change; then others read it", async ({
  page,
  enter,
  another,
}) => {
  test.setTimeout(180_000);
  await enter("editor");
  const text = `Second report ${Date.now()}`;
  await openTimeline(page, "/timeline?from=2022-11-01&to=2023-01-31");
  await page.getByText("Annotate the timeline").click();
  await writing(page).getByLabel("Annotation", { exact: true }).fill(text);
  await writing(page).getByLabel("When").fill("next week");
  await page.getByRole("button", { name: "Hand in for approval" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Write a date" })).toBeVisible();
  await expect(writing(page).getByLabel("Annotation", { exact: true })).toHaveValue(text);
  await writing(page).getByLabel("When").fill("2022-12");
  await page.getByRole("button", { name: "Hand in for approval" }).click();
  const annotations = page.getByRole("region", { name: "Annotations" });
  const own = annotations.getByRole("listitem").filter({ hasText: text });
  await expect(own).toContainText("December 2022");
  await expect(page).toHaveURL(/from=2022-11-01/);

  await expect(own).toContainText("Waiting for approval: the desk alone sees it.");
  await expect(own).toContainText("another editor or an admin has to approve it");
  await expect(own.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expect(page.locator("#timeline svg").first()).not.toContainText(text);

  const manager = await another("manager");
  const read = manager.getByRole("region", { name: "Annotations" });
  await manager.goto("/timeline");
  await expect(read).not.toContainText(text);
  await expect(manager.getByText("Annotate the timeline")).toHaveCount(0);
  const admin = await another("admin");
  await admin.goto("/inbox");
  const notice = admin.getByRole("listitem").filter({ hasText: text });
  await expect(notice).toContainText("submitted an annotation for approval");
  await admin.goto("/");
  await admin.getByRole("link", { name: /annotations? of the timeline waits? for approval/ }).click();
  await admin.getByRole("region", { name: "Annotations of the timeline" }).getByRole("link", { name: text }).click();
  await expect(admin).toHaveURL(/from=2022-12-01&to=2022-12-31#note-/);
  const approve = admin.getByRole("form", { name: `Approve the annotation “${text}”` }).getByRole("button");
  await approve.click();
  await expect(approve).toHaveCount(0);
  await manager.reload();
  await expect(read).toContainText(text);

  await page.reload();
  await own.getByText("Edit", { exact: true }).click();
  await own.getByLabel("When").fill("2022-12-05");
  await own.getByRole("button", { name: "Save" }).click();
  const change = own.filter({ hasText: "5 December 2022" });
  await expect(change).toContainText(`A change of “${text}”, waiting for approval`);
  await manager.reload();
  await expect(read).toContainText("December 2022");
  await expect(read).not.toContainText("5 December 2022");
  await admin.reload();
  await approve.click();
  await expect(approve).toHaveCount(0);
  await manager.reload();
  await expect(read).toContainText("5 December 2022");

  await page.reload();
  await expect(own).toHaveCount(1);
  await own.getByText("Remove from the timeline").first().click();
  await own.getByRole("button", { name: "Remove from the timeline" }).click();
  await expect(own.getByRole("alert")).toContainText("reason");
  await own.getByLabel("Reason").fill("Said elsewhere.");
  await own.getByRole("button", { name: "Remove from the timeline" }).click();
  await expect(own).toHaveCount(0);
  await manager.reload();
  await expect(read).not.toContainText(text);
});

test("who lost the right to annotate meanwhile is refused in a sentence that says who may", async ({
  page,
  enter,
  context,
  cookiesOf,
  baseURL,
}) => {
  await enter("editor");
  await openTimeline(page);
  await page.getByText("Annotate the timeline").click();
  await writing(page).getByLabel("Annotation", { exact: true }).fill("Not mine to write");
  await writing(page).getByLabel("When").fill("2022");
  await context.clearCookies();
  await context.addCookies(await cookiesOf("reporter"));
  await setLanguage(context, "en", baseURL);
  await page.getByRole("button", { name: "Hand in for approval" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "may not" });
  await expect(refusal).toContainText("A reporter may not annotate the timeline.");
  await expect(refusal).toContainText("Who may: editors and admins.");
  await expect(writing(page).getByLabel("Annotation", { exact: true })).toHaveValue("Not mine to write");
});
