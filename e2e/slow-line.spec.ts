import type { Page } from "@playwright/test";
import { LOOK } from "@/lib/records/form-marks";
import { expect, test } from "./fixture";

/** Holds the page's scripts back. @returns lets them through */
async function holdScripts(page: Page): Promise<() => void> {
  let letThrough = () => {};
  const line = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await line;
    await route.continue();
  });
  return letThrough;
}

test.afterEach(({ page }) => page.unrouteAll({ behavior: "ignoreErrors" }));

test("what is typed before the page's script has come stays", async ({ page, enter }) => {
  await enter("editor");
  const letThrough = await holdScripts(page);
  await page.goto("/events/evt-62/edit", { waitUntil: "commit" });
  const [summary, title] = [
    page.getByRole("textbox", { name: /^Summary/ }),
    page.getByRole("textbox", { name: /^Title/ }),
  ];
  await summary.fill("Typed on a slow line");
  await title.press("End");
  await title.pressSequentially(", typed too");
  letThrough();
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("[name=summary]") ?? {}).some((key) => key.startsWith("__react")),
  );
  await expect(summary).toHaveValue("Typed on a slow line");
  await expect(title).toHaveValue(/, typed too$/);
});

test("records named by their slugs, a choice and a comment begun before the script has come stay too", async ({
  page,
  enter,
}) => {
  await enter("editor");
  const letThrough = await holdScripts(page);
  await page.goto("/events/new", { waitUntil: "commit" });
  const evidence = page.getByLabel(/^Evidence/);
  const kind = page.getByLabel("Kind");
  await evidence.fill("src-001\nsrc-043");
  await kind.selectOption("parliament");
  letThrough();
  await expect(page.getByRole("banner").getByRole("button", { name: "Search the dossier" })).toBeVisible();
  await expect(evidence).toHaveValue("src-001\nsrc-043");
  await expect(kind).toHaveValue("parliament");

  await page.unrouteAll({ behavior: "wait" });
  const letOn = await holdScripts(page);
  await page.goto("/events/evt-03", { waitUntil: "commit" });
  const comment = page.getByLabel("Write a comment");
  await comment.fill("Begun on a slow line");
  letOn();
  await expect(comment).toHaveAttribute("aria-autocomplete", "list");
  await expect(comment).toHaveValue("Begun on a slow line");
});

const FORMS = [
  "/evidence/src-001/edit",
  "/claims/clm-us-07/edit",
  "/replies/new?station=nl-amsterdam",
  "/charts",
] as const;

for (const width of [1280, 390]) {
  test(`nothing moves under the pointer while a page ${width} wide hydrates`, async ({
    enter,
    browser,
    context,
    baseURL,
  }) => {
    await enter("editor");
    const storageState = await context.storageState();
    const viewport = { width, height: 800 };
    /** How far down each field and button is, by its words; but for what only filters without a script need. */
    const places = async (path: string, javaScriptEnabled: boolean) => {
      const own = await browser.newContext({ baseURL, javaScriptEnabled, storageState, viewport });
      const page = await own.newPage();
      await page.goto(path);
      const hydratedSign = page.locator("button[title^='Search the dossier']:not(.invisible)");
      await expect(hydratedSign).toHaveCount(javaScriptEnabled ? 1 : 0);
      const found = await page
        .getByRole("main")
        .locator(`label, legend, button[type=submit], button[name="${LOOK}"]`)
        .and(page.locator(":not(form[data-follow=choices] button)"))
        .evaluateAll((all) =>
          all.map((one) => `${one.textContent} ${Math.round(one.getBoundingClientRect().top + scrollY)}`),
        );
      await own.close();
      return found;
    };
    for (const path of FORMS) expect.soft(await places(path, true), path).toEqual(await places(path, false));
  });
}

test("a page that takes its time says so, and shows its shape, until it is there", async ({ page, enter }) => {
  await enter("reporter");
  await page.goto("/stations");
  // The button for the mouse is there as soon as links are followed.
  await expect(page.getByRole("banner").getByRole("button", { name: "Search the dossier" })).toBeVisible();
  await page.route(/[?&]_rsc=/, async (route) => {
    await page.waitForTimeout(1500);
    await route.continue();
  });
  const left = page.locator("#content > *").first();
  const place = await left.boundingBox();
  await page.getByRole("rowheader").getByRole("link").first().click();
  const bar = page.getByRole("progressbar", { name: "The page is coming" });
  await expect(bar).toBeVisible();
  await expect(left).toHaveCSS("opacity", "0");
  expect(await left.boundingBox()).toEqual(place);
  await expect(page).toHaveURL(/\/stations\/[\w-]+$/);
  await expect(bar).toHaveCount(0);
  await expect(left).toHaveCSS("opacity", "1");
});
