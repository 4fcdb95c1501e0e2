import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MessagesProvider } from "@/components/translations-client";
import { EVIDENCE_FACETS, evidenceFilter } from "@/lib/filters/evidence-filter";
import { messages } from "@/lib/messages";
import { EvidenceFilters } from "./evidence-filters";

const publishers = Array.from({ length: 212 }, (_, at) => ({
  value: `paper-${at}`,
  label: `Paper ${at}`,
  count: 212 - at,
}));
const FACETS = { ...Object.fromEntries(EVIDENCE_FACETS.map((facet) => [facet, []])), publisher: publishers } as never;

const catalogue = { evidence: messages.evidence.en, common: messages.common.en, form: messages.form.en };

function draw(query: string) {
  const html = renderToStaticMarkup(
    <MessagesProvider locale="en" catalogue={catalogue}>
      <EvidenceFilters view={evidenceFilter.parse(new URLSearchParams(query)).value} facets={FACETS} />
    </MessagesProvider>,
  );
  return {
    values: [...html.matchAll(/<input (?=[^>]*type="checkbox")(?=[^>]*name="publisher")[^>]*value="([^"]*)"/g)].map(
      ([, value]) => value,
    ),
    all: /href="([^"]*)#facet-publisher"[^>]*>(.*?)</.exec(html)?.slice(1),
  };
}

test("of 212 publishers the first are drawn, those chosen, and the way to all of them in this view", () => {
  const { values, all } = draw("kind=article&publisher=paper-200");
  expect(values).toEqual([...publishers.slice(0, 5).map(({ value }) => value), "paper-200"]);
  expect(all).toEqual(["/evidence?kind=article&amp;publisher=paper-200&amp;all=publisher", "All 212 "]);
});

test("they are all drawn once they are asked for", () => {
  const { values, all } = draw("kind=article&all=publisher");
  expect(values).toHaveLength(212);
  expect(all).toBeUndefined();
});
