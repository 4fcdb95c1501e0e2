import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, test } from "./fixture";

const picture = (page: Page, name: string | RegExp) =>
  page.getByRole("figure", { name, exact: typeof name === "string" });
const CLAIMED = /^Claimed beside documented/;

/** Some marks are drawn in the browser, all can be reached with the keyboard only once its script has run. */
async function marksOf(page: Page, name: string | RegExp) {
  const marks = picture(page, name).locator("[data-mark]");
  await expect(marks.and(page.locator("[tabindex='0']:visible"))).toHaveCount(1);
  return marks;
}

async function openMenu(figure: Locator): Promise<Locator> {
  const menu = figure.locator("details.figure-menu");
  if (!(await menu.evaluate((details: HTMLDetailsElement) => details.open))) await menu.locator("summary").click();
  return menu;
}

/** From the menu, as a reader gets at the table. */
async function openTable(figure: Locator): Promise<void> {
  await (await openMenu(figure)).getByRole("link", { name: "Data table" }).click();
  await expect(figure.getByRole("table")).toBeVisible();
}

async function download(page: Page, kind: RegExp, name: string | RegExp = CLAIMED) {
  const figure = picture(page, name);
  const menu = await openMenu(figure);
  const [file] = await Promise.all([page.waitForEvent("download"), menu.getByText(kind).click()]);
  return readFile(await file.path());
}

for (const role of ["manager", "editor"] as const) {
  test(`a bar leads the ${role} to as many stations as it is long`, async ({ page, enter }) => {
    await enter(role);
    await page.goto("/charts?figure=claimed&country=IT&to=2022-10-15");
    await expect(picture(page, CLAIMED)).toHaveAccessibleDescription(/Italy: .+ claimed, \d+ stations? documented/);
    const bars = (await marksOf(page, CLAIMED)).and(page.locator("[href^='/stations']"));
    const bar = bars.first();
    const [, count = ""] = /(\d+) stations? on file/.exec((await bar.getAttribute("aria-label")) ?? "") ?? [];
    expect(Number(count)).toBeGreaterThan(0);
    await bar.click();
    await expect(page).toHaveURL(/\/stations\?country=IT&status=.*to=2022-10-15/);
    await expect(page.getByRole("table", { name: "Stations" }).getByRole("row")).toHaveCount(Number(count) + 1);
  });
}

test("filters apply when they are chosen, and say what the page shows after a chip and after going back", async ({
  page,
  enter,
}) => {
  await enter("manager");
  await page.goto("/charts?figure=claimed");
  const filters = page.getByRole("form", { name: "Filter the charts" });
  const country = filters.getByLabel("Country");
  await expect(filters.getByRole("button")).toHaveCount(0);
  await country.focus();
  await country.selectOption("IT");
  await expect(page.getByRole("link", { name: /^Remove filter: .*Italy/ })).toBeVisible();
  await expect(country).toHaveValue("");
  await expect(country).toBeFocused();
  await page.goto("/stations");
  const italy = page.getByRole("checkbox", { name: /^Italy/ }).first();
  await italy.check();
  const chip = page.getByRole("link", { name: /^Remove filter: .*Italy/ });
  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect(italy).not.toBeChecked();
  await page.goBack();
  await expect(chip).toBeVisible();
  await expect(italy).toBeChecked();
});

test("a bar tells what is not public apart, and the key under the figure leads to as many", async ({
  page,
  enter,
}) => {
  await enter("editor");
  await page.goto("/charts?figure=claimed");
  const hollow = (await marksOf(page, CLAIMED)).and(page.getByLabel(/on file and not public/));
  await expect(hollow.first().locator("rect")).toHaveAttribute("stroke-dasharray", /\d/);
  await expect(
    picture(page, CLAIMED)
      .getByText(/^\d+ documented \+ \d+ not public$/)
      .first(),
  ).toBeVisible();
  const key = picture(page, CLAIMED).getByRole("list", { name: "Key" }).getByRole("listitem");
  const own = key.filter({ hasText: "not public" });
  const axis = await picture(page, CLAIMED).locator("[data-mark]").last().boundingBox();
  expect((await own.boundingBox())?.y).toBeGreaterThan(axis?.y ?? Number.POSITIVE_INFINITY);
  const count = /\d+$/.exec(await own.innerText())?.[0];
  await own.getByRole("link").click();
  await expect(page).toHaveURL(/\/stations\?not\.state=corrected&not\.state=published/);
  await expect(page.getByText(new RegExp(`^${count} stations`)).first()).toBeVisible();
});

test("a figure among others bears its own name, and its link leads to it", async ({ page, enter }) => {
  await enter("manager");
  await page.goto("/countries/fr");
  await expect(picture(page, CLAIMED)).toHaveCount(1);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index && /^claim/.test(id))).toEqual([]);
});

test("the parts of the highest bar of months are named beside it", async ({ page, enter }) => {
  await enter("manager");
  await page.goto("/charts?figure=evidence-kinds");
  await marksOf(page, /^Evidence by month and kind/);
  await expect(
    picture(page, /^Evidence by month and kind/)
      .locator("svg")
      .getByText("Article", { exact: true }),
  ).toBeVisible();
});

test("a manager is offered no other records; an editor narrows them to what is public", async ({
  page,
  enter,
  another,
}) => {
  await enter("manager");
  await page.goto("/charts");
  await expect(picture(page, CLAIMED)).toContainText("Published items only");
  await expect(page.getByRole("link", { name: "Published only" })).toHaveCount(0);

  const editor = await another("editor");
  await editor.goto("/charts");
  await expect(picture(editor, CLAIMED)).toContainText("drafts included");
  await editor.getByRole("link", { name: "Published only" }).click();
  await expect(editor).toHaveURL(/records=published/);
  await expect(picture(editor, CLAIMED)).toContainText("Published items only");
});

test("the arrow keys go through the marks, each is said, and Enter opens its records", async ({ page, enter }) => {
  await enter("editor");
  await page.goto("/charts?figure=claimed&sort=claimed");
  const marks = await marksOf(page, CLAIMED);
  await expect(picture(page, CLAIMED).locator("[data-mark][tabindex='0']")).toHaveCount(1);
  await marks.first().focus();
  const first = await marks.first().getAttribute("aria-label");
  await expect(picture(page, CLAIMED).getByText(first ?? "?")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  const focused = page.locator(":focus");
  await expect(focused).not.toHaveAttribute("data-row", (await marks.first().getAttribute("data-row")) ?? "");
  await page.keyboard.press("Home");
  await expect(marks.first()).toBeFocused();
  await expect(picture(page, CLAIMED).locator("[data-mark][tabindex='0']")).toHaveCount(1);
  const href = (await marks.first().getAttribute("href")) ?? "?";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${href.replace(/[?]/g, "\\?")}$`));
});

test("whoever has colours of their own reads the figures in those", async ({ page, enter }) => {
  await enter("editor");
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await page.goto("/charts?figure=claimed");
  const name = (await marksOf(page, CLAIMED))
    .first()
    .locator("xpath=ancestor::*[local-name()='svg']//*[local-name()='text']");
  const chosen = await page.evaluate(() => {
    const probe = document.createElement("i");
    document.body.append(probe);
    return ["CanvasText", "Canvas"].map((colour) => {
      probe.style.color = colour;
      return getComputedStyle(probe).color;
    });
  });
  expect(chosen[0]).not.toBe(chosen[1]);
  expect(await name.first().evaluate((text) => getComputedStyle(text).fill)).toBe(chosen[0]);
});

test("the drawing is taken along as SVG and PNG that other programs read", async ({ page, enter }) => {
  await enter("editor");
  await page.goto("/charts?figure=claimed&country=IT&country=NL");
  await marksOf(page, CLAIMED);
  const svg = (await download(page, /SVG/)).toString();
  expect(svg).toMatch(/<title id="title">Claimed beside documented/);
  expect(svg).toMatch(/<desc id="desc">[^<]*Italy and Netherlands/);
  expect(svg).toMatch(/Source: items of this dossier/);
  expect(svg).toMatch(/revision \d+, [0-9a-f]{14}/);
  expect(svg).toMatch(/Address: Wederhoor \/charts\?[^<]*#claimed</);
  expect(svg).not.toContain("127.0.0.1");
  expect(svg).toMatch(/@font-face\{font-family:"Source Serif 4";[^}]*src:url\(data:/);
  expect(svg).not.toMatch(/var\(--|light-dark|class="|<script|<foreignObject/);
  expect(svg).toMatch(/Noto Sans SC/);
  const problem = await page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")?.textContent ?? null,
    // The page's policy lets no page parse a style sheet of its own.
    svg.replace(/<style>[^<]*<\/style>/, ""),
  );
  expect(problem).toBeNull();
  const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);

  const png = await download(page, /PNG/);
  expect(png.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * 2, height * 2]);
  expect(png.byteLength).toBeGreaterThan(20_000);

  const path = test.info().outputPath("claimed.svg");
  const { writeFile } = await import("node:fs/promises");
  await writeFile(path, svg);
  const drawn = await promisify(execFile)("rsvg-convert", [path], { encoding: "buffer" }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  if (drawn) expect(drawn.stdout.readUInt32BE(16)).toBe(width);
});

test("a figure is taken along in the colours of paper, whatever the theme and in words that other programs know", async ({
  page,
  context,
  baseURL,
  enter,
}) => {
  await enter("manager");
  const inTheme = async (theme: string) => {
    await context.addCookies([{ name: "wederhoor-theme", value: theme, url: baseURL ?? "" }]);
    const files: string[] = [];
    for (const [path, name] of [
      ["/charts?figure=status", "Status of the stations over time"],
      ["/map", "What is reported, country by country"],
    ] as const) {
      await page.goto(path);
      await marksOf(page, name);
      files.push((await download(page, /SVG/, name)).toString());
    }
    return files.map((file) => [...new Set(file.match(/(?:fill|stroke|stop-color)="[a-z-]+\([^"]*"/g))].sort());
  };
  const light = await inTheme("light");
  expect(await inTheme("dark")).toEqual(light);
  expect(light.flat().filter((paint) => !/="(?:rgb|url)\(/.test(paint))).toEqual([]);
});

test("the figures are taken along with what they are", async ({ page, enter }) => {
  await enter("editor");
  await page.goto("/charts?figure=claimed&country=IT&country=TV");
  const lines = parse(await download(page, /CSV/), { bom: true, relax_column_count: true }) as string[][];
  const facts = Object.fromEntries(lines.filter(([key]) => key?.startsWith("# ")).map(([key, fact]) => [key, fact]));
  expect(facts["# filter"]).toMatch(/Italy and Tuvalu/);
  expect(facts["# revision"]).toMatch(/^\d+ sha256:[0-9a-f]{64}$/);
  expect(facts["# definition"]).toMatch(/never added up/);
  const rows = lines.filter(([key]) => !key?.startsWith("# "));
  const [heads = [], ...countries] = rows;
  const cell = (country: string, column: string) =>
    countries.find(([name]) => name === country)?.[heads.indexOf(column)];
  expect(cell("Italy", "claimed_highest")).toBe("11");
  expect(cell("Tuvalu", "claimed_highest")).toBe("no figure");
  expect(cell("Tuvalu", "documented")).toBe("not examined");

  const json = JSON.parse((await download(page, /JSON/)).toString());
  expect(json).toMatchObject({ name: "claimed", revision: { seq: expect.any(Number) } });
  expect(json.filter).toBe(facts["# filter"]);
  expect(json.rows.find((row: { country: string }) => row.country === "Tuvalu").documented).toEqual({
    missing: "not_examined",
    words: "not examined",
  });
});

const PUBLISHED = { counts: /Published items only/, counted: /counted .* revision \d+/i } as const;
const SMALL = {
  "/summary": [
    /^Worldwide: how many stations/,
    "Answers by government",
    "Throughput by week",
    "Official answers by kind",
    "Official answers by government",
  ],
  "/stations": ["Map of the stations in this list"],
  "/timeline": [/\d{4} – /],
} as const;
/** Of work that is not published: the revision that a manager is told of is not its own. */
const OF_WORK = { counts: /drafts included, in the last 12 weeks/, counted: /counted (?!.*revision)/i } as const;

for (const [path, names] of Object.entries(SMALL)) {
  test(`on ${path} each figure has all that a figure has`, async ({ page, enter }) => {
    await enter("manager");
    await page.goto(path);
    for (const name of names) {
      const figure = picture(page, name);
      const { counts, counted } = name === "Throughput by week" ? OF_WORK : PUBLISHED;
      await expect(figure).toHaveAccessibleDescription(/\d/);
      await expect(figure).toContainText(counts);
      await expect(figure).toContainText(counted);
      await expect((await openMenu(figure)).getByRole("link", { name: "Copy link" })).toHaveAttribute("href", /#/);

      // The timeline's own keys, on the stage that takes its drawing's place, are told of in timeline-stage.spec.ts.
      if (path !== "/timeline") {
        const marks = await marksOf(page, name);
        await marks.first().focus();
        await page.keyboard.press("ArrowRight");
        await expect(marks.nth(1)).toBeFocused();
      }
      const svg = (await download(page, /SVG/, name)).toString();
      expect(/<desc id="desc">([^<]*)/.exec(svg)?.[1]).toMatch(counts);
      expect(svg).not.toMatch(/var\(--|light-dark|class="|<script|<foreignObject/);
    }
    // Others publish meanwhile: then the page and its files are of two revisions, and both are asked for again.
    await expect(async () => {
      await page.goto(path);
      for (const name of names) {
        const figure = picture(page, name);
        const json = JSON.parse((await download(page, /JSON/, name)).toString());
        // On the page a range is not broken at its dash.
        const finding = await figure.locator("figcaption [id$=-finding] > *").allInnerTexts();
        const words = finding.join(". ").replaceAll("\u2060", "");
        expect(`${words.replace(/[.]$/, "")}.`).toBe(json.finding);
        await openTable(figure);
        // The first rows are here, and how many there are in all is said.
        const said = await figure.getByText(new RegExp(`\\b${json.rows.length} rows?\\.`)).innerText();
        const shown = Number(/first (\d+) of/.exec(said)?.[1] ?? json.rows.length);
        await expect(figure.getByRole("table").getByRole("row")).toHaveCount(shown + 1);
      }
    }).toPass({ timeout: 60_000 });
  });
}

test("of a map that is drawn for two widths, keys reach the marks that are shown, also when the width changes", async ({
  page,
  enter,
}) => {
  await enter("manager");
  await page.goto("/stations");
  const stops = picture(page, "Map of the stations in this list").locator("[data-mark][tabindex='0']:visible");
  await expect(stops).toHaveCount(1);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(stops).toHaveCount(1);
  await stops.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("[data-mark]:focus")).toBeVisible();
});

test("on a phone each government keeps its response rate and its days to answer, within the figure", async ({
  page,
  enter,
}) => {
  await enter("editor", "nl");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/charts?figure=responses&records=all");
  const drawing = page.locator("#responses .chart svg").first();
  await expect(drawing).toContainText(/antwoordpercentage.*dagen tot antwoord/i);
  const beyond = await drawing.evaluate((svg) => {
    const edge = svg.getBoundingClientRect();
    const isOut = (box: DOMRect) => box.right > edge.right + 0.5 || box.bottom > edge.bottom + 0.5;
    const texts = [...svg.querySelectorAll("text")];
    return texts.filter((text) => isOut(text.getBoundingClientRect())).map((text) => text.textContent);
  });
  expect(beyond).toEqual([]);
});

test("the table is sorted by its headings", async ({ page, enter }) => {
  await enter("manager");
  await page.goto("/charts?figure=claimed");
  await openTable(picture(page, CLAIMED));
  const table = page.getByRole("table", { name: /^Claimed beside documented/ });
  // Fifty rows are here, all of them on a page of their own: that is what the headings order.
  await table.getByRole("link", { name: "Sort all rows by Highest claimed" }).click();
  await expect(page).toHaveURL(/\/figures\/claimed\?.*order=-/);
  await expect(table.getByRole("columnheader", { name: "Highest claimed" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(table.getByRole("row").nth(1)).toContainText("Italy");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every figure has its finding, its table and its links", async ({ page, enter }) => {
    await enter("manager");
    await page.goto("/charts");
    const figures = page.getByRole("main").getByRole("figure");
    await expect(figures).toHaveCount(5);
    for (const figure of await figures.all()) {
      await expect(figure).toHaveAccessibleDescription(/\w/);
      await openTable(figure);
      await expect(figure.getByRole("table").getByRole("row").nth(1)).toBeVisible();
      expect(await figure.getByRole("table").getByRole("link").count()).toBeGreaterThan(0);
      await openMenu(figure);
      await expect(figure.getByRole("link", { name: /CSV/ })).toHaveAttribute("href", /\/api\/v1\/figures\/.*csv/);
    }
  });
});
