import { accountOf, expect, fillSignIn, setLanguage, test } from "./fixture";

test.use({ javaScriptEnabled: false });

test("stations are narrowed by the form, and the next page follows the last", async ({ page, enter }) => {
  await enter("reporter");
  await page.goto("/stations");
  const rows = page.getByRole("table", { name: "Stations" }).getByRole("row");
  const first = (await rows.nth(1).textContent()) ?? "";
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(rows.nth(1)).not.toHaveText(first);
  await page.getByRole("link", { name: "Back to the start" }).click();
  await expect(rows.nth(1)).toHaveText(first);

  await page.getByRole("checkbox", { name: /^Italy/ }).check();
  await page.getByRole("button", { name: "Show results" }).click();
  await expect(page).toHaveURL(/country=IT/);
  await expect(page.getByText("7 stations", { exact: false }).first()).toBeVisible();
  await expect(rows).toHaveCount(8);
  await page.getByRole("link", { name: /^Remove filter: .*Italy/ }).click();
  await expect(page).not.toHaveURL(/country=IT/);
});

const QUESTIONS = [
  { q: "福州", finds: /福州|Fuzhou/ },
  { q: "鹿特丹", finds: /鹿特丹|Rotterdam/ },
  { q: "politiebureau", finds: /politiebureau/i },
  { q: '"police station"', finds: /police station/i },
];

for (const { q, finds } of QUESTIONS) {
  test(`${q} finds evidence`, async ({ page, enter }) => {
    await enter("reporter");
    await page.goto("/evidence");
    await page.getByRole("searchbox", { name: "Search in evidence" }).fill(q);
    await page.getByRole("button", { name: "Show results" }).click();
    await expect(page).toHaveURL(/q=/);
    await expect(page.getByRole("region", { name: "Items of evidence" }).getByRole("listitem")).not.toHaveCount(0);
    await expect(page.getByRole("main")).toContainText(finds);
  });
}

test("rows of a list are ticked, and a change of a published one is a proposal", async ({ page, enter }) => {
  await enter("editor");
  await page.goto("/evidence?state=published");
  await page
    .getByRole("checkbox", { name: /^Select / })
    .first()
    .check();
  await page.getByRole("button", { name: "Change the selected" }).click();
  await page.getByLabel("What to do").selectOption("evidence.sharing");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByLabel("Value").selectOption("GREEN");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Change one" }).click();
  await page.getByRole("link", { name: "proposed: see the proposal" }).click();
  await expect(page).toHaveURL(/\/proposals\/evidence-/);
});

test("the evidence feed goes on to its next page", async ({ page, enter }) => {
  await enter("manager");
  await page.goto("/evidence");
  const items = page.getByRole("region", { name: "Items of evidence" }).getByRole("listitem");
  const first = (await items.first().textContent()) ?? "";
  await page.getByRole("link", { name: "Show more" }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(items.first()).not.toHaveText(first);
});

test("an event is recorded with its evidence named by slug, after a wrong date was sent back", async ({
  page,
  enter,
}) => {
  const title = `Council asks for an inquiry ${Date.now()}`;
  await enter("reporter");
  await page.goto("/events/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Kind").selectOption({ label: "Parliament" });
  await page.getByLabel("Date").fill("next week");
  await page.getByLabel("Country").selectOption({ label: "Netherlands" });
  await page.getByLabel("Evidence").fill("src-001\nsrc-043");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(page.getByLabel("Date")).toHaveAccessibleDescription(/Write a date as/);
  await expect(page.getByLabel("Title")).toHaveValue(title);
  await expect(page.getByLabel("Evidence")).toHaveValue("src-001\nsrc-043");
  await page.getByLabel("Date").fill("2022-10/2022-12");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.locator('a[href="/evidence/src-043"]').first()).toBeVisible();
});

test("what is typed outlives the session, and a newspaper that is not on file is added in its form", async ({
  page,
  context,
  enter,
  baseURL,
}) => {
  const stamp = Date.now();
  await enter("reporter");
  await page.goto("/evidence/new");
  await page.getByLabel("Title").fill(`Typed before the session ended ${stamp}`);
  await page.getByLabel("Kind").selectOption({ label: "Article" });
  await page.getByLabel("Publisher").fill(`Krant ${stamp}`);
  await context.clearCookies({ name: /session-token/ });
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText(/What you typed is kept/)).toBeVisible();
  expect(page.url()).not.toContain("Typed");
  await fillSignIn(page, accountOf("reporter"));
  await expect(page).toHaveURL(/\/evidence\/new$/);
  await setLanguage(context, "en", baseURL);
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue(`Typed before the session ended ${stamp}`);
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByLabel("Publisher")).toHaveAccessibleDescription(/is not on file: add it here/);
  const added = page.getByRole("group", { name: `Add “Krant ${stamp}”` });
  await added.getByLabel("What it is").selectOption({ label: "News outlet" });
  await added.getByRole("checkbox", { name: /^\+ Add/ }).check();
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Typed before the session ended ${stamp}`);
  await expect(page.getByRole("link", { name: `Krant ${stamp}` }).first()).toBeVisible();
});

test("the language and the theme are buttons that need no script", async ({ page, enter }) => {
  await enter("reporter");
  await page.goto("/stations");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("button", { name: "Nederlands" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(page).toHaveURL(/\/stations$/);
});
