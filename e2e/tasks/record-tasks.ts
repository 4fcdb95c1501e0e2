import { expect, type Locator } from "@playwright/test";
import type { CountedPerson } from "./desk";

/** Types into a picker and takes what is found. */
async function pick(
  desk: CountedPerson,
  name: string | RegExp,
  text: string,
  option: string | RegExp,
): Promise<void> {
  const box = desk.page.getByRole("combobox", { name });
  await desk.fill(box, text);
  await desk.click(desk.page.getByRole("option", { name: option }).first());
}

const button = (desk: CountedPerson, name: string): Locator => desk.page.getByRole("button", { name, exact: true });

async function fileArticle(desk: CountedPerson, unique: string): Promise<void> {
  const { page } = desk;
  const outlet = `Dagblad ${unique}`;
  await desk.click(button(desk, "New"));
  await desk.click(page.getByRole("link", { name: "Evidence" }).last());
  await desk.fill(page.getByLabel("Paste a link"), `https://www.${unique}.example/nieuws/2022/10/26/bureau`);
  await desk.fill(page.getByRole("textbox", { name: "Title" }), `Bureau aan de Maas ${unique}`);
  await desk.fill(page.getByRole("combobox", { name: /^Publisher/ }), outlet);
  await desk.fill(page.getByLabel("Language"), "Dutch");
  await desk.click(page.getByRole("checkbox", { name: `+ Add “${outlet}” with this item` }));
  await pick(desk, /^Stations/, "Rotterdam", /^Rotterdam/);
  await pick(desk, /^Claim\b/, "clm-nl-02", /clm-nl-02/);
  await desk.fill(page.getByLabel(/^Quote/), "een bureau in Rotterdam");
  await desk.click(button(desk, "Save and submit"));
  await desk.see(page.getByText("In review", { exact: true }));
  await desk.see(page.getByRole("link", { name: outlet }));
}

async function recordAnswer(desk: CountedPerson, unique: string): Promise<void> {
  const { page } = desk;
  await desk.click(page.getByRole("link", { name: "Record an answer" }));
  await pick(desk, /^Authority/, "Ministry of Foreign Affairs (Neth", /Netherlands/);
  await desk.choose(page.getByLabel("Kind"), "Statement");
  await desk.fill(page.getByLabel(/^Date of answer/), "26 Oct 2022");
  await desk.fill(page.getByLabel("Summary"), `The ministry looks into it ${unique}`);
  await desk.fill(page.getByLabel("Quote", { exact: false }).first(), "Wij kijken ernaar.");
  await desk.fill(page.getByLabel(/^Language of the quote/), "Dutch");
  await pick(desk, /^Evidence/, "src-001", /src-001/);
  await desk.choose(page.getByLabel("Answer to the claim").first(), "Leaves");
  await desk.click(button(desk, "Save and submit"));
  await desk.see(page.getByText(`The ministry looks into it ${unique}`));
}

async function reportStatus(desk: CountedPerson): Promise<void> {
  const { page } = desk;
  await desk.click(page.getByRole("link", { name: "Report a status" }));
  await desk.choose(page.getByLabel("Status", { exact: true }), "Reported closed");
  await desk.fill(page.getByLabel(/^As of/), "15 January 2023");
  await pick(desk, /^Evidence/, "src-001", /src-001/);
  await desk.click(button(desk, "Save and submit"));
  await desk.see(page.getByText("In review", { exact: true }));
}

async function askForReply(desk: CountedPerson, unique: string): Promise<void> {
  const { page } = desk;
  await desk.click(page.getByRole("link", { name: "Ask for a reply" }));
  await pick(desk, /^Asked/, "Ministry of Foreign Affairs (Neth", /Netherlands/);
  await desk.fill(page.getByLabel("Questions"), `Is it closed? ${unique}`);
  await desk.choose(page.getByLabel("Sent by"), "E-mail");
  await desk.fill(page.getByLabel(/^Answer due on/), "2027-01-15");
  await desk.click(button(desk, "Save"));
  await desk.see(page.getByText(`Is it closed? ${unique}`));
}

async function correctClaim(desk: CountedPerson, unique: string): Promise<void> {
  const { page } = desk;
  await desk.see(page.getByRole("link", { name: "Correct this" }));
  await desk.press("c");
  const form = page.getByRole("region", { name: "Correct this" });
  const text = form.getByRole("textbox", { name: "Claim", exact: true });
  await expect(text).toBeFocused();
  await desk.see(page.getByRole("heading", { level: 1 }));
  await desk.fill(text, `${await text.inputValue()} (${unique})`);
  await desk.fill(form.getByLabel("Reason", { exact: true }), `Read again: ${unique}`);
  await desk.press("Control+Shift+Enter");
  const open = page.getByRole("listitem").filter({ hasText: `Read again: ${unique}` });
  await expect(open.getByText("In review")).toBeVisible();
  await expect(form).toHaveCount(0);
}

const REPORTER = "reporter" as const;

/** What is recorded and linked. */
export const RECORD_TASKS = [
  {
    name: "article from a new outlet, tied to a claim as derived with a quote, submitted",
    role: REPORTER,
    from: "/",
    before: "19 · 31 · 16",
    aim: { loads: 3, clicks: 12, fields: 10 },
    run: fileArticle,
  },
  {
    name: "ministry's answer from a station's page",
    role: REPORTER,
    from: "/stations/nl-amsterdam",
    before: "4 · 22 · 14",
    aim: { loads: 2, clicks: 12, fields: 9 },
    run: recordAnswer,
  },
  {
    name: "new status from a station's page",
    role: REPORTER,
    from: "/stations/nl-amsterdam",
    before: "3 · 6 · 3",
    aim: { loads: 1, clicks: 4, fields: 3 },
    run: reportStatus,
  },
  {
    name: "ask for a reply from a station's page",
    role: REPORTER,
    from: "/stations/nl-amsterdam",
    before: "3 · 11 · 7",
    aim: { loads: 2, clicks: 6, fields: 4 },
    run: askForReply,
  },
];

/** Of what everybody reads, on its own page; it waits for another person as a proposal. */
export const CORRECT_TASK = {
  name: "correct a published claim",
  role: REPORTER,
  from: "/claims/clm-nl-02",
  before: "1–3 · 2–3 · 0–3",
  aim: { loads: 0, clicks: 0, fields: 2, keys: 3 },
  run: correctClaim,
};
