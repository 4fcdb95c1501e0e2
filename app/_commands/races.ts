import type { Locator, Page } from "@playwright/test";
import { runCommand } from "@/db/commands/lifetime";
import { openBrowser, openSite, type Site, signInAs } from "./site-to-visit";

/** `npm run races -- --races 200`: two browsers save one record at the same moment, again and again. */
const RACES = Number(process.argv[process.argv.indexOf("--races") + 1]) || 200;

type Desk = { readonly name: string; readonly page: Page };
type Typed = Readonly<Record<"summary" | "note", string>>;

await runCommand(async () => {
  const site = await openSite();
  const browser = await openBrowser();
  const desks: Desk[] = [];
  for (const role of ["editor", "reporter"] as const) {
    const context = await browser.newContext({ locale: "en-GB" });
    await context.addCookies(await signInAs(browser, site, role));
    await context.addCookies([{ name: "wederhoor-locale", value: "en", url: site.base }]);
    desks.push({ name: role, page: await context.newPage() });
  }
  const [editor, reporter] = desks as [Desk, Desk];
  const slug = await recordEvent(site, editor.page);
  const tally = { clean: 0, merged: 0, asked: 0, lost: 0 };
  let version = 1;
  const began = performance.now();
  for (let race = 1; race <= RACES; race += 1) {
    const overlaps = race % 2 === 0;
    const [mine, theirs] = [typedBy(editor, race, overlaps), typedBy(reporter, race, overlaps)];
    await Promise.all([open(site, editor, slug, mine), open(site, reporter, slug, theirs)]);
    await Promise.all([save(editor.page), save(reporter.page)]);
    const late = [editor, reporter].filter(({ page }) => page.url().endsWith("/edit"));
    if (late.length === 0) tally.clean += 1;
    for (const desk of late) tally[await resolve(desk, desk === editor ? mine : theirs)] += 1;
    const stored = await read(site, editor.page, slug);
    version += 2;
    const last = late[0] === editor ? mine : theirs;
    const first = late[0] === editor ? theirs : mine;
    const wanted = { ...first, ...Object.fromEntries(Object.entries(last).filter(([, text]) => text !== "")) };
    const kept = (["summary", "note"] as const).every((field) => !wanted[field] || stored[field] === wanted[field]);
    if (!kept || stored.version !== version || late.length !== 1) {
      tally.lost += 1;
      console.error(
        `Race ${race}: wanted ${JSON.stringify({ ...wanted, version })}, stored ${JSON.stringify(stored)}.`,
      );
      version = stored.version;
    }
    if (race % 20 === 0) console.log(`${race} races, ${tally.lost} with a loss`);
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${RACES} races in ${seconds.toFixed(0)} s: ${tally.merged} conflicts joined without a question, ${tally.asked} asked about a field, ${tally.clean} without a conflict, ${tally.lost} with something lost; the record is at version ${version}.`,
  );
  return tally.lost === 0 ? 0 : 1;
});

/** Both write the summary when they overlap; else each a field of their own. */
function typedBy({ name }: Desk, race: number, overlaps: boolean): Partial<Typed> {
  const text = `${name} ${race}`;
  return overlaps || name === "editor" ? { summary: text } : { note: text };
}

async function recordEvent(site: Site, page: Page): Promise<string> {
  await page.goto(`${site.base}/events/new`);
  await page.locator("[name=title]").fill(`A race ${Date.now()}`);
  await page.locator("[name=kind]").selectOption({ index: 1 });
  await Promise.all([page.waitForURL((url) => !url.pathname.endsWith("/new")), save(page)]);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function open({ base }: Site, { page }: Desk, slug: string, fields: Partial<Typed>): Promise<void> {
  await page.goto(`${base}/events/${slug}/edit`);
  await page.waitForLoadState("networkidle");
  for (const [field, text] of Object.entries(fields)) await write(page.locator(`[name=${field}]`), text);
}

/** Types until the field holds the text: hydration meanwhile may move the caret. */
async function write(field: Locator, text: string): Promise<void> {
  for (;;) {
    await field.fill(text);
    if ((await field.inputValue()) === text) return;
  }
}

/** Presses save and waits until the page has gone on, or says why not. */
async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Save(?: draft)?$/ }).click();
  await Promise.race([
    page.waitForURL((url) => !/\/(?:edit|new)$/.test(url.pathname)),
    page.getByRole("alert").filter({ hasText: "Somebody else saved" }).waitFor(),
  ]);
}

/** The later one reads the merge, finds all form values still there, and saves again. */
async function resolve({ page }: Desk, fields: Partial<Typed>): Promise<"merged" | "asked" | "lost"> {
  for (const [field, text] of Object.entries(fields)) {
    if ((await page.locator(`[name=${field}]`).inputValue()) !== text) return "lost";
  }
  const asked = await page.getByRole("alert").getByRole("table").count();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/edit"));
  return asked > 0 ? "asked" : "merged";
}

async function read({ base }: Site, page: Page, slug: string): Promise<Typed & { version: number }> {
  return (await page.request.get(`${base}/api/v1/events/${slug}`)).json();
}
