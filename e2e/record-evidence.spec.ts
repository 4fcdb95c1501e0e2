import type { Page } from "@playwright/test";
import { makePdf } from "@/db/testing/make-pdf";
import { expect, pickRecord, test } from "./fixture";

test("evidence goes from a reporter's form to the manager's page, past a second pair of eyes", async ({
  page,
  enter,
  another,
}) => {
  const title = `Buren zagen bezoekers aan de Amsterdamse deur ${Date.now()} ${"0123456789abcdef".repeat(11)}`;
  await enter("reporter");
  await page.goto("/evidence/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Kind").selectOption({ label: "Article" });
  await page.getByLabel(/^Published/).fill("somewhere in 2022");
  await page.getByLabel("Language").fill("nl");
  await page.getByLabel("Paste a link").fill("www.example.org/buren");
  await pickRecord(page, "Stations", "Amsterdam", /^Amsterdam/);

  await test.step("what is typed comes back after a reload, the picked records too", async () => {
    await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain("nl-amsterdam");
    await page.reload();
    await page.getByRole("button", { name: "Put it back" }).click();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await expect(page.getByRole("button", { name: "Remove Amsterdam" })).toBeVisible();
  });

  const publisher = page.getByRole("combobox", { name: "Publisher" });
  const newspaper = `Buurtkrant ${Date.now()}`;
  await publisher.fill(newspaper);
  await publisher.press("Tab");
  await page.getByRole("button", { name: "Save draft" }).click();

  await test.step("wrong input comes back beside its field, and what was typed stays", async () => {
    const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await expect(summary).toBeFocused();
    await expect(page.getByLabel(/^Published/)).toHaveAccessibleDescription(
      /Write a date as 2022-10-26, 2022-10, 2022, 2019~ or 2016\/2018\./,
    );
    await expect(page.getByLabel("Paste a link")).toHaveAccessibleDescription(/Write a full web address/);
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await expect(page.getByLabel(/^Published/)).toHaveValue("somewhere in 2022");
    await expect(page.getByLabel("Kind")).toHaveValue("article");
    await expect(page.locator("input[name=stations]")).toHaveValue("nl-amsterdam");
    await expect(publisher).toHaveValue(newspaper);
    await expect(publisher).toHaveAccessibleDescription(/is not on file: add it here, or choose another/);
    await summary.getByRole("link", { name: /^Published/ }).click();
    await expect(page.getByLabel(/^Published/)).toBeFocused();
  });

  await test.step("the publisher is to be added with the item, and taken away again", async () => {
    const added = page.getByRole("group", { name: `Add “${newspaper}”` });
    await added.getByRole("checkbox", { name: /^\+ Add/ }).check();
    await expect(added.getByLabel("What it is")).toHaveValue("news_outlet");
    await expect(publisher).toHaveValue(newspaper);
    await publisher.fill("");
    await expect(page.locator("input[name=publisher]")).toHaveValue("");
  });

  await test.step("one that is on file under another spelling is shown, and taken from there", async () => {
    await publisher.fill("World, the Republic");
    await publisher.press("Tab");
    const alike = page.getByRole("group", { name: "This may be on file already" });
    await expect(alike.getByText("the same words in the name")).toBeVisible();
    await alike.getByRole("button", { name: "Use this one (Republic World)" }).click();
    await expect(page.locator("input[name=publisher]")).toHaveValue("republic-world");
    await publisher.fill("");
  });

  await test.step("so is an item whose address is on file, until it is said to be another", async () => {
    await page.getByLabel("Paste a link").fill("http://www.globaltimes.cn/page/202210/1278052.shtml?utm_source=mail");
    const alike = page.getByRole("group", { name: "This may be on file already" });
    await expect(alike.getByRole("link", { name: /^Use this one/ })).toHaveAttribute("href", "/evidence/src-041");
    await page.getByLabel(/^Published/).fill("2022-10~");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /may be on file already/ })).toBeVisible();
    await alike.getByRole("checkbox", { name: /^It is another/ }).check();
    await expect(alike.getByRole("checkbox", { name: /^It is another/ })).toBeChecked();
  });

  await page.getByLabel(/^Published/).fill("2022-10~");
  await page.getByLabel("Paste a link").fill("https://example.org/buren");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.getByText("about October 2022").first()).toBeVisible();
  await expect(page.getByText("Draft", { exact: true }).first()).toBeVisible();
  const address = new URL(page.url()).pathname;
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  await test.step("its token of 176 letters widens no page, of a phone or of a desk", async () => {
    const desk = page.viewportSize() ?? { width: 1280, height: 720 };
    for (const path of [address, "/stations/nl-amsterdam", "/evidence?q=Buren"]) {
      await page.goto(path);
      for (const width of [390, desk.width]) {
        await page.setViewportSize({ ...desk, width });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect.soft(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
    await page.goto(address);
  });

  await test.step("it stands at its location, for the desk and not for the manager", async () => {
    await page.goto("/stations/nl-amsterdam");
    const here = page.getByRole("region", { name: "Evidence at this location" });
    await expect(here.getByRole("link", { name: title })).toBeVisible();
    const manager = await another("manager");
    await manager.goto("/stations/nl-amsterdam");
    await expect(manager.getByRole("heading", { level: 1 })).toHaveText("Amsterdam");
    await expect(manager.getByText(title)).toHaveCount(0);
  });

  await page.goto(address);
  await test.step("the letter itself is added, looked at by the desk, and by nobody else", async () => {
    const files = page.getByRole("region", { name: "Files" });
    const letter = Buffer.from("Geachte redactie,\nde kamer is verhuurd.\n");
    await files.getByLabel("Add files").setInputFiles([
      { name: "brief 信件.txt", mimeType: "text/html", buffer: letter },
      { name: "script.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg onload='alert(1)'/>") },
      { name: "lease of Jansen.pdf", mimeType: "application/pdf", buffer: makePdf(["Jansen rents the room"]) },
    ]);
    await expect(files.getByText("brief 信件.txt was added.")).toBeVisible();
    await expect(files.getByText("script.svg was added.")).toBeVisible();
    await expect(files.getByText("lease of Jansen.pdf was added.")).toBeVisible();
    const link = files.getByRole("link", { name: "brief 信件.txt", exact: true });
    const href = (await link.getAttribute("href")) ?? "";
    const answer = await page.request.get(href, { headers: { Range: "bytes=0-7" } });
    expect([answer.status(), await answer.text()]).toEqual([206, "Geachte "]);
    const active = files.getByRole("link", { name: "script.svg", exact: true });
    const download = await page.request.get((await active.getAttribute("href")) ?? "");
    expect(download.headers()["content-disposition"]).toMatch(/^attachment;/);
    expect(download.headers()["content-security-policy"]).toMatch(/sandbox$/);
    const outside = await another("manager");
    expect((await outside.request.get(href)).status()).toBe(404);
  });
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByText("In review", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);

  const editor = await another("editor");
  await editor.goto("/queue");
  await editor.getByText("Filters", { exact: true }).click();
  await editor.getByRole("checkbox", { name: /^Evidence/ }).check();
  // A choice counts at once, without a button.
  await expect(editor).toHaveURL(/kind=evidence/);
  await expect(editor.getByText("Live: changes by others")).toBeVisible();
  // The choices stay open for the next one, over the list.
  await editor
    .locator("summary")
    .filter({ hasText: /^Filters/ })
    .click();
  await editor.getByRole("rowheader").getByRole("link", { name: title }).click();
  const shown = editor.getByRole("region", { name: "Shown beside the list" });
  await shown.getByRole("heading").getByRole("link", { name: title }).click();
  await expect(editor).toHaveURL(new RegExp(`${address}$`));
  let original = "";
  await test.step("an editor paints over a name, with the pointer or the keyboard", async () => {
    await editor.getByRole("link", { name: "About lease of Jansen.pdf" }).click();
    await expect(editor).toHaveURL(/\/files\//);
    original = new URL(editor.url()).pathname;
    const lease = editor.getByRole("img", { name: "Page 1 of lease of Jansen.pdf" });
    await expect(lease).toHaveJSProperty("naturalWidth", 1400);
    await editor.getByRole("link", { name: "Redact" }).click();
    const sheet = editor.getByRole("img", { name: /drag to draw a box/ });
    await expect(sheet).toHaveJSProperty("naturalWidth", 1400);
    await expect(editor.getByRole("button", { name: "Add a box" })).toBeVisible();
    const { x = 0, y = 0, width = 0, height = 0 } = (await sheet.boundingBox()) ?? {};
    await editor.mouse.move(x + width * 0.04, y + height * 0.4);
    await editor.mouse.down();
    await editor.mouse.move(x + width * 0.2, y + height * 0.54, { steps: 4 });
    await editor.mouse.up();
    const first = editor.getByRole("group", { name: "Box 1" });
    await expect(first.getByLabel("Width")).toHaveValue(/^1[56]/);
    await editor.getByRole("button", { name: "Box 1", exact: true }).press("Shift+ArrowRight");
    await expect(first.getByLabel("Width")).toHaveValue(/^16/);
    await editor.getByLabel("Name of the copy").fill("lease");
    await editor.getByRole("button", { name: "Make the redacted copy" }).click();
    await expect(editor.getByRole("figure").filter({ hasText: "Original" })).toBeVisible();
    await expect(editor.getByRole("figure").filter({ hasText: "Redacted copy" })).toBeVisible();
    await expect(editor.getByRole("rowheader", { name: "Redacted" })).toBeVisible();
    await editor.goto(address);
  });
  await editor.getByRole("button", { name: "Approve" }).click();
  await expect(editor.getByText("Approved", { exact: true }).first()).toBeVisible();
  await editor.getByRole("button", { name: "Publish" }).click();
  // "Published" alone is also what its date is called, and the button is called otherwise while it works.
  await expect(editor.getByText(/· revision 4 ·/)).toBeVisible();

  const manager = await another("manager");
  await manager.goto("/stations/nl-amsterdam");
  await manager.getByRole("region", { name: "Evidence at this location" }).getByRole("link", { name: title }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(manager.getByText("checked by Esra Editor").first()).toBeVisible();
  await test.step("the copy is the desk's alone until somebody who did not make it releases it", async () => {
    await expect(manager.getByRole("region", { name: "Files" })).toHaveCount(0);
    await editor.goto("/queue");
    const copyIn = (other: Page) =>
      other.getByRole("region", { name: "Redacted copies" }).getByRole("listitem").filter({ hasText: title });
    await expect(copyIn(editor)).toContainText("You made it");
    const admin = await another("admin");
    await admin.goto("/queue");
    await copyIn(admin).getByRole("link", { name: "lease.pdf" }).click();
    await expect(admin.getByRole("figure").filter({ hasText: "Original" })).toBeVisible();
    await admin.getByRole("button", { name: "Release", exact: true }).press("Enter");
    await expect(admin.getByRole("rowheader", { name: "Released for others to see" })).toBeVisible();
    await expect(admin.getByText("Waits for another editor")).toHaveCount(0);
    await manager.reload();
  });
  await test.step("the manager sees the redacted copy alone, and the original is nowhere", async () => {
    const files = manager.getByRole("region", { name: "Files" });
    await expect(files.getByRole("listitem")).toHaveCount(1);
    const copy = files.getByRole("link", { name: "lease.pdf", exact: true });
    expect((await manager.request.get((await copy.getAttribute("href")) ?? "")).status()).toBe(200);
    const bytes = `/api/v1${original}`;
    const ways = [original, bytes, `${bytes}/pictures/1`, `${bytes}/pictures/1?size=thumbnail`, `${bytes}/custody`];
    for (const way of ways) expect.soft((await manager.request.get(way)).status(), way).toBe(404);
    await files.getByRole("link", { name: "About lease.pdf" }).click();
    await expect(manager.getByRole("heading", { level: 1 })).toHaveText("lease.pdf");
    await expect(manager.getByText("Jansen")).toHaveCount(0);
  });
});
