import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { LOCALE_COOKIE, type Locale } from "@/lib/text/locale";
import type { Role } from "@/lib/workflow/actor";

type Account = { role: Role; email: string; password: string };
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** The demo accounts of the data folder that the server under test was started with. */
export function accountOf(role: Role): Account {
  const file = join(process.env.E2E_DATA_DIR ?? "", "demo-accounts.json");
  const passwords = JSON.parse(readFileSync(file, "utf8")) as Partial<Record<Role, string>>;
  const password = passwords[role];
  if (!password) throw new Error(`No demo account for ${role}.`);
  return { role, email: `${role}@demo.example`, password };
}

/** A language belongs to its person and outlives a session: whoever needs one says so. */
export async function setLanguage(context: BrowserContext, locale: Locale, url = "") {
  await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url }]);
}

export async function fillSignIn(page: Page, { email, password }: Pick<Account, "email" | "password">) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

/** Types into a field that names records, and takes the first of those that it then offers under a name like that. */
export async function pickRecord(page: Page, field: string, text: string, name: string | RegExp = text) {
  const box = page.getByRole("combobox", { name: field });
  await box.fill(text);
  await expect(box).toHaveAttribute("aria-controls", /./);
  const list = page.locator(`[id="${await box.getAttribute("aria-controls")}"]`);
  await list.getByRole("option", { name }).first().click();
}

/** What a person at the browser's console would see go wrong: errors, and exceptions that nobody caught. */
function watch(page: Page, troubles: string[]) {
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${page.url()}: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
}

type WorkerFixtures = { cookiesOf: (role: Role) => Promise<Cookies> };
type Fixtures = {
  /** Goes on as this person, in this language, with a session of the worker's. */
  enter: (role: Role, locale?: Locale) => Promise<void>;
  /** Another person's browser beside this one, in English. */
  another: (role: Role) => Promise<Page>;
  /** Fails the test for every console error that it did not take out of the list. */
  troubles: string[];
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  cookiesOf: [
    async ({ browser }, use, worker) => {
      const known = new Map<Role, Promise<Cookies>>();
      const signIn = async (role: Role) => {
        const context = await browser.newContext({ baseURL: worker.project.use.baseURL });
        const page = await context.newPage();
        await page.goto("/sign-in");
        await fillSignIn(page, accountOf(role));
        await expect(page).not.toHaveURL(/sign-in/);
        const cookies = await context.cookies();
        await context.close();
        return cookies;
      };
      await use((role) => {
        const cookies = known.get(role) ?? signIn(role);
        known.set(role, cookies);
        cookies.catch(() => known.delete(role));
        return cookies;
      });
    },
    { scope: "worker" },
  ],
  enter: async ({ context, cookiesOf, baseURL }, use) => {
    await use(async (role, locale = "en") => {
      await context.addCookies(await cookiesOf(role));
      await setLanguage(context, locale, baseURL);
    });
  },
  another: async ({ browser, cookiesOf, baseURL, troubles }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ baseURL, locale: "en-GB" });
      contexts.push(context);
      await context.addCookies(await cookiesOf(role));
      await setLanguage(context, "en", baseURL);
      const page = await context.newPage();
      watch(page, troubles);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  troubles: [
    async ({ page }, use) => {
      const troubles: string[] = [];
      watch(page, troubles);
      await use(troubles);
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
