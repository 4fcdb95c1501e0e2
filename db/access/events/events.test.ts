import { beforeAll, expect, test } from "vitest";
import { eventInput } from "@/lib/records/event";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor, makeEvent, makeEvidence, publishRecord, unpublish } from "../../testing/make";
import { countEvents, type EventFilter, findEvent, listEvents, recordEvent, reviseEvent } from "./events";

let reporter: Actor;
let manager: Actor;

beforeAll(async () => {
  [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const { slug } = await makeEvidence(reporter, { slug: "src-1", title: "Kamerbrief" });
  await publishRecord("evidence", slug);
  await makeEvidence(reporter, { slug: "src-2", title: "Draft source" });
  const order = { kind: "closure_order", country: "NL", occurred: "2022-11-01", evidence: ["src-1", "src-2"] };
  await makeEvent(reporter, { slug: "evt-nl", title: "Minister orders the stations closed", ...order });
  await makeEvent(reporter, { slug: "evt-it", title: "Joint patrols end", kind: "cooperation_ended", country: "IT" });
  await makeEvent(reporter, { slug: "evt-all", title: "Report published", occurred: "2022-09" });
  await publishRecord("evidence", "src-2");
  await publishRecord("event", "evt-nl");
  await unpublish("evidence", "src-2");
});

const slugs = async (filter: EventFilter, actor = reporter) =>
  (await listEvents(actor, filter)).items.map(({ slug }) => slug);

test("events are narrowed by kind, country and words, and left out by the same", async () => {
  expect(await slugs({})).toEqual(["evt-nl", "evt-all", "evt-it"]);
  expect(await slugs({ country: { any: ["NL", "none"], without: [] } })).toEqual(["evt-nl", "evt-all"]);
  expect(await slugs({ country: { any: [], without: ["NL"] } })).toEqual(["evt-all", "evt-it"]);
  expect(await slugs({ kind: { any: ["closure_order"], without: [] }, q: "minister closing" })).toEqual(["evt-nl"]);
  expect(await slugs({ state: { any: [], without: ["published"] } })).toEqual(["evt-all", "evt-it"]);
  expect((await countEvents(reporter, {})).country).toEqual([
    { value: "IT", count: 1 },
    { value: "NL", count: 1 },
    { value: "none", count: 1 },
  ]);
});

test("pages of events follow each other without a gap", async () => {
  const first = await listEvents(reporter, { limit: 2, sort: "oldest" });
  expect(first).toMatchObject({ total: 3, items: [{ slug: "evt-it" }, { slug: "evt-all" }] });
  const rest = await listEvents(reporter, { limit: 2, sort: "oldest", after: first.next });
  expect(rest).toMatchObject({ total: 3, next: null, items: [{ slug: "evt-nl" }] });
});

test("a manager reads a published event with its published sources only", async () => {
  expect(await slugs({}, manager)).toEqual(["evt-nl"]);
  expect((await findEvent(manager, "evt-nl")).evidence.map(({ slug }) => slug)).toEqual(["src-1"]);
  expect((await findEvent(reporter, "evt-nl")).evidence).toHaveLength(2);
  await expect(findEvent(manager, "evt-it")).rejects.toMatchObject({ kind: "not_found" });
  expect((await countEvents(manager, {})).kind).toEqual([{ value: "closure_order", count: 1 }]);
});

test("an event is recorded and revised by the desk, and stays as it is once published", async () => {
  const input = eventInput.parse({ title: "Kamerdebat", kind: "parliament", occurred: "2022-10-27" });
  const { slug } = await recordEvent(reporter, { input });
  expect(slug).toBe("kamerdebat");
  expect(await reviseEvent(reporter, { slug, basedOn: 1, input: { ...input, country: "NL" } })).toMatchObject({
    version: 2,
  });
  await expect(recordEvent(manager, { input })).rejects.toThrow("A manager may not record an event.");
  const { version } = await findEvent(reporter, "evt-nl");
  await expect(reviseEvent(reporter, { slug: "evt-nl", basedOn: version, input })).rejects.toMatchObject({
    kind: "forbidden",
  });
});
