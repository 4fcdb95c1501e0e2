import { ROLES } from "@/lib/workflow/actor";
import { accountOf, expect, fillSignIn, setLanguage, test } from "./fixture";

for (const role of ROLES) {
  test(`a ${role} signs in, is sent back to where they wanted to go, and signs out`, async ({ page, baseURL }) => {
    await page.goto("/stations/nl-amsterdam");
    await fillSignIn(page, accountOf(role));
    await expect(page).toHaveURL(/\/stations\/nl-amsterdam$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Amsterdam");
    await setLanguage(page.context(), "en", baseURL);
    await page.reload();
    const cookies = await page.context().cookies();
    await page.getByRole("button", { name: /^Account of/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.context().addCookies(cookies);
    await page.goto("/stations");
    await expect(page, "a stolen cookie is worth nothing after sign-out").toHaveURL(/\/sign-in/);
  });
}

test("a wrong password and an unknown address get the same answer, and what was typed stays", async ({ page }) => {
  const answers: string[] = [];
  for (const email of [accountOf("editor").email, "nobody@example.org"]) {
    await page.goto("/sign-in");
    await fillSignIn(page, { email, password: "not the password" });
    answers.push(await page.getByRole("main").getByRole("alert").innerText());
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  }
  expect(answers[0]).toBe(answers[1]);
});

test("signing in leads only to pages of our own", async ({ page }) => {
  await page.goto("/sign-in?from=https%3A%2F%2Fexample.org%2F");
  await fillSignIn(page, accountOf("reporter"));
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one can sign in and read", async ({ page, baseURL }) => {
    await page.goto("/sign-in");
    await fillSignIn(page, accountOf("reporter"));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await setLanguage(page.context(), "en", baseURL);
    await page.goto("/stations/nl-amsterdam");
    await expect(page.getByText("1 November 2022").first()).toBeVisible();
  });
});
