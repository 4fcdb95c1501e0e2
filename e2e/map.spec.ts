import { findBarriers } from "./barriers";
import { expect, test } from "./fixture";

// Software draws WebGL here, and a map is a second or two of it for each movement.
test.describe.configure({ timeout: 180_000 });

const EUROPE = "/map?box=-12%2C34%2C42%2C71";
const REGION = /^Map that can be moved/;

test("the map is drawn, asks nobody else, and a mark for several stations opens their list", async ({
  page,
  enter,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? "") && !/^(?:data|blob):/.test(url)) elsewhere.push(url);
  });
  await enter("manager");
  await page.goto(EUROPE);
  const map = page.getByRole("region", { name: REGION });
  await expect(map).toBeVisible({ timeout: 40_000 });
  const mark = page
    .getByRole("list", { name: "Stations on the map" })
    .getByRole("button", { name: /^\d+ stations: / })
    .first();
  await mark.press("Enter");
  const list = page.getByRole("dialog", { name: "Stations here" });
  await expect(list.getByRole("heading")).toBeFocused();
  await expect(list.getByRole("link").first()).toHaveAttribute("href", /^\/stations\//);
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(mark).toBeFocused();
  expect(elsewhere).toEqual([]);
});

test("keys move the map, its box is in the address, the list follows, and the link shows the same again", async ({
  page,
  enter,
}) => {
  await enter("reporter");
  await page.goto(EUROPE);
  const rows = page.getByRole("table", { name: "Stations" }).getByRole("row");
  const map = page.getByRole("region", { name: REGION });
  await expect(map).toBeVisible({ timeout: 40_000 });
  const heading = page.getByText(/\d+ stations: Part of the map/);
  await expect(heading).toBeVisible();
  const before = await rows.count();
  for (let press = 0; press < 2; press++) {
    const [address, text] = [page.url(), await heading.innerText()];
    await map.press("+");
    await expect(page).not.toHaveURL(address);
    await expect(page).toHaveURL(/box=/);
    await expect(heading).not.toHaveText(text);
  }
  expect(await rows.count()).toBeLessThan(before);
  const [address, text, shown] = [page.url(), await heading.innerText(), await rows.count()];
  await page.goto(address);
  await expect(map).toBeVisible({ timeout: 40_000 });
  await expect(heading).toHaveText(text);
  await expect(rows).toHaveCount(shown);
  await expect(page).toHaveURL(address);
});

test("what a link says is where the map goes, without a reload", async ({ page, enter }) => {
  await enter("reporter");
  await page.goto("/map");
  await expect(page.getByRole("region", { name: REGION })).toBeVisible({ timeout: 40_000 });
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.getByRole("link", { name: "Oceania" }).click();
  await expect(page).toHaveURL(/box=110/);
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeVisible();
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
});

test("the map's figures and drawing are files", async ({ page, enter }) => {
  await enter("manager");
  await page.goto("/map");
  await expect(page.getByRole("region", { name: REGION })).toBeVisible({ timeout: 40_000 });
  await page.locator("#map .figure-menu > summary").click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /SVG/ }).click();
  const file = await (await download).createReadStream();
  const svg = (await file.toArray()).map(String).join("");
  expect(svg).toContain("Natural Earth");
  expect(svg).not.toContain("/map/countries.svg");
  expect(svg.match(/<path/g)?.length).toBeGreaterThan(40);
  const csv = await page.request.get("/api/v1/figures/map?format=csv");
  expect(csv.status()).toBe(200);
  expect(await csv.text()).toMatch(/not_examined/);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("two fingers move the map, one moves the page, and a tap opens a list", async ({ page, enter }) => {
    await enter("manager");
    await page.goto(EUROPE);
    const map = page.getByRole("region", { name: REGION });
    await expect(map).toBeVisible({ timeout: 40_000 });
    await map.scrollIntoViewIfNeeded();
    const device = await page.context().newCDPSession(page);
    type Finger = { x: number; y: number };
    /** Fingers put down in the map's middle, moved in twelve steps by so much, and lifted. */
    const gesture = async (...fingers: { from: Finger; by: Finger }[]) => {
      const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const at = (part: number) =>
        fingers.map(({ from, by }, id) => ({
          id,
          x: Math.round(x + width / 2 + from.x + by.x * part),
          y: Math.round(y + height / 2 + from.y + by.y * part),
        }));
      await device.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
      for (let step = 1; step <= 12; step++) {
        await device.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step / 12) });
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
      await device.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };

    await test.step("one finger scrolls past it", async () => {
      const before = await page.evaluate(() => scrollY);
      await gesture({ from: { x: 0, y: 80 }, by: { x: 0, y: -160 } });
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 80);
      await expect(page).toHaveURL(EUROPE);
      await map.scrollIntoViewIfNeeded();
    });

    await test.step("two fingers apart go nearer, and the list follows", async () => {
      const heading = page.getByText(/\d+ stations?: Part of the map/);
      const text = (await heading.textContent()) ?? "";
      await gesture(
        { from: { x: 20, y: 20 }, by: { x: 25, y: 25 } },
        { from: { x: -20, y: -20 }, by: { x: -25, y: -25 } },
      );
      await expect(page).not.toHaveURL(EUROPE);
      await expect(page).toHaveURL(/box=/);
      await expect(heading).not.toHaveText(text);
    });

    const mark = page.getByRole("list", { name: "Stations on the map" }).getByRole("button").first();
    await mark.tap();
    await expect(page.getByRole("dialog").getByRole("link").first()).toHaveAttribute("href", /^\/stations\//);
  });
});

test("without WebGL the drawn map stays, and says so", async ({ page, enter }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await enter("manager");
  await page.goto("/map");
  await expect(page.getByText(/can’t draw the map that can be moved/)).toBeVisible();
  await expect(page.getByRole("link", { name: /^\d+ stations at one point/ }).first()).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the map is drawn by the server, and its marks, lists and sections are links", async ({ page, enter }) => {
    await enter("manager");
    await page.goto("/map");
    await page.getByRole("link", { name: "Europe", exact: true }).click();
    await expect(page).toHaveURL(/box=-12/);
    await expect(page.locator("#map svg use").first()).toBeAttached();
    const mark = page.locator("#map a[data-mark][href^='#stations-at-']").first();
    await mark.click();
    await expect(page).toHaveURL(/#stations-at-/);
    await expect(page.locator(new URL(page.url()).hash).getByRole("link").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Reported countries in this part" })).toBeVisible();
  });
});
