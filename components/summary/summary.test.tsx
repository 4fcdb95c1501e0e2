import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessagesProvider } from "@/components/translations-client";
import { keyFigures } from "@/lib/charts/key-figure";
import { fillWeeks } from "@/lib/figures/workload";
import { previousPeriod, summaryFilter, withinPeriod } from "@/lib/filters/summary-filter";
import { type Catalogue, messages, type Namespace } from "@/lib/messages";
import type { Locale } from "@/lib/text/locale";
import { SummaryClaimed } from "./claimed";
import { KeyFigures } from "./key-figures";
import { People } from "./people";
import { PeriodForm } from "./period-form";
import { PrintPage } from "./print-page";
import { ChangesSinceVisit } from "./since";
import { SummaryFigures } from "./summary-figures";
import { Workload } from "./workload";

const NOW = new Date("2022-12-20T10:00:00Z");
const TODAY = "2022-12-20";
const head = { seq: 812, hash: `sha256:${"ab".repeat(32)}`, at: NOW.toISOString() };
const view = withinPeriod(summaryFilter.absent, { from: "2022-10-01", to: "2022-12-31" });
const previous = previousPeriod(view, TODAY);
const numbers = {
  stations: { total: 99, published: 87, countries: 53, byStatus: [] },
  claimed: { of: "world", lowest: 102, highest: 110, documented: 87, marks: [] },
  evidence: { total: 1234 },
  responses: { total: 41, denied: 17, noComment: 3, acted: 9, byKind: [] },
  replies: { asked: 0, answered: 0, declined: 0, medianDays: null, rate: { answered: 0, asked: 0 } },
  claims: { total: 0, byAssessment: [] },
  head,
};
const before = {
  ...numbers,
  evidence: { total: 1231 },
  responses: { total: 41, denied: 18, noComment: 3, acted: 9 },
};
const desk = {
  head,
  waiting: [{ kind: "evidence" as const, state: "in_review" as const, count: 4, oldest: "2022-12-01T10:00:00Z" }],
  replies: { overdue: 2, awaited: 1, oldestDue: "2022-12-01", today: TODAY },
  reviews: {
    current: { decided: 3, median: 7200, p90: 200_000 },
    previous: { decided: 0, median: null, p90: null },
  },
  weeks: fillWeeks([{ week: "2022-12-12", submitted: 3, decided: 2, published: 1 }], TODAY),
};
const summary = {
  view,
  seesDrafts: true,
  now: NOW,
  today: TODAY,
  head,
  countries: [
    { country: "NL", government: { responses: 4, denied: 1, noComment: 0, acted: 2 } },
    { country: "IT", government: { responses: 2, denied: 2, noComment: 0, acted: 0 } },
    { country: "FR", government: { responses: 0, denied: 0, noComment: 0, acted: 0 } },
  ],
  months: { total: 6, months: [{ month: "2022-10", count: 5 }], coarser: 1, undated: 0 },
  steps: { steps: [{ day: "2022-10-01", counts: [{ status: "reported", count: 4 }] }], countries: [], undated: 2 },
};

function draw(locale: Locale, node: React.ReactNode): string {
  const catalogue = Object.fromEntries(
    (Object.keys(messages) as Namespace[]).map((namespace) => [namespace, messages[namespace][locale]]),
  ) as Partial<Catalogue>;
  return renderToStaticMarkup(
    <MessagesProvider locale={locale} catalogue={catalogue}>
      {node}
    </MessagesProvider>,
  );
}

/** What a reader reads: without the marks. */
const read = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

test("a figure stands beside the period before; what cannot be compared or measured is written out, never 0 %", () => {
  const figures = keyFigures(numbers, before, view, true);
  const html = draw("en", <KeyFigures figures={figures} numbers={numbers} previous={previous} />);
  const text = read(html);
  expect(text).toContain("1,234");
  expect(text).toMatch(/\+3 against 1 Jul – 30 Sept? 2022/);
  expect(text).toContain("−1 against");
  expect(text).toContain("none to measure");
  expect(text).not.toContain("%");
  expect(html).toContain('href="/evidence?from=2022-10-01&amp;to=2022-12-31"');
  const alone = draw(
    "en",
    <KeyFigures figures={keyFigures(numbers, null, view, true)} numbers={numbers} previous={null} />,
  );
  expect(read(alone)).toContain("Nothing is compared");
  expect(read(alone)).not.toContain("against");
});

test("for several countries nobody claims a figure, and none is made", () => {
  const mixed = { ...numbers, claimed: null } as never;
  expect(read(draw("en", <SummaryClaimed numbers={mixed} view={view} seesDrafts now={NOW} />))).toContain(
    "figures are not added up",
  );
});

test.each(["en", "nl"] as const)("the page's parts are drawn in %s", (locale) => {
  const text = read(
    draw(
      locale,
      <PrintPage page={1} head={head} now={NOW}>
        <PeriodForm view={view} today={TODAY} seesDrafts countries={["NL", "IT"]} />
        <SummaryClaimed numbers={numbers as never} view={view} seesDrafts now={NOW} />
        <SummaryFigures summary={summary as never} />
        <Workload desk={desk} view={view} seesDrafts={false} now={NOW} />
      </PrintPage>,
    ),
  );
  const t = messages.summary[locale];
  for (const sentence of [
    t.governmentsTitle,
    t.monthsTitle,
    t.stepsTitle,
    t.workTitle,
    t.weeksTitle,
    t.reviewTitle,
    "812",
  ]) {
    expect(text).toContain(sentence);
  }
});

test("who may not read drafts reads how many wait, and is led nowhere", () => {
  const forManager = draw("en", <Workload desk={desk} view={view} seesDrafts={false} now={NOW} />);
  expect(read(forManager)).toMatch(/In review\s+4/);
  const hrefs = [...forManager.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  // The figure's own files, table and address, and no list.
  const own = /^\/api\/v1\/figures\/summary\/weeks\?|^\/summary\?.*#weeks$|^#weeks-table$/;
  expect(hrefs.filter((href) => !own.test(href ?? ""))).toEqual([]);
  expect(draw("en", <Workload desk={desk} view={view} seesDrafts now={NOW} />)).toContain(
    'href="/queue?state=in_review"',
  );
});

test.each(["en", "nl"] as const)(
  "the desk's work names its revision to the desk alone, others read of when it is, in %s",
  (locale) => {
    const describe = (seesDrafts: boolean, records: "all" | "published") => {
      const data = { ...desk, head: seesDrafts ? head : undefined };
      return read(
        draw(locale, <Workload desk={data} view={{ ...view, records }} seesDrafts={seesDrafts} now={NOW} />),
      );
    };
    const [moment, noRevision] = {
      en: [
        "Counted 20 December 2022 at 10:00 UTC; the revision in the foot is of what is published",
        "no revision yet",
      ],
      nl: [
        "Geteld op 20 december 2022 om 10:00 UTC; de revisie in de voet hoort bij wat gepubliceerd is",
        "nog geen revisie",
      ],
    }[locale];
    const forManager = describe(false, "all");
    expect(forManager).toContain(moment);
    for (const wrong of ["812", noRevision]) expect(forManager).not.toContain(wrong);
    expect(describe(true, "all")).toContain("812");
    expect(describe(true, "all")).not.toContain(moment);
    expect(describe(true, "published")).toContain(moment);
  },
);

test("a first visit is said in words", () => {
  const text = read(
    draw(
      "en",
      <ChangesSinceVisit
        visit={null}
        since={null}
        readsHistory={false}
        seq={812}
        here="/summary"
        markSeen={async (state) => state}
      />,
    ),
  );
  expect(text).toContain("This is your first visit");
  expect(text).toContain("Start tracking changes");
});

test("each person has a row", () => {
  const numbersOf = { submitted: 1, decided: 2, published: 3, inHand: 0, median: null };
  const one = (name: string, isDisabled: boolean) => ({
    id: name,
    name,
    isDisabled,
    role: "editor" as const,
    ...numbersOf,
  });
  const text = read(draw("en", <People people={[one("Noor", false), one("Bas", true)]} />));
  expect(text).toContain("Bas (account disabled)");
  expect(text).not.toContain("Noor (");
});
