import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture";

const run = promisify(execFile);
const Q4 = "/summary?from=2022-10-01&to=2022-12-31";
/** Others publish while a page is read: then it is read again. */
const AGAIN = { timeout: 60_000 };

/** What a PDF says; null where nothing reads PDFs. */
const textOf = (path: string) =>
  run("pdftotext", [path, "-"]).then(
    ({ stdout }) => stdout.replace(/\s+/g, " "),
    () => null,
  );

/** The number that a list says it has, from the API of the same address. */
async function totalAt(page: Page, href: string): Promise<number> {
  const answer = await page.request.get(`/api/v1${href}`);
  expect(answer.status(), href).toBe(200);
  return (await answer.json()).total;
}

for (const role of ["manager", "editor", "admin"] as const) {
  test(`as ${role} every key figure is the number of records behind its link`, async ({ page, enter }) => {
    await enter(role);
    const links = page.locator("[data-figure] dd a");
    await expect(async () => {
      await page.goto(Q4);
      expect(await links.count()).toBeGreaterThan(4);
      for (const link of await links.all()) {
        const shown = Number((await link.innerText()).replace(/\D/g, ""));
        const href = (await link.getAttribute("href")) ?? "";
        expect(await totalAt(page, href), href).toBe(shown);
      }
    }).toPass(AGAIN);
    await expect(page.getByRole("heading", { name: "By person" })).toHaveCount(role === "admin" ? 1 : 0);
  });
}

test("the period is in the address, which reproduces the view and names the period it is compared with", async ({
  page,
  enter,
}) => {
  await enter("manager");
  await page.goto("/summary");
  await expect(page.getByText("Nothing is compared")).toBeVisible();
  await page.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "2022" }).click();
  await expect(page).toHaveURL(/from=2022-01-01&to=2022-12-31/);
  await expect(page.getByText("Compared with 1 Jan – 31 Dec 2021")).toBeVisible();
  const figure = page.locator("[data-figure=evidence]");
  await expect(async () => {
    const text = await figure.innerText();
    await page.reload();
    expect(await figure.innerText()).toBe(text);
  }).toPass(AGAIN);
  await figure.getByText("What is counted").click();
  await expect(figure.getByText("does not count independent sources")).toBeVisible();
});

test("what somebody else published since the last visit is shown, until it is marked as seen", async ({
  page,
  enter,
  another,
}) => {
  await enter("manager");
  await page.goto("/summary");
  const mark = page.getByRole("button", { name: /Start tracking changes|Mark as seen/ });
  // Only what the page told of is marked: what was published since is told then, and marked next.
  const markAll = () =>
    expect(async () => {
      if (await mark.isVisible()) await mark.click();
      await expect(page.getByText(/Nothing has changed that you may see/)).toBeVisible({ timeout: 2_000 });
    }).toPass(AGAIN);
  await markAll();
  const desk = await another("editor");
  const name = `News of ${Date.now()}`;
  const made = await desk.request.post("/api/v1/organizations", { data: { name, kind: "news_outlet" } });
  expect(made.status()).toBe(201);
  const { slug } = await made.json();
  const approver = await another("admin");
  const version = async () => (await (await desk.request.get(`/api/v1/organizations/${slug}`)).json()).version;
  for (const [who, step] of [
    [desk, "submit"],
    [approver, "approve"],
    [approver, "publish"],
  ] as const) {
    const answer = await who.request.post("/api/v1/transitions", {
      data: { kind: "organization", slug, step, basedOn: await version() },
    });
    expect(answer.ok(), `${step} ${await answer.text()}`).toBe(true);
  }
  await page.goto("/summary");
  await expect(page.getByRole("region", { name: "Since your last visit" })).toContainText(name);
  await markAll();
  await expect(page.getByRole("region", { name: "Since your last visit" })).not.toContainText(name);
});

test("the PDF is of the same view, and says no to whoever is not signed in or asks what it does not know", async ({
  page,
  enter,
  request,
}) => {
  expect((await request.get("/summary.pdf")).status()).toBe(401);
  await enter("manager");
  expect((await page.request.get("/summary.pdf?from=yesterday")).status()).toBe(400);
  await expect(async () => {
    await page.goto(Q4);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as PDF" }).click();
    const text = await textOf(await (await download).path());
    if (text === null) return console.log("There is no pdftotext here (poppler-utils): the PDF was not read.");
    expect(text).toContain("Report");
    expect(text).toContain("1 October 2022");
    expect(text).toContain("Safeguard Defenders");
    expect(text).toContain("Page 2 of 2");
    const evidence = (await page.locator("[data-figure=evidence] dd").first().innerText()).trim();
    expect(text).toContain(evidence);
  }).toPass(AGAIN);
});

/** CSS pixels that the margins of print.css leave of an A4 page's width. */
const PAPER = Math.floor(((210 - 2 * 16) / 25.4) * 96);

for (const locale of ["en", "nl"] as const) {
  test(`printed in ${locale} it is two pages of A4 exactly`, async ({ page, enter }) => {
    await enter("admin", locale);
    for (const path of ["/summary", Q4]) {
      await page.goto(path);
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g), path).toHaveLength(2);
      const viewport = page.viewportSize();
      await page.setViewportSize({ width: PAPER, height: 980 });
      await page.emulateMedia({ media: "print" });
      // Nothing is cut off by the sheet's edge, and its foot is on it.
      const cut = () =>
        page.$$eval(".summary-sheet", (sheets) => sheets.map((sheet) => sheet.scrollHeight - sheet.clientHeight));
      await expect.poll(async () => Math.max(...(await cut())), path).toBeLessThanOrEqual(0);
      await page.emulateMedia({ media: null });
      if (viewport) await page.setViewportSize(viewport);
    }
  });
}
