import { ROLES } from "@/lib/workflow/actor";
import { expect, test } from "./fixture";

for (const role of ROLES) {
  test(`Amsterdam reads for a ${role} as ordered closed and not confirmed, sources and denial beside it`, async ({
    page,
    enter,
  }) => {
    await enter(role);
    await page.goto("/stations/nl-amsterdam");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Amsterdam");
    const status = page.getByRole("region", { name: "Status" });
    await expect(status).toContainText(
      "Ordered closed by the Minister of Foreign Affairs, 1 November 2022; closure not independently confirmed.",
    );
    await expect(
      status.getByRole("link", { name: /Ministry of Foreign Affairs \(Netherlands\): order to close/ }),
    ).toBeVisible();

    const sources = page.getByRole("region", { name: /independent sources$/ });
    for (const name of ["RTL Nieuws", "Follow the Money", "Ministry of Foreign Affairs (Netherlands)"]) {
      await expect(sources.getByRole("link", { name })).toBeVisible();
    }
    const denial = page
      .getByRole("region", { name: "Claim beside answer" })
      .getByRole("article")
      .filter({ has: page.getByRole("heading", { name: "Denial" }) });
    await expect(denial).toContainText("Ministry of Foreign Affairs (China) · 2 November 2022");
    await expect(denial.getByText("不是中國警務人員")).toHaveAttribute("lang", /^zh/);
  });
}

test("Italy keeps 4 and 11 beside each other, each with who and when", async ({ page, enter }) => {
  await enter("manager");
  await page.goto("/countries/it");
  const figures = page.getByRole("table", { name: /^Figures for Italy/ });
  const row = (claim: string) =>
    figures.getByRole("row").filter({ has: page.locator(`a[href$="/claims/${claim}"]`) });
  await expect(row("clm-it-01")).toContainText(/4.*Safeguard Defenders.*September 2022/);
  await expect(row("clm-it-02")).toContainText(/11.*Safeguard Defenders.*5 December 2022/);
  await expect(page.getByRole("figure", { name: /^Italy: how many stations/ })).toContainText("Documented");

  await page.goto("/countries");
  const italy = page.getByRole("row", { name: /^Italy/ });
  await expect(italy).toContainText("11");
  await expect(italy).toContainText("Safeguard Defenders");

  await page.goto("/claims?country=IT&periodFrom=2017-01-01&periodTo=2017-12-31");
  await expect(
    page
      .getByRole("row")
      .filter({ has: page.locator('a[href="/claims/clm-seed-07"]') })
      .first(),
  ).toContainText("said December 2022, of 2016–2018");
});

test("countries with nothing but coverage are folded under their number, and open where they are asked for", async ({
  page,
  enter,
}) => {
  await enter("manager");
  await page.goto("/countries");
  const folded = page.getByRole("row", { name: /^Iceland/ });
  await expect(folded).toBeHidden();
  await page.getByText(/Examined, none found · \d+ countries without a station or an answer/).click();
  await expect(folded).toContainText("Examined, none found");
  await expect(page.getByRole("row", { name: /^China/ })).toContainText("Denial");
  await page.goto("/countries?coverage=examined_none_found");
  await expect(folded).toBeVisible();
});

test("the Dutch station page says the same in Dutch", async ({ page, enter }) => {
  await enter("manager", "nl");
  await page.goto("/stations/nl-amsterdam");
  await expect(page.getByText(/1 november 2022.*niet onafhankelijk bevestigd/).first()).toBeVisible();
  // WCAG 3.1.2: what the desk wrote is said to be in its language.
  await page.goto("/claims/clm-it-02");
  await expect(page.getByRole("heading", { level: 1 }).locator("[lang=en]")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
});
