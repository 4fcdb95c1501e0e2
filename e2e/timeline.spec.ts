import type { Page } from "@playwright/test";
import { barriers } from "./barriers";
import { expect, speak, test } from "./fixture";

const stageOf = (page: Page) => page.getByRole("application");
const shownBy = (page: Page) => page.getByText(/ – .*: (no|one|[\d,]+) records?/);
const writing = (page: Page) =>
  page.locator("form").filter({ has: page.getByRole("button", { name: "Hand in for approval" }) });
const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** Where the stage is, its top in sight. */
async function boxOf(page: Page) {
  await stageOf(page).evaluate((stage) => stage.scrollIntoView({ block: "start" }));
  const box = await stageOf(page).boundingBox();
  if (!box) throw new Error("There is no stage.");
  return box;
}

async function open(page: Page, address = "/timeline") {
  await page.goto(address);
  await expect(stageOf(page)).toBeVisible();
  await expect(shownBy(page)).toBeVisible();
}
const pageOf = (page: Page) => page.getByRole("region", { name: "The same records as a list" }).getByRole("listitem");

test("zooming in with the wheel, buttons and keys shows less time, and the list follows", async ({ page, enter }) => {
  await enter("reporter");
  await open(page);
  const before = await shownBy(page).textContent();
  const box = await boxOf(page);
  await page.mouse.move(box.x + box.width * 0.9, box.y + 20);
  await page.mouse.wheel(0, -600);
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
  await expect(shownBy(page)).not.toHaveText(before ?? "");
  const wheeled = param(page, "from") ?? "";
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(() => param(page, "from")).not.toBe(wheeled);
  const pressed = param(page, "from");
  await stageOf(page).focus();
  await page.keyboard.press("+");
  await expect.poll(() => param(page, "from")).not.toBe(pressed);
  await page.keyboard.press("Home");
  await expect.poll(() => param(page, "from")).toBeNull();
  await expect(shownBy(page)).toHaveText(before ?? "");
});

test("dragging moves through time without changing how much is shown", async ({ page, enter }) => {
  await enter("reporter");
  await open(page, "/timeline?from=2022-10-01&to=2022-12-30");
  const box = await boxOf(page);
  const y = box.y + 12;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, y, { steps: 5 });
  await page.mouse.up();
  // On a slow machine the address follows between two moves of the mouse already.
  await expect.poll(() => param(page, "from")).toMatch(/^2022-10-2/);
  const days = (Date.parse(param(page, "to") ?? "") - Date.parse(param(page, "from") ?? "")) / 86_400_000;
  expect(days).toBeGreaterThanOrEqual(90);
  expect(days).toBeLessThanOrEqual(91);
});

test("brushing over the overview narrows the list, and links lead to the same period elsewhere", async ({
  page,
  enter,
}) => {
  await enter("reporter");
  await open(page);
  const all = await shownBy(page).textContent();
  const strip = page.getByRole("img", { name: /Everything, with the stretch/ });
  await strip.scrollIntoViewIfNeeded();
  const box = await strip.boundingBox();
  if (!box) throw new Error("There is no overview.");
  await page.mouse.move(box.x + box.width * 0.5, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + 20, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(shownBy(page)).not.toHaveText(all ?? "");
  // On a slow machine the page follows between two moves of the mouse already.
  await expect(async () => {
    const [from, to] = [param(page, "from"), param(page, "to")];
    const map = page.getByRole("link", { name: "Show this period on the map" });
    await expect(map).toHaveAttribute("href", `/map?from=${from}&to=${to}`, { timeout: 1_000 });
    const count = Number(/: ([\d,]+) record/.exec((await shownBy(page).textContent()) ?? "")?.[1]?.replace(",", ""));
    expect(count).toBeGreaterThan(0);
    await expect(pageOf(page)).toHaveCount(Math.min(count, 50), { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});

test("shift and arrows move the ends of the period", async ({ page, enter }) => {
  await enter("reporter");
  await open(page, "/timeline?from=2022-01-01&to=2022-12-31");
  await stageOf(page).focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => param(page, "to")).toBe("2022-12-01");
  expect(param(page, "from")).toBe("2022-01-01");
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => param(page, "from")).toBe("2022-01-29");
});

test("the keyboard goes through the marks, says each, and opens one as a list", async ({ page, enter }) => {
  await enter("reporter");
  await open(page);
  const marks = page.getByRole("listbox", { name: "Marks on the timeline" });
  await marks.focus();
  await expect(marks.getByRole("option")).toContainText(/; .*\d{4}/);
  const first = await marks.getByRole("option").textContent();
  await page.keyboard.press("ArrowRight");
  await expect(marks.getByRole("option")).not.toHaveText(first ?? "");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "What is here" });
  await expect(panel.getByRole("heading")).toBeFocused();
  await expect(panel.getByRole("link").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(stageOf(page)).toBeFocused();
});

test("playing moves the last day of the page, and stops when it is told to", async ({ page, enter }) => {
  await enter("reporter");
  await open(page, "/timeline?from=2022-01-01&to=2022-06-30");
  const form = page.getByRole("form", { name: "Through time" });
  await form.getByRole("button", { name: "Step on" }).click();
  await expect.poll(() => param(page, "to")).not.toBe("2022-06-30");
  const stepped = param(page, "to") ?? "";
  expect(stepped > "2022-06-30").toBe(true);
  await form.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => (param(page, "to") ?? "9999") > stepped).toBe(true);
  await form.getByRole("button", { name: "Pause" }).click();
  await form.getByRole("slider").press("Home");
  await expect.poll(() => param(page, "to")).toBe("2022-01-01");
});

test("an editor annotates the timeline, another approves it, and so with its change; then others read it", async ({
  page,
  enter,
  another,
}) => {
  test.setTimeout(180_000);
  await enter("editor");
  const text = `Second report ${Date.now()}`;
  await open(page, "/timeline?from=2022-11-01&to=2023-01-31");
  await page.getByText("Annotate the timeline").click();
  await writing(page).getByLabel("Annotation", { exact: true }).fill(text);
  await writing(page).getByLabel("When").fill("next week");
  await page.getByRole("button", { name: "Hand in for approval" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Write a date" })).toBeVisible();
  await expect(writing(page).getByLabel("Annotation", { exact: true })).toHaveValue(text);
  await writing(page).getByLabel("When").fill("2022-12");
  await page.getByRole("button", { name: "Hand in for approval" }).click();
  const annotations = page.getByRole("region", { name: "Annotations" });
  const own = annotations.getByRole("listitem").filter({ hasText: text });
  await expect(own).toContainText("December 2022");
  await expect(page).toHaveURL(/from=2022-11-01/);

  await expect(own).toContainText("Waiting for approval: the desk alone sees it.");
  await expect(own).toContainText("another editor or an admin has to approve it");
  await expect(own.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await expect(page.locator("#timeline svg").first()).not.toContainText(text);

  const manager = await another("manager");
  const read = manager.getByRole("region", { name: "Annotations" });
  await manager.goto("/timeline");
  await expect(read).not.toContainText(text);
  await expect(manager.getByText("Annotate the timeline")).toHaveCount(0);
  const admin = await another("admin");
  await admin.goto("/inbox");
  const notice = admin.getByRole("listitem").filter({ hasText: text });
  await expect(notice).toContainText("handed in an annotation for approval");
  await admin.goto("/");
  await admin.getByRole("link", { name: /annotations? of the timeline waits? for approval/ }).click();
  await admin.getByRole("region", { name: "Annotations of the timeline" }).getByRole("link", { name: text }).click();
  await expect(admin).toHaveURL(/from=2022-12-01&to=2022-12-31#note-/);
  const approve = admin.getByRole("form", { name: `Approve the annotation “${text}”` }).getByRole("button");
  await approve.click();
  await expect(approve).toHaveCount(0);
  await manager.reload();
  await expect(read).toContainText(text);

  await page.reload();
  await own.getByText("Edit", { exact: true }).click();
  await own.getByLabel("When").fill("2022-12-05");
  await own.getByRole("button", { name: "Save" }).click();
  const change = own.filter({ hasText: "5 December 2022" });
  await expect(change).toContainText(`A change of “${text}”, waiting for approval`);
  await manager.reload();
  await expect(read).toContainText("December 2022");
  await expect(read).not.toContainText("5 December 2022");
  await admin.reload();
  await approve.click();
  await expect(approve).toHaveCount(0);
  await manager.reload();
  await expect(read).toContainText("5 December 2022");

  await page.reload();
  await expect(own).toHaveCount(1);
  await own.getByText("Remove from the timeline").first().click();
  await own.getByRole("button", { name: "Remove from the timeline" }).click();
  await expect(own.getByRole("alert")).toContainText("reason");
  await own.getByLabel("Reason").fill("Said elsewhere.");
  await own.getByRole("button", { name: "Remove from the timeline" }).click();
  await expect(own).toHaveCount(0);
  await manager.reload();
  await expect(read).not.toContainText(text);
});

test("who lost the right to annotate meanwhile is refused in a sentence that says who may", async ({
  page,
  enter,
  context,
  cookiesOf,
  baseURL,
}) => {
  await enter("editor");
  await open(page);
  await page.getByText("Annotate the timeline").click();
  await writing(page).getByLabel("Annotation", { exact: true }).fill("Not mine to write");
  await writing(page).getByLabel("When").fill("2022");
  await context.clearCookies();
  await context.addCookies(await cookiesOf("reporter"));
  await speak(context, "en", baseURL);
  await page.getByRole("button", { name: "Hand in for approval" }).click();
  const said = page.getByRole("alert").filter({ hasText: "may not" });
  await expect(said).toContainText("A reporter may not annotate the timeline.");
  await expect(said).toContainText("Who may: editors and admins.");
  await expect(writing(page).getByLabel("Annotation", { exact: true })).toHaveValue("Not mine to write");
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a finger drags, two pinch, a tap opens", async ({ page, enter }) => {
    await enter("reporter");
    await open(page, "/timeline?from=2022-09-01&to=2022-12-31");
    const box = await boxOf(page);
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...xs: number[]) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: xs.map((x, id) => ({ x: box.x + box.width * x, y: box.y + 12, id })),
      });
    await touch("touchStart", 0.7);
    for (const x of [0.6, 0.5, 0.4]) await touch("touchMove", x);
    await touch("touchEnd");
    await expect.poll(() => param(page, "from")).not.toBe("2022-09-01");
    const days = () => (Date.parse(param(page, "to") ?? "") - Date.parse(param(page, "from") ?? "")) / 86_400_000;
    const before = days();
    await touch("touchStart", 0.4);
    await touch("touchStart", 0.4, 0.6);
    for (const by of [0.05, 0.15, 0.25]) await touch("touchMove", 0.4 - by, 0.6 + by);
    await touch("touchEnd");
    await expect.poll(() => days() < before / 2).toBe(true);
    await open(page);
    const whole = await boxOf(page);
    const panel = page.getByRole("region", { name: "What is here" });
    // Somewhere along the first row of the first lane there is a mark.
    const opens = () =>
      panel.waitFor({ timeout: 500 }).then(
        () => true,
        () => false,
      );
    for (let x = 0.98; x > 0.5; x -= 0.03) {
      await page.touchscreen.tap(whole.x + whole.width * x, whole.y + 30 + 22 + 9);
      if (await opens()) break;
    }
    await expect(panel.getByRole("heading")).toBeVisible();
  });
});

test("lanes of countries are in the address and in the picture", async ({ page, enter }) => {
  await enter("manager");
  await open(page, "/timeline");
  await page.getByRole("navigation", { name: "Lanes by" }).getByRole("link", { name: "country" }).click();
  await expect(page).toHaveURL(/lanes=country/);
  await page.getByText("The figures behind this picture").click();
  await expect(page.getByRole("columnheader", { name: /Italy/ })).toBeVisible();
});

for (const locale of ["en", "nl"] as const) {
  test(`the explorer is accessible in ${locale}`, async ({ page, enter }) => {
    await enter("editor", locale);
    await page.goto("/timeline?lanes=country");
    await expect(stageOf(page)).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the timeline is drawn, zoomed by links, played by a form, and annotated", async ({
    page,
    enter,
    another,
  }) => {
    await enter("editor");
    await page.goto("/timeline");
    await page.getByRole("link", { name: "Quarter", exact: true }).click();
    await expect(page).toHaveURL(/scale=quarter/);
    await expect(page.locator("#timeline svg a").first()).toBeAttached();
    await page.goto("/timeline?from=2022-01-01");
    const form = page.getByRole("form", { name: "Through time" });
    await form.getByLabel("Up to").fill("2022-12-31");
    await form.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/from=2022-01-01/);
    await expect(page).toHaveURL(/to=2022-12-31/);
    await page.getByText("Annotate the timeline").click();
    const text = `By form ${Date.now()}`;
    await writing(page).getByLabel("Annotation", { exact: true }).fill(text);
    await writing(page).getByLabel("When").fill("2022-10");
    await page.getByRole("button", { name: "Hand in for approval" }).click();
    await expect(page.getByRole("region", { name: "Annotations" })).toContainText(text);
    const admin = await another("admin");
    await admin.goto("/timeline?from=2022-01-01&to=2022-12-31");
    const approve = admin.getByRole("form", { name: `Approve the annotation “${text}”` }).getByRole("button");
    await approve.click();
    await expect(approve).toHaveCount(0);
    await page.reload();
    await expect(page.locator("#timeline svg").first()).toContainText(text);
  });
});
