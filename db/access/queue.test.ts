import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { makeActor, makeEvidence, makeStation, makeStatusReport } from "../testing/make";
import { moveOne } from "./moves";
import { countGateReasons, countQueue, listQueue } from "./queue";
import { recordOne } from "./record-one";

const everything = {};
const only = <V extends string>(...any: V[]) => ({ any, without: [] });
let reporter: Actor;

beforeAll(async () => {
  reporter = await makeActor("reporter");
  await makeStation(reporter, { slug: "nl-amsterdam", name: "Amsterdam" });
  await moveOne(reporter, "station", "nl-amsterdam", "submit");
  const sourceless = await makeEvidence(reporter, { slug: "src-1", url: null });
  await moveOne(reporter, "evidence", sourceless.slug, "submit");
  await makeEvidence(reporter, { slug: "src-2" });
  const organization = {
    name: "Held",
    kind: "ngo" as const,
    country: null,
    alternateNames: [],
    url: null,
    reliability: null,
    note: null,
  };
  await recordOne(reporter, "organization", { slug: "held", input: organization, reason: "One undated rewrite" });
});

test("what waits is listed the longest first, with what its gate still asks", async () => {
  const { items, total } = await listQueue(reporter, everything);
  expect(items.map(({ slug, state }) => [slug, state])).toEqual([
    ["nl-amsterdam", "in_review"],
    ["src-1", "in_review"],
    ["src-2", "draft"],
    ["held", "draft"],
  ]);
  expect(items[0]).toMatchObject({ title: "Amsterdam", reasons: ["no_source", "no_answer", "one_person"] });
  expect(total).toBe(4);
});

test("a held draft says why", async () => {
  const { items } = await listQueue(reporter, { ...everything, kind: only("organization") });
  expect(items[0]).toMatchObject({ slug: "held", said: "One undated rewrite" });
});

test("the queue narrows to a kind, a state and a reason", async () => {
  const slugs = async (filter: Partial<Parameters<typeof listQueue>[1]>) =>
    (await listQueue(reporter, { ...everything, ...filter })).items.map(({ slug }) => slug);
  expect(await slugs({ kind: only("evidence") })).toEqual(["src-1", "src-2"]);
  expect(await slugs({ state: only("draft") })).toEqual(["src-2", "held"]);
  expect(await slugs({ reason: only("no_answer") })).toEqual(["nl-amsterdam"]);
  expect(await slugs({ reason: { any: [], without: ["one_person"] } })).toEqual([]);
  expect(await slugs({ reason: only("rests_on_unpublished") })).toEqual([]);
});

test("pages follow on each other without a gap or a twin, and the total stays", async () => {
  const first = await listQueue(reporter, everything, { limit: 3 });
  const second = await listQueue(reporter, everything, { limit: 3, after: first.next });
  expect([...first.items, ...second.items].map(({ slug }) => slug)).toEqual([
    "nl-amsterdam",
    "src-1",
    "src-2",
    "held",
  ]);
  expect([first.total, second.total, second.next]).toEqual([4, 4, null]);
});

test("counts by kind and state, and by reason among what is in review", async () => {
  expect(await countQueue(reporter)).toEqual(
    expect.arrayContaining([
      { kind: "station", state: "in_review", count: 1 },
      { kind: "evidence", state: "draft", count: 1 },
    ]),
  );
  expect(await countGateReasons(reporter)).toEqual({
    no_source: 2,
    no_answer: 1,
    no_public_precision: 0,
    one_person: 2,
    rests_on_unpublished: 0,
  });
});

test("a report on a station names the station that it is about", async () => {
  await makeStatusReport(reporter, { station: "nl-amsterdam", evidence: "src-2", status: "denied" });
  const { items } = await listQueue(reporter, { ...everything, kind: only("status_report") });
  expect(items[0]).toMatchObject({ title: "Amsterdam", detail: "denied", on: "nl-amsterdam" });
});

test("a manager has no queue", async () => {
  const manager = await makeActor("manager");
  for (const attempt of [listQueue(manager, everything), countQueue(manager), countGateReasons(manager)]) {
    await expect(attempt).rejects.toThrow("A manager may not read drafts.");
  }
});
