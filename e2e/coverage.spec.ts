import { expect, pickRecord, test } from "./fixture";

/** A country that no record of the dossier is about, and no other test. */
const COUNTRY = { code: "bt", name: "Bhutan" };

test("what a reporter records as examined with none found is read by a manager, past a second pair of eyes", async ({
  page,
  enter,
  another,
}) => {
  const manager = await another("manager");
  await manager.goto(`/countries/${COUNTRY.code}`);
  await expect(manager.getByText("No item in the dossier is about this country.")).toBeVisible();
  await expect(manager.getByRole("link", { name: "Record “none found”" })).toHaveCount(0);

  await enter("reporter");
  await page.goto(`/countries/${COUNTRY.code}`);
  await page.getByRole("link", { name: "Record “none found”" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Examined, none found: ${COUNTRY.name}`);
  await expect(page.getByLabel("Country")).toHaveValue("BT");
  await page.getByLabel("As of").fill("some day");
  await page.getByRole("button", { name: "Save" }).click();

  await test.step("wrong input comes back beside its field", async () => {
    await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeFocused();
    await expect(page.getByLabel("As of")).toHaveAccessibleDescription(/Write a date as 2022-10-26/);
    await expect(page.getByRole("combobox", { name: "Evidence" })).toHaveAccessibleDescription(/Fill this in/);
    await expect(page.getByLabel("Country")).toHaveValue("BT");
  });

  await page.getByLabel("As of").fill("2022-12");
  await pickRecord(page, "Examined by", "Safeguard");
  await pickRecord(page, "Evidence", "14 governments");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(COUNTRY.name);
  const address = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByText("In review", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);

  const editor = await another("editor");
  // Another test leaves a draft of this kind, which may come before it.
  await editor.goto("/queue?kind=coverage&state=in_review");
  await expect(editor.getByText("Live: changes by others")).toBeVisible();
  const shown = editor.getByRole("region", { name: "Shown beside the list" });
  await expect(shown).toContainText("Before this can be published");
  await shown.getByRole("heading").getByRole("link", { name: COUNTRY.name }).click();
  await expect(editor.getByRole("region", { name: "Who examined it" })).toContainText("In review");
  await editor.getByRole("link", { name: "Open the item" }).click();
  await expect(editor).toHaveURL(new RegExp(`${address}$`));
  await editor.getByRole("button", { name: "Approve" }).click();
  await expect(editor.getByText("Approved", { exact: true }).first()).toBeVisible();
  await manager.reload();
  await expect(manager.getByText("No item in the dossier is about this country.")).toBeVisible();
  await editor.getByRole("button", { name: "Publish" }).click();
  await expect(editor.getByText(/· revision 4 ·/)).toBeVisible();

  await test.step("the manager reads it, on the country's page and among the countries", async () => {
    await manager.reload();
    await expect(manager.getByText("Safeguard Defenders found none, December 2022.")).toBeVisible();
    await manager.goto("/countries?coverage=examined_none_found");
    const row = manager.getByRole("row", { name: new RegExp(COUNTRY.name) });
    await expect(row.getByText("Examined, none found")).toBeVisible();
  });

  await test.step("what is published changes by a proposal", async () => {
    await page.goto(address);
    await page.getByRole("link", { name: "Propose a change" }).click();
    await page.getByLabel("Editor’s note").fill("The list of the report has no station here.");
    await page.getByLabel("Reason", { exact: true }).fill("Read again.");
    await page.getByRole("button", { name: "Save and submit for review" }).click();
    await expect(page.getByText("In review", { exact: true }).first()).toBeVisible();
    await manager.goto(`/countries/${COUNTRY.code}`);
    await expect(manager.getByText("The list of the report has no station here.")).toHaveCount(0);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("coverage is recorded with its evidence named by slug", async ({ page, enter }) => {
    await enter("reporter");
    await page.goto("/countries/lk/coverage/new");
    await page.getByLabel("Evidence").fill("src-001");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(/\/records\/coverage\/lk-none-found/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sri Lanka");
    await expect(page.getByText("Draft", { exact: true }).first()).toBeVisible();
  });
});
