import { addDays } from "@/lib/dates/days";
import { expect, pickRecord, test } from "./fixture";
import { TODAY } from "./newsroom";

const day = (days: number) => addDays(TODAY, days);

test("whoever is accused is asked, reminded and heard, and the desk sees what is overdue before everything else", async ({
  page,
  enter,
  another,
  request,
}) => {
  test.setTimeout(120_000);
  const subject = `A station in Amsterdam, asked ${Date.now()}`;
  await enter("reporter");
  await page.goto("/stations/nl-amsterdam/replies/new");
  await expect(page).toHaveURL(/\/replies\/new\?station=nl-amsterdam$/);
  await expect(page.locator("input[name=stations]")).toHaveValue("nl-amsterdam");
  await pickRecord(page, "Asked", "Ministry of Foreign Affairs");
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("Questions").fill("Does the station exist?\nWho runs it?");
  await pickRecord(page, "Claims", "Amsterdam", /./);
  await page.getByLabel("Sent by").selectOption({ label: "E-mail" });
  await page.getByLabel("Sent on").fill(day(-20));
  await page.getByLabel("Answer due on").fill(day(-3));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
  const address = new URL(page.url()).pathname;
  await expect(page.getByText("The last entry says “sent”; by today’s date it is “Overdue”.")).toBeVisible();
  await expect(page.getByText("Days and times in Europe/Amsterdam (CET/CEST).").first()).toBeVisible();

  await test.step("the letter is written in the language of whom it goes to", async () => {
    await page.getByRole("link", { name: "The letter in Dutch" }).click();
    await expect(page.locator("article[lang=nl]")).toContainText("Wat we u vragen");
    await expect(page.locator("article[lang=nl]")).toContainText("Who runs it?");
    const text = await page.request.get(`${address}/letter.txt?lang=en`);
    expect(text.headers()["content-type"]).toContain("text/plain");
    expect(await text.text()).toContain("What is claimed\n1. ");
  });

  await test.step("it leads the desk's page, and a manager is told nothing of it", async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Needs you");
    await expect(page.getByRole("region", { name: "Needs you" }).getByText(subject)).toBeVisible();
    const manager = await another("manager");
    await manager.goto("/");
    await expect(manager.getByText("Needs you")).toHaveCount(0);
    await manager.goto("/replies");
    await expect(manager.getByText(subject)).toHaveCount(0);
  });

  await test.step("a calendar reads the deadline by its secret address, and by no other", async () => {
    await page.goto("/replies/calendar");
    await page.getByRole("button", { name: /^Make a/ }).click();
    const feed = await page.getByText(/deadlines\.ics$/).innerText();
    const answer = await request.get(feed);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toContain("text/calendar");
    expect((await answer.text()).replaceAll("\r\n ", "")).toContain(subject.replace(",", "\\,"));
    expect((await request.get(feed.replace(/.\/deadlines/, "/deadlines"))).status()).toBe(404);
    await page.reload();
    await page.getByRole("button", { name: "End the address" }).click();
    await expect(page.getByText("You have no address.")).toBeVisible();
    expect((await request.get(feed)).status()).toBe(404);
  });

  await test.step("a reminder gives them more time", async () => {
    await page.goto(address);
    await page.getByLabel("What happened", { exact: true }).selectOption({ label: "Reminded" });
    await page.getByLabel("New deadline").fill(day(4));
    await page.getByRole("button", { name: "Save update" }).click();
    await expect(page.getByRole("region", { name: "What happened since" })).toContainText("Reminded, new deadline");
    await expect(page.getByText("4 days left")).toBeVisible();
  });

  await test.step("the answer comes back linked, and shows which claims it leaves alone", async () => {
    await page.getByRole("link", { name: "Record their answer as a new official answer" }).click();
    await expect(page.getByText(/^This will be entered as the answer of/)).toBeVisible();
    await page.getByLabel("Kind", { exact: true }).selectOption({ label: "No comment" });
    await page.getByLabel("Summary", { exact: true }).fill("They would not say.");
    await page.getByLabel("Answer to the claim").first().selectOption({ label: "leaves unanswered" });
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(page.getByText("they answered.")).toBeVisible();
    const put = page.getByRole("region", { name: "Claims put to them" });
    await expect(put).toContainText("The answer leaves 1 claim unanswered or does not mention it.");
    await expect(put).toContainText("leaves unanswered");
  });
});
