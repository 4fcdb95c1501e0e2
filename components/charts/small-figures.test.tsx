import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RangeFigure } from "@/components/claims/range";
import { AllAnswers } from "@/components/summary/all-answers";
import { MessagesProvider } from "@/components/translations-client";
import { type Catalogue, messages, type Namespace } from "@/lib/messages";
import type { Locale } from "@/lib/text/locale";

const NOW = new Date("2022-12-20T10:00:00Z");
const counted = { seesDrafts: false, now: NOW, head: { seq: 812, hash: `sha256:${"ab".repeat(32)}` } };
const ngo = { id: "1", slug: "safeguard-defenders", name: "Safeguard Defenders" };
const paper = { id: "2", slug: "paper", name: "新京报" };
const asOf = { edtf: "2022-12", from: "2022-12-01", to: "2022-12-31" };
const mark = { value: 4, bound: "exactly" as const, claimants: [ngo], relayedBy: null, asOf, standing: false };
const figure = {
  lowest: 11,
  highest: 12,
  documented: 3,
  marks: [
    { ...mark, claims: [{ slug: "clm-1" }] },
    { ...mark, value: 11, standing: true, claims: [{ slug: "clm-2" }] },
    { ...mark, value: 12, bound: "at_least" as const, claimants: [paper], standing: true, claims: [] },
  ],
};
const responses = {
  total: 14,
  byKind: [
    { kind: "denial" as const, count: 9 },
    { kind: "no_comment" as const, count: 5 },
  ],
  byCountry: [
    { country: "NL", kind: "denial" as const, count: 9 },
    { country: null, kind: "no_comment" as const, count: 5 },
  ],
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
const read = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const marksIn = (html: string) =>
  [...html.matchAll(/<a [^>]*data-mark[^>]*>/g)].map(([tag]) => [
    /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll("&amp;", "&"),
    /aria-label="([^"]*)"/.exec(tag)?.[1],
  ]);

test("each figure of a range says whose it is and leads to its claim; the one documented leads to the stations", () => {
  const range = (
    <RangeFigure
      figure={figure}
      view={{ place: "IT", to: undefined, records: "all" }}
      href="/countries/it"
      counted={counted}
    />
  );
  const html = draw("en", range);
  expect(marksIn(html)).toEqual([
    [
      "/claims/clm-1",
      "Italy: 4 claimed earlier by Safeguard Defenders, December 2022; since replaced by a later figure of theirs.",
    ],
    ["/claims/clm-2", "Italy: 11 claimed by Safeguard Defenders, December 2022."],
    ["/stations?country=IT&state=corrected&state=published", "3 stations published here"],
  ]);
  const text = read(html);
  expect(text).toContain("11 – at least 12 claimed by 2 claimants. 3 stations are documented here.");
  expect(text).toContain(
    "Published items only; Italy; any date. · Counted 20 December 2022 at 10:00 UTC · revision 812",
  );
  expect(text).toContain("· Source: claims of Safeguard Defenders and 新京报");
  expect(text).toContain("revision 812, abababababababab".slice(0, 24));
  expect(html).toContain('href="/api/v1/figures/range?place=IT&amp;format=csv"');
  expect(html).toContain('href="/countries/it#range-it"');
  for (const sum of [16, 23, 26]) expect(text).not.toMatch(new RegExp(`\\b${sum}\\b`));
  expect(read(draw("nl", range))).toContain("geclaimd door 2 partijen Hier zijn 3 locaties gedocumenteerd.");
});

test("responses are told by kind and by government; those of no one government lead nowhere", () => {
  const html = draw("en", <AllAnswers summary={{ responses } as never} counted={counted} />);
  expect(marksIn(html)).toEqual([
    ["/responses?kind=denial", "Denial: 9 answers."],
    ["/responses?kind=no_comment", "No comment: 5 answers."],
    ["/responses?government=NL", "Netherlands: 9 answers."],
  ]);
  const text = read(html);
  expect(text).toContain("14 official answers are on file; most often “Denial” (9)");
  expect(text).toContain("Authorities of one country responded; most often those of Netherlands, with 9 answers");
  expect(text).toContain("Not of one government");
  const none = { total: 0, byKind: [], byCountry: [] };
  expect(read(draw("nl", <AllAnswers summary={{ responses: none } as never} counted={counted} />))).toContain(
    "geen officieel antwoord",
  );
});
