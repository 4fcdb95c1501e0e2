import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { startOwnSite } from "@/db/testing/own-site";
import type { Role } from "@/lib/workflow/actor";
import { expect, fillSignIn, pickRecord, setLanguage, test } from "./fixture";

const SENTENCE = "The ministry counts over 100 stations in 53 countries, said Jansen.";
let sentence = SENTENCE;
let [here, base, folder] = ["", "", ""];
let pages: Server;
let site: ChildProcess;

/** A site of its own, which asks for pages: the others' asks for none, and for nobody's address. */
test.beforeAll(async () => {
  pages = createServer((_request, answer) => {
    const rest = "<p>The embassy denied on the same day that anybody worked there but volunteers.".repeat(12);
    answer
      .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
      .end(`<title>Ministry</title><main><h1>Statement</h1><p>${sentence}</p>${rest}</main>
        <div style="position:fixed;bottom:0">We use cookies. <button onclick="this.parentNode.remove()">Reject all</button></div>`);
  });
  await new Promise<void>((open) => pages.listen(0, "127.0.0.1", open));
  here = `127.0.0.1:${(pages.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "wederhoor-preserved-"));
  const env = { TIME_ZONE: "Europe/Amsterdam", DEMO_PASSWORDS: "keep", FETCH_PAGES: "on", FETCH_ALLOWED: here };
  const started = await startOwnSite({ folder, root: process.cwd(), env }, (child) => {
    site = child;
  });
  base = started.base;
});

test.afterAll(async () => {
  const ended = new Promise((done) => site.once("exit", done));
  site.kill("SIGTERM");
  await ended;
  pages.close();
  pages.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

/** Selects words as a pointer does: they stand in one text. */
async function selectWords(box: Locator, words: string) {
  await expect(box).toContainText(words);
  await box.evaluate((own, words) => {
    const texts = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const at = text.nodeValue?.indexOf(words) ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(text, at, text, at + words.length);
    }
  }, words);
}

test("a page is captured as it looks, quoted, redacted and published, and its next copy shows what changed", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const contexts: BrowserContext[] = [];
  const enter = async (role: Role): Promise<Page> => {
    const passwords = JSON.parse(readFileSync(join(folder, "demo-accounts.json"), "utf8")) as Record<Role, string>;
    const context = await browser.newContext({ baseURL: base, locale: "en-GB" });
    contexts.push(context);
    await setLanguage(context, "en", base);
    const page = await context.newPage();
    await page.goto("/sign-in");
    await fillSignIn(page, { email: `${role}@demo.example`, password: passwords[role] });
    await expect(page).not.toHaveURL(/sign-in/);
    return page;
  };

  const reporter = await enter("reporter");
  await reporter.goto("/evidence/new");
  await reporter.getByLabel("Title").fill("Statement of the ministry");
  await reporter.getByLabel("Kind").selectOption({ label: "Statement" });
  await reporter.getByLabel(/^Published/).fill("2022-11-01");
  await reporter.getByLabel("Language").fill("en");
  await reporter.getByLabel("Paste a link").fill(`http://${here}/statement`);
  await reporter.getByRole("button", { name: "Save draft" }).click();
  await expect(reporter.getByRole("heading", { level: 1 })).toContainText("Statement of the ministry");
  const address = new URL(reporter.url()).pathname;
  const preserved = reporter.getByRole("region", { name: /^Preserved pages/ });

  await test.step("it is captured with its picture, after what asked for consent was refused", async () => {
    await preserved.getByRole("button", { name: "Preserve this page" }).click();
    const picture = preserved.getByRole("link", { name: /^After the question for consent/ });
    await expect(picture).toBeVisible({ timeout: 90_000 });
    await expect(picture.locator("img")).not.toHaveJSProperty("naturalWidth", 0);
    await preserved.getByText("How it was made").click();
    await expect(preserved.getByText(/answered with “Reject all”, to refuse/)).toBeVisible();
    const dom = preserved.getByRole("link", { name: /\.html$/ }).first();
    const { headers, ok } = await reporter.request.get((await dom.getAttribute("href")) ?? "").then((answer) => ({
      headers: answer.headers(),
      ok: answer.ok(),
    }));
    expect([ok, headers["content-disposition"]?.split(";")[0]]).toEqual([true, "attachment"]);
    expect(headers["content-security-policy"]).toMatch(/sandbox$/);
  });

  await test.step("a sentence is selected, and tied to a claim", async () => {
    await preserved.getByRole("link", { name: /^What happened to .*\.txt$/ }).click();
    await selectWords(reporter.getByRole("textbox", { name: /^Text of page 1/ }), SENTENCE);
    await expect(reporter.getByLabel("Quote", { exact: true })).toHaveValue(SENTENCE);
    await pickRecord(reporter, "Claim", "100", /100/);
    await reporter.getByRole("button", { name: "Save the quote" }).click();
    // A published claim takes it by a proposal.
    await expect(reporter).toHaveURL(/\/proposals\//);
    await expect(reporter.getByText(SENTENCE).first()).toBeVisible();
  });

  await reporter.goto(address);
  await reporter.getByRole("button", { name: "Submit for review" }).click();
  await expect(reporter.getByText("In review", { exact: true }).first()).toBeVisible();

  const editor = await enter("editor");
  await editor.goto(address);
  await test.step("an editor paints over a name on the picture, and publishes", async () => {
    await editor.getByRole("link", { name: /^First screen/ }).click();
    await editor.getByRole("link", { name: "Redact" }).click();
    const sheet = editor.getByRole("img", { name: /drag to draw a box/ });
    await expect(sheet).not.toHaveJSProperty("naturalWidth", 0);
    const { x = 0, y = 0, width = 0, height = 0 } = (await sheet.boundingBox()) ?? {};
    await editor.mouse.move(x + width * 0.02, y + height * 0.04);
    await editor.mouse.down();
    await editor.mouse.move(x + width * 0.7, y + height * 0.14, { steps: 4 });
    await editor.mouse.up();
    await editor.getByLabel("Name of the copy").fill("statement without a name");
    await editor.getByRole("button", { name: "Make the redacted copy" }).click();
    await expect(editor.getByRole("figure").filter({ hasText: "Redacted copy" })).toBeVisible();
    await editor.goto(address);
    await editor.getByRole("button", { name: "Approve" }).click();
    await expect(editor.getByText("Approved", { exact: true }).first()).toBeVisible();
    await editor.getByRole("button", { name: "Publish" }).click();
    await expect(editor.getByText(/· revision 4 ·/)).toBeVisible();
  });

  await test.step("a manager sees the redacted copy alone, once another than its maker released it", async () => {
    const manager = await enter("manager");
    await manager.goto(address);
    await expect(manager.getByRole("region", { name: /^Files/ })).toHaveCount(0);
    const admin = await enter("admin");
    await admin.goto(address);
    await admin
      .getByRole("form", { name: /^Release statement/ })
      .getByRole("button", { name: "Release" })
      .click();
    await expect(admin.getByText("Waits for another editor")).toHaveCount(0);
    await manager.reload();
    const files = manager.getByRole("region", { name: /^Files/ });
    await expect(files.getByRole("listitem")).toHaveCount(1);
    await expect(files.getByRole("link", { name: /^statement without a name/ })).toBeVisible();
    await expect(manager.getByRole("region", { name: /^Preserved pages/ })).toHaveCount(0);
  });

  await test.step("its next copy shows what changed, in words and in two pictures", async () => {
    sentence = SENTENCE.replace("over 100", "over 30");
    await reporter.goto(address);
    await preserved.getByRole("button", { name: "Preserve this page" }).click();
    await expect(preserved.getByRole("link", { name: /^First screen/ })).toHaveCount(2, { timeout: 90_000 });
    await preserved.getByRole("link", { name: "Compare copies" }).click();
    await expect(reporter.getByText("1 line says something else.")).toBeVisible();
    await expect(reporter.getByRole("deletion").first()).toHaveText(/100/);
    const pictures = reporter.getByRole("region", { name: "How it looks" }).getByRole("img");
    await expect(pictures).toHaveCount(2);
    for (const picture of await pictures.all()) await expect(picture).not.toHaveJSProperty("naturalWidth", 0);
    await reporter.setViewportSize({ width: 390, height: 800 });
    const overflow = await reporter.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
  for (const context of contexts) await context.close();
});
