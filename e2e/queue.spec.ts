import type { Page } from "@playwright/test";
import { expect, test } from "./fixture";

/** A draft of an event by whoever is signed in there, made as a program would. */
async function recordEvent(page: Page, title: string): Promise<{ slug: string }> {
  const answer = await page.request.post("/api/v1/events", {
    data: { title, kind: "parliament", occurred: "2022-11" },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { slug: string };
}
async function step(page: Page, slug: string, taken: string, basedOn: number) {
  const answer = await page.request.post("/api/v1/transitions", {
    data: { kind: "event", slug, step: taken, basedOn },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
const named = (what: string) => `${what} ${Date.now()}${Math.floor(Math.random() * 1000)}`;
const shown = (page: Page) => page.getByRole("region", { name: "Shown beside the list" });
/** What leaving the page does: what waits to be sent is sent. */
const sendWhatWaits = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
const item = (page: Page, slug: string) => page.locator(`[data-item="event:${slug}"]`);
/** Its own drafts alone, so that parallel stories do not push it off the page. */
const MINE = "/queue?kind=event&who=mine";

test("the queue is worked from the keyboard: move, assign, submit, undo", async ({ page, enter }) => {
  await enter("reporter");
  const { slug } = await recordEvent(page, named("A motion for the keyboard"));
  // A tag of its own: what others record meanwhile would come before it in the list.
  const tag = `keys-${Date.now()}`;
  const tagged = await page.request.post("/api/v1/assignments", { data: { kind: "event", slug, tags: tag } });
  expect(tagged.ok(), await tagged.text()).toBe(true);
  await page.goto(`${MINE}&state=draft&tag=${tag}`);
  await expect(page.getByText("Live: changes by others")).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.locator("[data-item]").first()).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await item(page, slug).press("x");
  await expect(item(page, slug).getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("i");
  await expect(page.getByRole("dialog").getByLabel("Assignee")).toBeFocused();
  await page.getByRole("dialog").getByRole("button", { name: "Assign" }).press("Enter");
  await expect(shown(page)).toContainText("(you)");
  await item(page, slug).press("x");
  await expect(item(page, slug)).toBeFocused();
  await expect(shown(page)).toContainText("Before this can be published");
  const state = item(page, slug).getByRole("img", { name: "Draft" });
  await page.keyboard.press("s");
  await expect(state).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(state).toHaveCount(1);
  await sendWhatWaits(page);
  await page.reload();
  await expect(page.getByText("Live: changes by others")).toBeVisible();
  await expect(shown(page)).toContainText("Before this can be published");
  await expect(state).toHaveCount(1);
  await page.keyboard.press("s");
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  // Whoever goes elsewhere has decided.
  await page.goto(`${MINE}&state=in_review&tag=${tag}`);
  await expect(item(page, slug)).toBeVisible();
});

test("what was not looked at stays as it is when several are approved", async ({ page, enter, another }) => {
  await enter("editor");
  const reporter = await another("reporter");
  const tags = `unseen-${Date.now()}`;
  const slugs: string[] = [];
  for (const what of ["One motion", "Another motion"]) {
    const { slug } = await recordEvent(reporter, named(what));
    await step(reporter, slug, "submit", 1);
    await reporter.request.post("/api/v1/assignments", { data: { kind: "event", slug, tags } });
    slugs.push(slug);
  }
  await page.goto(`/queue?kind=event&tag=${tags}`);
  await expect(shown(page)).toContainText("As it will read");
  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  await page.keyboard.press("a");
  await expect(page.getByRole("status").filter({ hasText: "One stays as it is" })).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await sendWhatWaits(page);
  for (const slug of slugs) {
    const event = await (await page.request.get(`/api/v1/events/${slug}`)).json();
    expect(event).toMatchObject({ state: "in_review" });
  }
});

test("another person's step appears by itself, and a refused one is taken back with its sentence", async ({
  page,
  enter,
  another,
  troubles,
}) => {
  await enter("editor");
  const reporter = await another("reporter");
  const title = named("A motion that is watched");
  await page.goto("/queue?kind=event&state=draft&state=in_review&sort=due");
  await expect(page.getByText("Live: changes by others")).toBeVisible();
  const { slug } = await recordEvent(reporter, title);
  const state = (name: string) => item(page, slug).getByRole("img", { name });
  await expect(state("Draft")).toBeVisible();
  await step(reporter, slug, "submit", 1);
  await expect(state("In review")).toBeVisible();
  await item(page, slug).getByRole("link").click();
  await expect(shown(page)).toContainText(title);
  await expect(shown(page)).toContainText("As it will read");
  await shown(page).getByRole("button", { name: "Approve" }).click();
  await expect(state("Approved")).toBeVisible();
  await step(reporter, slug, "recall", 2);
  await sendWhatWaits(page);
  await expect(page.getByRole("alert").filter({ hasText: "This was not done" })).toBeVisible();
  await expect(state("Draft")).toBeVisible();

  await step(reporter, slug, "submit", 3);
  await expect(state("In review")).toBeVisible();
  await item(page, slug).getByRole("link").click();
  await expect(shown(page)).toContainText("As it will read");
  const reason = shown(page).getByLabel("Reason (internal log)");
  // What is shown may be the item as it was before its last step: of that no step is offered.
  await expect(shown(page).getByRole("button", { name: "Request changes" })).toBeVisible();
  await page.keyboard.press("r");
  await expect(reason).toBeFocused();
  await reason.fill("Name the court");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await shown(page).getByRole("button", { name: "Put it back" }).click();
  await expect(reason).toHaveValue("Name the court");
  await reason.press("Control+Enter");
  await sendWhatWaits(page);
  await expect(item(page, slug)).toHaveCount(0);
  troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !trouble.includes("409")));
});

test("the board shows a column for each state", async ({ page, enter }) => {
  await enter("reporter");
  const { slug } = await recordEvent(page, named("A motion on the board"));
  await page.goto(`${MINE}&view=board`);
  const column = (state: string) => page.getByRole("region", { name: new RegExp(`^${state}`) });
  for (const state of ["Draft", "In review", "Changes requested", "Approved"]) {
    await expect(column(state)).toBeVisible();
  }
  await expect(column("Draft").locator(`[data-item="event:${slug}"]`)).toBeVisible();
});

for (const view of ["table", "board"]) {
  test(`no row of the ${view} grows while the page hydrates: a link stays under the pointer`, async ({
    enter,
    browser,
    context,
    baseURL,
  }) => {
    await enter("editor");
    const heights = async (javaScriptEnabled: boolean) => {
      const own = await browser.newContext({
        baseURL,
        javaScriptEnabled,
        storageState: await context.storageState(),
      });
      const page = await own.newPage();
      await page.goto(`/queue?kind=station&sort=due&view=${view}`);
      const liveNote = page.getByText("Live: changes by others");
      if (javaScriptEnabled) await expect(liveNote).toBeVisible();
      else await expect(liveNote).toHaveCount(0);
      const rows = await page.locator("[data-item]").all();
      const found = await Promise.all(
        rows.map(async (row) => [await row.getAttribute("data-item"), (await row.boundingBox())?.height] as const),
      );
      await own.close();
      return new Map(found);
    };
    // Others move what waits meanwhile, and it says so: then both are measured again.
    await expect(async () => {
      const beforeHydration = await heights(false);
      const hydrated = await heights(true);
      const both = [...beforeHydration].filter(([key]) => hydrated.has(key));
      expect(both.length).toBeGreaterThan(5);
      expect(new Map(both.map(([key]) => [key, hydrated.get(key)]))).toEqual(new Map(both));
    }).toPass({ timeout: 60_000 });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("several are chosen, previewed, thrown away and brought back", async ({ page, enter }) => {
    await enter("reporter");
    const { slug } = await recordEvent(page, named("A motion typed twice"));
    const sent = await recordEvent(page, named("A motion in review"));
    await step(page, sent.slug, "submit", 1);
    await page.goto(`/queue/bulk?item=event:${slug}&item=event:${sent.slug}`);
    await page.getByLabel("What to do").selectOption({ label: "Move to the trash" });
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByText("One of 2 changes.")).toBeVisible();
    await expect(page.getByRole("row", { name: new RegExp(sent.slug) })).toContainText(
      "can’t with this editorial status",
    );
    await page.getByLabel("Reason, for each history").fill("A twin");
    await page.getByRole("button", { name: "Change one" }).click();
    await expect(page.getByText("1 of 1 changed")).toBeVisible();
    await page.goto("/trash");
    const row = page.getByRole("row", { name: new RegExp(slug) });
    await expect(row).toContainText("A twin");
    await row.getByRole("button", { name: "Restore from the trash" }).click();
    await expect(page.getByRole("row", { name: new RegExp(slug) })).toHaveCount(0);
  });
});
