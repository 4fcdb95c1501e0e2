import type { Locator, Page } from "@playwright/test";

/** What a task took. A field is one that was typed in, however long; whatever is chosen with the pointer is a click. */
export type Steps = {
  readonly loads: number;
  readonly clicks: number;
  readonly fields: number;
  readonly keys: number;
  /** How far down the page the lowest thing was that was used, in CSS pixels from its top. */
  readonly down: number;
};

/** A person at a page, who is counted. What is not done through these methods is not counted, and is cheating. */
export class CountedPerson {
  #loads = 0;
  #clicks = 0;
  #fields = 0;
  #keys = 0;
  #down = 0;
  #path: string;

  /** @param page already open where the task begins: that load is not counted */
  constructor(readonly page: Page) {
    this.#path = pathOf(page.url());
    // A page is one whether the document or the router brought it; the same page filtered otherwise is not another.
    page.on("framenavigated", (frame) => {
      if (frame !== page.mainFrame()) return;
      const path = pathOf(frame.url());
      if (path !== this.#path) this.#loads += 1;
      this.#path = path;
    });
    page.on("request", (request) => {
      const same = request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (same && pathOf(request.url()) === this.#path) this.#loads += 1;
    });
  }

  async click(what: Locator): Promise<void> {
    await this.#reach(what);
    await what.click();
    this.#clicks += 1;
  }

  async fill(field: Locator, text: string): Promise<void> {
    await this.#reach(field);
    await field.fill(text);
    this.#fields += 1;
  }

  async choose(field: Locator, label: string | RegExp): Promise<void> {
    await this.#reach(field);
    const option = field.locator("option").filter({ hasText: label }).first();
    await field.selectOption({ value: (await option.getAttribute("value")) ?? "" });
    this.#fields += 1;
  }

  /** @param key as Playwright names keys; a chord is one */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.#keys += 1;
  }

  /** Looks at something without touching it. */
  async see(what: Locator): Promise<void> {
    await what.first().waitFor({ state: "visible" });
    await this.#reach(what.first(), false);
  }

  get steps(): Steps {
    const [loads, clicks, fields, keys] = [this.#loads, this.#clicks, this.#fields, this.#keys];
    return { loads, clicks, fields, keys, down: Math.round(this.#down) };
  }

  async #reach(what: Locator, needsScroll = true): Promise<void> {
    await what.waitFor({ state: "attached" });
    const bottom = await what.evaluate((element) => {
      // What stands fixed on the screen is as near as the screen.
      for (let at: Element | null = element; at; at = at.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return 0;
      return element.getBoundingClientRect().bottom + window.scrollY;
    });
    this.#down = Math.max(this.#down, bottom);
    if (needsScroll) await what.scrollIntoViewIfNeeded();
  }
}

function pathOf(url: string): string {
  return new URL(url, "http://nowhere.example").pathname;
}
