import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { addDays } from "@/lib/dates/days";
import { expect, pickRecord, test } from "./fixture";
import { TODAY } from "./newsroom";

const rows: Record<string, string>[] = parse(readFileSync("db/dossier/data/sources.csv"), { columns: true });
const row = rows.find(({ id }) => id === "src-001");
const SOURCE = { title: row?.title ?? "", published: row?.published_on ?? "", language: row?.language ?? "" };
const day = (days: number) => addDays(TODAY, days);

const state = (page: Page, text: string) => expect(page.getByText(text, { exact: true }).first()).toBeVisible();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const steps = (page: Page) => page.getByRole("region", { name: "Next step" });

/** Takes a step and waits for the revision that it makes: what a state is called may stand elsewhere on the page too. */
async function take(page: Page, step: string) {
  const revision = page.getByText(/· revision \d+ ·/);
  const before = await revision.innerText();
  await press(page, step);
  await expect(revision).not.toHaveText(before);
}

async function fillReason(page: Page, step: string, reason: string) {
  await steps(page).getByText("Other steps").click();
  await page.getByLabel("Reason (internal log)").first().fill(reason);
  await press(page, step);
}
async function tickAll(page: Page, step: string) {
  // The boxes stand before the button of their step.
  await expect(steps(page).getByRole("button", { name: step, exact: true })).toBeVisible();
  for (const box of await steps(page).getByRole("checkbox").all()) await box.check();
}
async function submitted(page: Page) {
  await take(page, "Submit for review");
  await state(page, "In review");
  return new URL(page.url()).pathname;
}
async function passed(page: Page, address: string) {
  await page.goto(address);
  await take(page, "Approve");
  await state(page, "Approved");
  await tickAll(page, "Publish");
  await take(page, "Publish");
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

  const station = "/stations/hu-budapest-qingtian";
  const chart = async () => {
    await manager.goto("/figures/status?country=HU");
    return manager.getByRole("row", { name: "Hungary" }).allTextContents();
  };
  const counted = await chart();

  await test.step("the reporter logs the dossier's first source as it was seen again, and an editor publishes it", async () => {
    await page.goto("/evidence/new");
    await page.getByLabel("Title").fill(`${SOURCE.title}, seen again ${mark}`);
    await page.getByLabel("Kind").selectOption({ label: "Article" });
    await page.getByLabel(/^Published/).fill(SOURCE.published);
    await page.getByLabel("Language").fill(SOURCE.language);
    await page.getByLabel("Paste a link").fill("https://example.org/seen-again");
    await press(page, "Save draft");
    await passed(editor, await submitted(page));
  });

  await test.step("asks the ministry for comment, and the deadline passes", async () => {
    await page.goto("/replies/new?station=hu-budapest-qingtian");
    await pickRecord(page, "Asked", "Ministry");
    await page.getByLabel("Subject").fill(`A station in Budapest ${mark}`);
    await page.getByLabel("Questions").fill("Is it closed, and since when?");
    await page.getByLabel("Sent by").selectOption({ label: "E-mail" });
    await page.getByLabel("Sent on").fill(day(-20));
    await page.getByLabel("Answer due on").fill(day(-1));
    await press(page, "Save");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`A station in Budapest ${mark}`);
    await page.goto("/");
    const waiting = page.getByRole("region", { name: "Needs you" });
    await expect(waiting.getByText(`A station in Budapest ${mark}`)).toBeVisible();
  });

  const report = await test.step("proposes another status of the station", async () => {
    await page.goto(`${station}/status/new`);
    await page.getByLabel("Status", { exact: true }).selectOption({ label: "Reported closed" });
    await page.getByLabel("As of").fill("2023-01-15");
    await pickRecord(page, "Evidence", String(mark));
    await press(page, "Save draft");
    return submitted(page);
  });

  await test.step("an editor asks for changes, and the reporter mends it", async () => {
    await editor.goto(report);
    await fillReason(editor, "Request changes", "Say where the notice hangs.");
    await state(editor, "Changes requested");
    await page.goto(report);
    await expect(page.getByText("Say where the notice hangs.").first()).toBeVisible();
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await page.getByText("More", { exact: true }).click();
    await page.getByLabel("Editor’s note").fill("The notice hangs on the street door.");
    await press(page, "Save");
    await submitted(page);
    await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  });

  await test.step("the editor approves and publishes it, and the manager's chart moves", async () => {
    await passed(editor, report);
    await expect.poll(chart).not.toEqual(counted);
    await manager.goto(station);
    await expect(manager.getByText(/^Reported closed/).first()).toBeVisible();
  });

  const before = new Date().toISOString();
  const note = `We left out a name that the reports use (${mark}).`;

  const proposal = await test.step("a correction is proposed: the page stays as it is", async () => {
    await page.goto(station);
    await page.getByRole("link", { name: "Propose a change" }).click();
    await page.getByLabel("Other names").fill(`Office in the eighth district ${mark}`);
    await page.getByLabel("Reason", { exact: true }).fill("The photo shows the street sign.");
    await page.getByLabel("Public correction note").fill(note);
    await press(page, "Save and submit for review");
    await state(page, "In review");
    await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
    await manager.goto(station);
    await expect(manager.getByText(`Office in the eighth district ${mark}`)).toHaveCount(0);
    return new URL(page.url()).pathname;
  });

  await test.step("another person approves it, and everybody reads the correction", async () => {
    await editor.goto(proposal);
    await expect(editor.getByText(`Office in the eighth district ${mark}`).first()).toBeVisible();
    await tickAll(editor, "Approve");
    await press(editor, "Approve");
    await state(editor, "Approved and published");
    await manager.goto(station);
    await expect(manager.getByText(note)).toBeVisible();
    await expect(manager.getByText(`Office in the eighth district ${mark}`).first()).toBeVisible();
    await manager.goto("/corrections");
    await expect(manager.getByRole("row", { name: new RegExp(String(mark)) })).toBeVisible();
  });

  await test.step("and what was published before is still to be read as it was", async () => {
    await manager.goto(`${station}?at=${before}`);
    await expect(manager.getByText(`Office in the eighth district ${mark}`)).toHaveCount(0);
    await expect(manager.getByText(/Reported closed/).first()).toBeVisible();
  });
});
