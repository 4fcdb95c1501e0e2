import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeResponse,
  makeStation,
  publishRecord,
} from "../../testing/make";
import { listClaims } from "../claims/claim-ledger";
import { type SEARCH_KINDS, searchEverything } from "./search";

let editor: Actor;
let manager: Actor;

beforeAll(async () => {
  [editor, manager] = [await makeActor("editor"), await makeActor("manager")];
  await makePublishedStation(editor, {
    slug: "nl-amsterdam",
    name: "Amsterdam station",
    city: "Amsterdam",
    alternateNames: ["阿姆斯特丹"],
  });
  await makeStation(editor, { slug: "it-milano", name: "Milano", country: "IT", alternateNames: ["米兰"] });
  await makeOrganization(editor, { slug: "ministry", name: "Ministry of Foreign Affairs of the Netherlands" });
  await makeEvidence(editor, {
    slug: "src-001",
    title: "Politiebureau in Amsterdam",
    language: "nl",
    publisher: "ministry",
  });
  await makeClaim(editor, {
    slug: "clm-1",
    period: "2016/2018",
    proposition: "A police station works in Amsterdam",
    claimants: ["ministry"],
  });
  await makeResponse(editor, { slug: "rsp-1", authority: "ministry", summary: "Both Amsterdam offices must close" });
  await makeEvent(editor, { slug: "evt-1", title: "Closure ordered in Amsterdam", occurred: "2022-11-01" });
});

const found = async (q: string, actor = editor, kind?: (typeof SEARCH_KINDS)[number]) =>
  (await searchEverything(actor, q, { kind })).items.map(({ slug }) => slug);

test("the beginning of a word finds every kind of record, what is named so first", async () => {
  const { items, counts } = await searchEverything(editor, "amst");
  expect(items[0]).toMatchObject({ kind: "station", slug: "nl-amsterdam", by: "Amsterdam", country: "NL" });
  expect(new Set(items.map(({ kind }) => kind))).toEqual(
    new Set(["station", "claim", "response", "evidence", "event"]),
  );
  expect(counts).toEqual({ station: 1, organization: 0, claim: 1, response: 1, evidence: 2, event: 1 });
});

test("a record's own name finds it, also while it is being typed", async () => {
  expect(await found("src-001")).toEqual(["src-001"]);
  expect((await found("nl-ams"))[0]).toBe("nl-amsterdam");
  expect(await found("clm-1", editor, "claim")).toEqual(["clm-1"]);
  expect(await found("clm-1", editor, "event")).toEqual([]);
});

test("a hit shows who is behind the record and when it was", async () => {
  const { items } = await searchEverything(editor, "ministry foreign");
  expect(items.find(({ kind }) => kind === "organization")).toMatchObject({ slug: "ministry", type: "news_outlet" });
  expect(items.find(({ slug }) => slug === "src-001")).toMatchObject({ by: expect.stringContaining("Ministry") });
  const [claim] = (await searchEverything(editor, "police station", { kind: "claim" })).items;
  expect(claim).toMatchObject({ by: expect.stringContaining("Ministry"), country: "NL", type: "asserts" });
  expect(claim?.period?.edtf).toBe("2016/2018");
  const [event] = (await searchEverything(editor, "closure", { kind: "event" })).items;
  expect(event).toMatchObject({ date: { edtf: "2022-11-01", from: "2022-11-01", to: "2022-11-01" } });
});

test("a phrase is its words side by side, in a title as in a quote, however many stand apart", async () => {
  await makeEvidence(editor, { slug: "src-apart", title: "Marble quay of the old harbour" });
  await makeEvidence(editor, { slug: "src-beside", title: "The marble harbour" });
  const stance = { evidence: "src-apart", stance: "supports", derivation: "original", quote: "a zinc and tin roof" };
  await makeClaim(editor, { slug: "clm-roof", claimants: ["ministry"], stances: [stance] });
  expect(await found("marble harbour")).toEqual(expect.arrayContaining(["src-apart", "src-beside"]));
  expect(await found('"marble harbour"')).toEqual(["src-beside"]);
  expect(await found('harbour -"marble harbour"')).toEqual(["src-apart"]);
  expect((await found('"tin roof"')).sort()).toEqual(["clm-roof", "src-apart"]);
  expect(await found('"zinc roof"')).toEqual([]);
});

test("two Chinese characters are a name", async () => {
  expect(await found("米兰")).toEqual(["it-milano"]);
  expect((await found("阿姆斯特丹"))[0]).toBe("nl-amsterdam");
});

test("a manager finds published records only, and their counts are of those", async () => {
  const { items, counts } = await searchEverything(manager, "amst");
  expect(items.map(({ slug }) => slug)).toContain("nl-amsterdam");
  expect(items.map(({ slug }) => slug)).not.toContain("src-001");
  expect(counts).toEqual({ station: 1, organization: 0, claim: 0, response: 0, evidence: 1, event: 0 });
  expect(await found("clm-1", manager)).toEqual([]);
  expect(await found("it-milano", manager)).toEqual([]);
});

test.each(["", "   ", "???", "' | ! & <->", "\\", "a".repeat(5000), "\0", "-(police)"])(
  "whatever was typed is a question and not a broken query: %j",
  async (q) => {
    expect(Array.isArray(await found(q))).toBe(true);
  },
);

test("the limit holds for each kind, and the counts stay exact", async () => {
  const { items, counts } = await searchEverything(editor, "amsterdam", { limit: 1 });
  expect(items.filter(({ kind }) => kind === "evidence")).toHaveLength(1);
  expect(counts.evidence).toBe(2);
});

test("a minus excludes what the word without it finds, a phrase and Chinese alike, and alone says nothing", async () => {
  const all = (await found("-zzqq")).sort();
  const without = async (q: string) => {
    const [hidden, left] = [await found(q.slice(1)), await found(q)];
    expect(hidden.length, q).toBeGreaterThan(0);
    expect([...hidden, ...left].sort(), q).toEqual(all);
  };
  for (const q of ["-amsterdam", "-milano", '-"police station"', "-米兰", "-stations"]) await without(q);
  expect(await found("amst -police")).not.toContain("clm-1");
  expect(await found("- amst")).toEqual(await found("amst"));
  expect(await found("-")).toEqual([]);
});

test("an item is found by where it stands, where it is kept and how it was read; an organization by its site", async () => {
  await makeEvidence(editor, {
    slug: "src-002",
    title: "Local report",
    url: "https://www.keyt.com/news/2022/12/05/police-stations",
    archiveUrl: "https://web.archive.org/web/20221206/keyt",
    accessedVia: "press reader of Zutphen",
  });
  await makeOrganization(editor, { slug: "keyt-news", name: "News Channel", url: "https://keyt.com" });
  for (const q of ["keyt.com", "www.keyt.com", "https://keyt.com/news", "keyt.com/news/2022/12/05/police-stations"])
    expect(await found(q, editor, "evidence"), q).toEqual(["src-002"]);
  for (const q of ["archive.org", "20221206", "zutphen", "police-stations"])
    expect(await found(q, editor, "evidence"), q).toEqual(["src-002"]);
  expect(await found("keyt.com", editor, "organization")).toEqual(["keyt-news"]);
});

test("a quotation finds the claim and the item that it is of, for who may see both", async () => {
  await makeEvidence(editor, { slug: "src-q", title: "Transcript" });
  await makeClaim(editor, {
    slug: "clm-q",
    proposition: "Somebody said so",
    stances: [
      { evidence: "src-q", stance: "supports", derivation: "original", quote: "We hebben er vijftig geteld" },
    ],
  });
  expect(await found("vijftig geteld")).toEqual(["clm-q", "src-q"]);
  expect(await found("vijftig -geteld")).toEqual([]);
  expect(await found("transcript -vijftig")).toEqual([]);
  expect((await listClaims(editor, { q: "vijftig" })).total).toBe(1);
  await publishRecord("evidence", "src-q");
  expect(await found("vijftig", manager)).toEqual([]);
});

test.each([
  ["Bureau of أحمد المصطفى in مدرسة", ["احمد", "أحْمَد", "المصطفي", "مدرسه", "مـدرسة"]],
  ["Łódź, Đặng Ærø – Iğdır", ["lodz", "Łódź", "dang", "aero", "igdir", "IĞDIR"]],
  ["שָׁלוֹם הַבַּיִת", ["שלום", "הבית"]],
  ["extra\u00adordi\u200bnary می\u200cخواهم", ["extraordinary", "ميخواهم", "می\u200cخواهم"]],
  ["हिन्दी समाचार ২০২২", ["हिन्दी", "समाचार", "2022", '"हिन्दी समाचार"']],
  ["สำนักงานตำรวจกรุงเทพ", ["ตำรวจ", "กรุงเทพ", "สำนักงาน"]],
  ["police/station 鹿特丹 ｶﾞｲﾄﾞ", ["station", "police/station", "丹", "ガイド"]],
])("%s is found however its words are spelled", async (title, questions) => {
  const { slug } = await makeEvent(editor, { title, occurred: "2022-11-01" });
  for (const q of questions) expect(await found(q, editor, "event"), q).toContain(slug);
});
