import { expect, test } from "./fixture";
import { openTimeline, param, samePageRegion, shownBy, stageBox, stageOf } from "./timeline-page";

test("zooming in with the wheel, buttons and keys shows less time, and the list follows", async ({ page, enter }) => {
  await enter("reporter");
  await openTimeline(page);
  const before = await shownBy(page).textContent();
  const box = await stageBox(page);
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
  await openTimeline(page, "/timeline?from=2022-10-01&to=2022-12-30");
  const box = await stageBox(page);
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
  await openTimeline(page);
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
    const count = Number(/: ([\d,]+) item/.exec((await shownBy(page).textContent()) ?? "")?.[1]?.replace(",", ""));
    expect(count).toBeGreaterThan(0);
    await expect(samePageRegion(page)).toHaveCount(Math.min(count, 50), { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});

test("the stage is as high as its zoom needs while one pans, and short where nothing is dated", async ({
  page,
  enter,
}) => {
  await enter("reporter");
  const high = async () => (await stageBox(page)).height;
  await openTimeline(page, "/timeline?from=2022-12-01&to=2022-12-08");
  const close = await high();
  // Again where another test annotated meanwhile: annotations have a lane of their own.
  await expect(async () => {
    const [before, from] = [await high(), param(page, "from")];
    await stageOf(page).press("ArrowLeft");
    await expect.poll(() => param(page, "from")).not.toBe(from);
    expect(await high()).toBe(before);
  }).toPass();
  await stageOf(page).press("Home");
  await expect.poll(high).toBeLessThan(close);
  await openTimeline(page, "/timeline?from=2010-01-01&to=2010-12-31");
  const empty = await high();
  expect(empty).toBeLessThan(close * 0.6);
  await expect(page.getByText("No dated item between")).toHaveCount(1);
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect.poll(high).toBeGreaterThan(empty + 100);
});

test("shift and arrows move the ends of the period", async ({ page, enter }) => {
  await enter("reporter");
  await openTimeline(page, "/timeline?from=2022-01-01&to=2022-12-31");
  await stageOf(page).focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => param(page, "to")).toBe("2022-12-01");
  expect(param(page, "from")).toBe("2022-01-01");
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => param(page, "from")).toBe("2022-01-29");
});

test("the keyboard goes through the marks, says each, and opens one as a list", async ({ page, enter }) => {
  await enter("reporter");
  await openTimeline(page);
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

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a finger drags, two pinch, a tap opens", async ({ page, enter }) => {
    await enter("reporter");
    await openTimeline(page, "/timeline?from=2022-09-01&to=2022-12-31");
    const box = await stageBox(page);
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
    await openTimeline(page);
    const whole = await stageBox(page);
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
