import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import type { SummaryData } from "@/db/access/figures/summary-page";
import { keyFigures } from "@/lib/charts/key-figure";
import { fillWeeks } from "@/lib/figures/workload";
import { summaryFilter } from "@/lib/filters/summary-filter";
import { getTranslations } from "@/lib/text/translations";
import { TONES } from "./styles";
import { summaryPdf } from "./summary-document";

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "wederhoor-pdf-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const reader = await run("pdftotext", ["-v"]).then(
  () => true,
  () => false,
);
if (!reader) console.log("There is no pdftotext here (poppler-utils): the PDF is made, and not read.");

const NOW = new Date("2022-12-20T10:00:00Z");
const numbers = {
  stations: { total: 99, published: 87, countries: 53, byStatus: [] },
  claimed: {
    of: "world",
    lowest: 102,
    highest: 110,
    documented: 87,
    marks: [102, 110].map((value) => ({
      value,
      bound: "at_least" as const,
      claimants: [{ id: "1", slug: "police", name: `福州市公安局 ${value}` }],
      relayedBy: null,
      asOf: null,
      standing: true,
      times: 1,
      claims: [{ slug: `clm-${value}` }],
    })),
  },
  evidence: { total: 1234 },
  responses: { total: 41, denied: 17, noComment: 3, acted: 9, byKind: [] },
  replies: { asked: 7, answered: 2, declined: 1, medianDays: 5.5, rate: { answered: 2, asked: 7 } },
  claims: { total: 0, byAssessment: [] },
  head: { seq: 812, hash: `sha256:${"ab".repeat(32)}`, at: NOW.toISOString() },
};

function data(query = "from=2022-10-01&to=2022-12-31"): SummaryData {
  const { value: view } = summaryFilter.parse(new URLSearchParams(query));
  const before = { ...numbers, evidence: { total: 1230 } };
  const none = { decided: 0, median: null, p90: null };
  return {
    view,
    now: NOW,
    today: "2022-12-20",
    seesDrafts: true,
    previous: { from: "2022-07-01", to: "2022-09-30" },
    numbers,
    figures: keyFigures(numbers, before, view, true),
    countries: [],
    months: { total: 3, months: [{ month: "2022-10", count: 3 }], coarser: 1, undated: 0 },
    steps: { steps: [{ day: "2022-10-01", counts: [{ status: "reported", count: 4 }] }], countries: [], undated: 2 },
    desk: {
      waiting: [],
      replies: { overdue: 2, awaited: 1, oldestDue: "2022-12-01", today: "2022-12-20" },
      reviews: { current: { decided: 3, median: 7200, p90: 200_000 }, previous: none },
      weeks: fillWeeks([], "2022-12-20"),
    },
    people: null,
    visit: null,
    since: null,
    head: numbers.head,
  } as unknown as SummaryData;
}

test("its data colours are the page's on paper", async () => {
  const css = await readFile(new URL("../../app/tokens.css", import.meta.url), "utf8");
  const light = [...css.matchAll(/--(data-\w+): light-dark\((#\w{6}),/g)].map(([, tone, colour]) => [tone, colour]);
  expect(TONES).toEqual(Object.fromEntries(light));
});

test.each(["en", "nl"] as const)(
  "the PDF is two pages of %s with title, figures, sources and its own fonts",
  async (locale) => {
    const pdf = await summaryPdf(data(), locale);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    if (!reader) return;
    const path = join(folder, `${locale}.pdf`);
    await writeFile(path, pdf);
    const t = getTranslations(locale, "summary");
    const text = (await run("pdftotext", [path, "-"])).stdout.replace(/\s+/g, " ");
    for (const figure of ["documented", "onFile", "evidence", "responses"] as const) {
      expect(text).toContain(t(`figure.${figure}`));
    }
    for (const sentence of [
      t("title"),
      "87",
      locale === "nl" ? "1.234" : "1,234",
      "+4 ",
      "812",
      t("page", { page: 2, pages: 2 }),
    ]) {
      expect(text).toContain(sentence);
    }
    expect(text).toContain(t("sources").slice(0, 18).trim());
    expect(text).toContain("福州市公安局 102");
    expect(text).not.toContain("212");
    const info = (await run("pdfinfo", [path])).stdout;
    expect(info).toMatch(/Pages:\s+2\n/);
    expect(info).toContain(`Wederhoor: ${t("title")}`);
    const fonts = (await run("pdffonts", [path])).stdout.trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
  },
);
