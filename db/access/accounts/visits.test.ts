import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor, makeEvidence, makePublishedStation, makeStation, publishRecord } from "../../testing/make";
import { connectAsSuperuser } from "../../testing/superuser";
import { listLiveEventsSince } from "../discussion/live-events";
import { listChangesSince } from "../history/changes";
import { findLastVisit, markSeen, recordVisit } from "./visits";

const behind = connectAsSuperuser();
afterAll(() => behind.end());

let manager: Actor;
let reporter: Actor;
const headOf = async () => (await listLiveEventsSince(reporter, null)).head ?? 0;
/** Lets so many minutes go by since the last page. */
const wait = (person: Actor, minutes: number) =>
  behind`update visits set began_at = began_at - make_interval(mins => ${minutes}), last_at = last_at - make_interval(mins => ${minutes}) where person_id = ${person.id}`;
const countVisits = async (person: Actor) => {
  const [row] = await behind`select count(*)::int as count from visits where person_id = ${person.id}`;
  return row?.count;
};

beforeEach(async () => {
  manager = await makeActor("manager");
  reporter = await makeActor("reporter");
});

test("who was never here has no last visit, and pages one after the other are one visit", async () => {
  expect(await findLastVisit(manager)).toBeNull();
  await recordVisit(manager);
  await wait(manager, 29);
  await recordVisit(manager);
  expect(await findLastVisit(manager)).toBeNull();
  expect(await countVisits(manager)).toBe(1);
});

test("after half an hour without a page the next begins a visit, which knows where the last one ended", async () => {
  await makeStation(reporter);
  await recordVisit(manager);
  const seen = await headOf();
  await wait(manager, 31);
  await makeStation(reporter);
  expect(await findLastVisit(manager)).toMatchObject({ seq: seen });
  await recordVisit(manager);
  await recordVisit(manager);
  expect(await findLastVisit(manager)).toMatchObject({ seq: seen });
  expect(await countVisits(manager)).toBe(2);
});

test("a visit goes on by a page that was not noted, and ends half an hour after it", async () => {
  await recordVisit(manager);
  await wait(manager, 31);
  await recordVisit(manager, 27 * 60_000);
  expect(await countVisits(manager)).toBe(1);
  await wait(manager, 34);
  await recordVisit(manager, 31 * 60_000);
  expect(await countVisits(manager)).toBe(2);
});

test("two visits are kept, and no more", async () => {
  for (let visit = 0; visit < 4; visit += 1) {
    await recordVisit(manager);
    await wait(manager, 40);
  }
  expect(await countVisits(manager)).toBe(2);
});

test("ten pages at once are one visit", async () => {
  await recordVisit(manager);
  await wait(manager, 60);
  await Promise.all(Array.from({ length: 10 }, () => recordVisit(manager)));
  expect(await countVisits(manager)).toBe(2);
});

test("a visit is no revision", async () => {
  const before = await headOf();
  await recordVisit(manager);
  await markSeen(manager, before);
  expect(await headOf()).toBe(before);
});

test("what is marked as seen is no news, at a first visit too, and what comes after it is", async () => {
  await makePublishedStation(reporter);
  await markSeen(manager, await headOf());
  const last = await findLastVisit(manager);
  expect((await listChangesSince(manager, last?.seq ?? 0)).count).toBe(0);
  const item = await makeEvidence(reporter);
  await publishRecord("evidence", item.slug);
  expect(await listChangesSince(manager, last?.seq ?? 0)).toMatchObject({
    count: 1,
    isMore: false,
    changes: [{ action: "publish", author: null, record: { slug: item.slug }, more: 0 }],
  });
});

test("nobody marks as seen what is not written yet", async () => {
  await markSeen(manager, Number.MAX_SAFE_INTEGER);
  expect((await findLastVisit(manager))?.seq).toBe(await headOf());
});

test("the desk sees every step that was taken since, a manager the publications alone", async () => {
  const before = await headOf();
  const station = await makeStation(reporter);
  expect((await listChangesSince(manager, before)).changes).toEqual([]);
  expect((await listChangesSince(reporter, before)).changes).toMatchObject([
    { action: "record", author: reporter.name, record: { slug: station.slug } },
  ]);
});
