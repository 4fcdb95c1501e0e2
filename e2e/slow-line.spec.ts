import { expect, test } from "./fixture";

test("what is typed before the page's script has come stays", async ({ page, enter }) => {
  await enter("editor");
  let letThrough = () => {};
  const line = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await line;
    await route.continue();
  });
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
