import { beforeAll, expect, test } from "vitest";
import { parseEdtf } from "@/lib/dates/edtf";
import { EVIDENCE_FACETS, evidenceFilter } from "@/lib/filters/evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeEvent,
  makeEvidence,
  makeOrganization,
  publishRecord,
  unpublish,
} from "../../testing/make";
import { listTimeline } from "../timeline/timeline";
import { readSpans } from "../timeline/timeline-spans";
import { listEvidence } from "./evidence";
import { countEvidenceFacets } from "./evidence-facets";

const DATES = ["2022-10-25", "2022-10", "2022", "2021/2023", "2022-11/..", "../2022-09", "2022-12-01~", null];
const KINDS = ["article", "photo", "report"] as const;
let readers: readonly Actor[];

beforeAll(async () => {
  const editor = await makeActor("editor");
  readers = [editor, await makeActor("manager")];
  for (const slug of ["rtl", "cnn", "efe"]) await makeOrganization(editor, { slug, kind: "news_outlet" });
  for (const slug of ["rtl", "cnn", "efe"]) await publishRecord("organization", slug);
  for (let n = 0; n < 24; n += 1) {
    await makeEvidence(editor, {
      slug: `src-${n}`,
      title: `Item ${n} of the ${n % 2 ? "consulate" : "embassy"}`,
      kind: KINDS[n % 3],
      published: DATES[n % 8],
      language: n % 5 ? "nl" : null,
      publisher: [null, "rtl", "cnn", "efe"][n % 4],
      countries: [["NL"], ["NL", "IT"], [], ["PT"]][(n * 7) % 4],
      credibility: n % 6 ? "2" : null,
      sharing: n % 9 === 5 ? "RED" : "CLEAR",
    });
    if (n % 2 === 0 || n % 9 === 5) await publishRecord("evidence", `src-${n}`);
  }
  await makeClaim(editor, {
    stances: [{ evidence: "src-1", stance: "supports", derivation: "original", quote: "x" }],
  });
  await makeEvent(editor, { occurred: "2022-10-25" });
  await unpublish("organization", "cnn");
});

const QUERIES = [
  ...[
    "",
    "kind=photo",
    "kind=photo&country=NL",
    "not.country=IT",
    "language=none&kind=article&kind=photo",
    "q=consul",
  ],
  ...[
    "publisher=rtl",
    "publisher=none&credibility=2",
    "period=2022",
    "from=2022-10-01&to=2022-10-31",
    "stance=supports",
  ],
  ...["records=published", "records=published&kind=report", "state=draft&country=NL", "reliability=none&period=none"],
];

test.each(QUERIES)("the number behind each value is what the list that it leads to has: ?%s", async (query) => {
  const { value: view, problems } = evidenceFilter.parse(new URLSearchParams(query));
  expect(problems).toEqual([]);
  for (const reader of readers) {
    const facets = await countEvidenceFacets(reader, view);
    for (const facet of EVIDENCE_FACETS) {
      for (const { value, count, isLeast } of facets[facet]) {
        const { total } = await listEvidence(reader, { ...view, [facet]: { any: [value], without: [] } });
        expect.soft(total, `${reader.role} ?${query} ${facet} ${value}`).toBe(count);
        expect(isLeast).toBeUndefined();
      }
    }
  }
});

const DAYS = ["2020-12-31", "2021-01-01", "2022-09-30", "2022-10-25", "2022-12-01", "2023-12-31", "2024-02-02"];

/** @param isOpen what has no first day begins before all; else with its last one, as the list takes it */
const numbersWithin = (from: string | undefined, to: string | undefined, isOpen: boolean) =>
  DATES.flatMap((edtf, n) => {
    const span = edtf === null ? null : parseEdtf(edtf);
    if (!span) return from || to || isOpen ? [] : [n];
    const first = span.from ?? (isOpen ? "0000" : (span.to ?? "0000"));
    return (!to || first <= to) && (!from || (span.to ?? "9999") >= from) ? [n] : [];
  }).flatMap((n) => [n, n + 8, n + 16]);

test("a period has what may have been published on one of its days, in the list and on the timeline", async () => {
  const [editor] = readers as [Actor];
  for (const from of [undefined, ...DAYS]) {
    for (const to of [undefined, ...DAYS]) {
      const listed = numbersWithin(from, to, false);
      const { items, total } = await listEvidence(editor, { from, to, limit: 100 });
      expect(items.map(({ slug }) => slug).sort(), `${from} ${to}`).toEqual(listed.map((n) => `src-${n}`).sort());
      expect(total).toBe(listed.length);
      const drawn = numbersWithin(from, to, true).length;
      const lane = { any: ["evidence"] as const, without: [] };
      const page = await listTimeline(editor, { lane, from, to }, { limit: 100 });
      expect([page.items.length, page.total], `${from} ${to}`).toEqual([drawn, drawn]);
      const { spans } = await readSpans(editor, { lane, from, to });
      expect(spans.reduce((sum, { count }) => sum + count, 0)).toBe(drawn);
      for (const { first, date } of spans)
        expect(date.edtf, first.slug).toBe(DATES[Number(first.slug.split("-")[1]) % 8]);
    }
  }
});
