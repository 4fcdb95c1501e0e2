import { beforeAll, expect, test } from "vitest";
import { evidenceInput } from "@/lib/records/evidence";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makeStation,
  publishRecord,
  unpublish,
} from "../../testing/make";
import { type EvidenceFilter, listEvidence, recordEvidence, reviseEvidence } from "./evidence";
import { countEvidenceFacets } from "./evidence-facets";
import { findEvidence } from "./evidence-file";

let reporter: Actor;
let editor: Actor;
let manager: Actor;

beforeAll(async () => {
  [reporter, editor, manager] = [await makeActor("reporter"), await makeActor("editor"), await makeActor("manager")];
  await makeOrganization(reporter, { slug: "rtl-nieuws", name: "RTL Nieuws" });
  await makeOrganization(editor, { slug: "cnn", name: "CNN", reliability: "B", kind: "news_outlet" });
  await makeStation(reporter, {
    slug: "nl-rotterdam",
    name: "Rotterdam",
    alternateNames: ["鹿特丹"],
    city: "Rotterdam",
  });
  const items = [
    {
      slug: "src-rtl",
      title: "China heeft illegale politiebureaus in Nederland",
      language: "nl",
      publisher: "rtl-nieuws",
      published: "2022-10-25",
      countries: ["NL"],
      stations: ["nl-rotterdam"],
      credibility: "2",
    },
    {
      slug: "src-cnn",
      title: "China operating over 100 police stations across the world",
      language: "en",
      publisher: "cnn",
      published: "2022-12-03",
      countries: ["NL", "IT"],
    },
    { slug: "src-zh", title: "福州市公安局海外警侨服务站", language: "zh-Hans", kind: "web_page", published: "2022" },
    {
      slug: "src-it",
      title: "Le stazioni di polizia cinesi a Prato",
      language: "it",
      countries: ["IT"],
      sharing: "RED",
    },
  ];
  for (const item of items) await makeEvidence(editor, item);
  await makeClaim(reporter, {
    slug: "clm-1",
    stances: [
      { evidence: "src-rtl", stance: "supports", derivation: "original", quote: "een bureau in Rotterdam" },
      { evidence: "src-cnn", stance: "mentions", derivation: "derived" },
    ],
  });
  await publishRecord("organization", "cnn");
  await publishRecord("evidence", "src-cnn");
  await unpublish("organization", "cnn");
});

const slugs = async (filter: EvidenceFilter, actor = editor) =>
  (await listEvidence(actor, filter)).items.map(({ slug }) => slug);

test.each([
  ["福州", ["src-zh"]],
  ["鹿特丹", ["src-rtl"]],
  ["rotterdam", ["src-rtl"]],
  ["politiebureau", ["src-rtl"]],
  ['"police station"', ["src-cnn"]],
  ["police station", ["src-cnn"]],
  ["RTL", ["src-rtl"]],
  ["cnn politie", []],
  ["stazione", ["src-it"]],
  ["???", []],
])("a question in any language of the dossier finds its items: %s", async (q, found) => {
  expect(await slugs({ q })).toEqual(found);
});

test("several values widen a facet, an excluded one narrows it, and several facets go together", async () => {
  expect(await slugs({ language: { any: ["nl", "en"], without: [] } })).toEqual(["src-cnn", "src-rtl"]);
  expect(await slugs({ language: { any: [], without: ["nl"] } })).toEqual(["src-cnn", "src-zh", "src-it"]);
  expect(await slugs({ kind: { any: ["article"], without: [] }, country: { any: ["IT"], without: ["NL"] } })).toEqual(
    ["src-it"],
  );
  expect(await slugs({ station: { any: ["nl-rotterdam"], without: [] } })).toEqual(["src-rtl"]);
  expect(await slugs({ stance: { any: ["supports", "contradicts"], without: [] } })).toEqual(["src-rtl"]);
  expect(await slugs({ publisher: { any: ["cnn", "none"], without: [] } })).toEqual(["src-cnn", "src-zh", "src-it"]);
});

test("what nobody graded is its own value, and not the worst", async () => {
  expect(await slugs({ credibility: { any: ["none"], without: [] } })).toEqual(["src-cnn", "src-zh", "src-it"]);
  expect(await slugs({ reliability: { any: ["B"], without: [] } })).toEqual(["src-cnn"]);
  expect(await slugs({ reliability: { any: ["none"], without: [] } })).toEqual(["src-rtl", "src-zh", "src-it"]);
  expect(await slugs({ reliability: { any: [], without: ["none"] } })).toEqual(["src-cnn"]);
});

test("an item belongs to a month only when its date is that precise", async () => {
  expect(await slugs({ period: { any: ["2022"], without: [] } })).toEqual(["src-cnn", "src-rtl", "src-zh"]);
  expect(await slugs({ period: { any: ["2022-01", "2022-10"], without: [] } })).toEqual(["src-rtl"]);
  expect(await slugs({ period: { any: [], without: ["2022-12"] } })).toEqual(["src-rtl", "src-zh", "src-it"]);
  expect(await slugs({ period: { any: ["none"], without: [] } })).toEqual(["src-it"]);
});

test("each facet counts what choosing its value would show beside the other choices", async () => {
  const all = await countEvidenceFacets(editor, {});
  expect(all.kind).toEqual([
    { value: "article", label: null, count: 3 },
    { value: "web_page", label: null, count: 1 },
  ]);
  expect(all.period.map(({ value, count }) => [value, count])).toEqual([
    ["2022-12", 1],
    ["2022-10", 1],
    ["2022", 3],
    ["none", 1],
  ]);
  const narrowed = await countEvidenceFacets(editor, {
    language: { any: ["nl"], without: [] },
    country: { any: ["NL"], without: [] },
  });
  expect(narrowed.language.map(({ value, count }) => [value, count])).toEqual([
    ["en", 1],
    ["nl", 1],
  ]);
  expect(narrowed.country).toEqual([{ value: "NL", label: null, count: 1 }]);
  expect(narrowed.publisher).toEqual([{ value: "rtl-nieuws", label: "RTL Nieuws", count: 1 }]);
  expect(narrowed.stance).toEqual([{ value: "supports", label: null, count: 1 }]);
});

test("pages follow each other without a gap or a twin, in every order", async () => {
  for (const sort of ["newest", "oldest", "changed"] as const) {
    const whole = await listEvidence(editor, { sort, limit: 100 });
    expect(whole).toMatchObject({ total: 4, next: null });
    const seen: string[] = [];
    let after: EvidenceFilter["after"] = null;
    do {
      const page: Awaited<ReturnType<typeof listEvidence>> = await listEvidence(editor, { sort, limit: 1, after });
      expect(page.total).toBe(4);
      seen.push(...page.items.map(({ slug }) => slug));
      after = page.next;
    } while (after);
    expect(seen).toEqual(whole.items.map(({ slug }) => slug));
  }
});

test("a manager sees what is published, and neither the names behind it nor counts of the rest", async () => {
  expect(await slugs({}, manager)).toEqual(["src-cnn"]);
  const [item] = (await listEvidence(manager, {})).items;
  expect(item?.publisher).toBeNull();
  expect(await slugs({ q: "CNN" }, manager)).toEqual([]);
  const facets = await countEvidenceFacets(manager, {});
  expect(facets.publisher).toEqual([{ value: "none", label: null, count: 1 }]);
  expect(facets.stance).toEqual([]);
  expect((await findEvidence(manager, "src-cnn")).claims).toEqual([]);
  await expect(findEvidence(manager, "src-rtl")).rejects.toMatchObject({ kind: "not_found" });
});

test("what is published under TLP:RED stays at the desk", async () => {
  await publishRecord("evidence", "src-it");
  expect(await slugs({ q: "polizia" }, reporter)).toEqual(["src-it"]);
  expect(await slugs({ q: "polizia" }, manager)).toEqual([]);
  await expect(findEvidence(manager, "src-it")).rejects.toMatchObject({ kind: "not_found" });
});

test("an item brings the records that rest on it", async () => {
  const item = await findEvidence(editor, "src-rtl");
  expect(item).toMatchObject({
    publisher: { name: "RTL Nieuws", reliability: null },
    published: { edtf: "2022-10-25", from: "2022-10-25", to: "2022-10-25" },
    stations: [{ slug: "nl-rotterdam" }],
    claims: [{ slug: "clm-1", stance: "supports", derivation: "original", claimants: [], origin: null }],
    responses: [],
    events: [],
    statuses: [],
  });
});

test("a new item is named after its title and revised from the version that was read", async () => {
  const input = evidenceInput.parse({ title: "Vragen in de Kamer", kind: "document" });
  const written = await recordEvidence(reporter, { input });
  expect(written).toEqual({ slug: "vragen-in-de-kamer", version: 1, effect: "recorded" });
  const again = { slug: written.slug, basedOn: 1, reason: "dated", input: { ...input, author: "SP" } };
  expect(await reviseEvidence(reporter, again)).toMatchObject({ version: 2 });
  await expect(reviseEvidence(editor, { ...again, input })).rejects.toMatchObject({ kind: "conflict" });
  await expect(recordEvidence(manager, { input })).rejects.toThrow("A manager may not record evidence.");
});
