import type { Page } from "@playwright/test";
import { expect, test } from "./fixture";

const PLACE = "/claims/clm-it-02";
const discussion = (page: Page) => page.getByRole("region", { name: "Discussion" });
/** Where a comment is written, once it offers people to mention: until then it is the form of a page without JavaScript. */
async function boxOf(page: Page) {
  const box = page.getByLabel("Write a comment");
  await expect(box).toHaveAttribute("aria-autocomplete", "list");
  return box;
}
const inbox = (page: Page) => page.getByRole("list", { name: "Notices" }).getByRole("listitem");

test("a colleague is mentioned by the keyboard, reads it in the inbox, answers and marks it as read", async ({
  page,
  enter,
  another,
}) => {
  const text = `Who counted these? ${Date.now()}`;
  await enter("editor");
  await page.goto(PLACE);
  const box = await boxOf(page);
  await box.fill(`${text} @rob`);
  await expect(page.getByRole("option", { name: /Robin Reporter/ })).toBeVisible();
  await box.press("Enter");
  await expect(box).toHaveValue(`${text} @reporter `);
  await discussion(page).getByLabel("About").selectOption("valueNumber");
  await discussion(page).getByRole("button", { name: "Send", exact: true }).last().click();
  const comment = discussion(page).getByRole("article").filter({ hasText: text });
  await expect(comment).toContainText("@Robin Reporter");
  await expect(comment).toContainText("Number");
  await expect(box).toHaveValue("");

  const reporter = await another("reporter");
  await reporter.goto("/inbox?show=unread");
  const line = inbox(reporter).filter({ hasText: text });
  await expect(line).toContainText("Esra Editor mentioned you");
  await expect(reporter.getByRole("banner").getByRole("link", { name: /unread/ })).toBeVisible();
  await line.getByRole("link").click();
  await expect(reporter).toHaveURL(/#comment-/);
  const thread = discussion(reporter).getByRole("listitem").filter({ hasText: text });
  await thread.getByText("Reply", { exact: true }).click();
  await reporter.getByLabel("Reply to Esra Editor").last().fill("The NGO did.");
  await thread.getByRole("button", { name: "Send", exact: true }).click();
  await expect(thread.getByRole("article").filter({ hasText: "The NGO did." })).toBeVisible();

  await reporter.goto("/inbox?show=unread");
  await inbox(reporter).filter({ hasText: text }).getByRole("button", { name: "Mark as read" }).click();
  await expect(inbox(reporter).filter({ hasText: text })).toHaveCount(0);
  await page.goto("/inbox");
  await expect(inbox(page).filter({ hasText: "The NGO did." })).toContainText("Robin Reporter commented");
});

test("what is refused comes back as it was typed, with a sentence", async ({ page, enter, troubles }) => {
  await enter("editor");
  await page.goto(PLACE);
  await page.route("**/api/v1/comments", (route) =>
    route.request().method() === "POST" ? route.abort() : route.fallback(),
  );
  const box = await boxOf(page);
  await box.fill("This never arrives.");
  await discussion(page).getByRole("button", { name: "Send", exact: true }).last().click();
  await expect(discussion(page).getByRole("alert")).toContainText("could not be sent");
  await expect(box).toHaveValue("This never arrives.");
  await expect(discussion(page).getByRole("article").filter({ hasText: "This never arrives." })).toHaveCount(0);
  troubles.splice(0, troubles.length, ...troubles.filter((line) => !line.includes("ERR_FAILED")));
});

test("a manager reads the claim and nothing of what the desk says about it", async ({ page, enter }) => {
  await enter("manager");
  await page.goto(PLACE);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(discussion(page)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Inbox" })).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a comment is written, followed, resolved, and read in the inbox", async ({ page, enter, another }) => {
    const text = `Is this its name? ${Date.now()}`;
    await enter("reporter");
    await page.goto("/events/evt-03");
    await page.getByLabel("Write a comment").fill(`${text} @editor @nobody`);
    await discussion(page).getByRole("button", { name: "Send", exact: true }).last().click();
    await expect(page).toHaveURL(/\/events\/evt-03#comment-/);
    const thread = discussion(page).getByRole("listitem").filter({ hasText: text });
    await expect(thread).toContainText("@nobody: nobody was told");
    await expect(discussion(page)).toContainText(/because you (?:commented|wrote it)/);
    await discussion(page).getByRole("button", { name: "Stop following" }).click();
    await expect(discussion(page)).toContainText("You are not told");
    await thread.getByRole("button", { name: "Mark as resolved" }).click();
    await expect(thread).toContainText("Resolved by Robin Reporter");
    await page.getByLabel("Write a comment").fill(" ");
    await discussion(page).getByRole("button", { name: "Send", exact: true }).last().click();
    await expect(discussion(page).getByRole("alert")).toContainText("Fill this in.");

    const editor = await another("editor");
    await editor.goto("/inbox");
    await expect(inbox(editor).filter({ hasText: text })).toContainText("Robin Reporter mentioned you");
    await enter("editor");
    await page.goto("/inbox");
    const line = inbox(page).filter({ hasText: text });
    await line.getByRole("button", { name: "Mark as read" }).click();
    await expect(line.getByRole("button")).toHaveCount(0);
    // Others comment meanwhile: what came after the page was read is not marked with it.
    await expect(async () => {
      await page.goto("/inbox");
      const all = page.getByRole("button", { name: "Mark all as read" });
      if (await all.isVisible()) await all.click();
      await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
      await expect(page.getByRole("link", { name: /unread/ })).toHaveCount(0, { timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
  });
});
