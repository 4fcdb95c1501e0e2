import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { findLastVisit, VISIT_ENDS_AFTER_MINUTES } from "@/db/access/accounts/visits";
import { listLiveEventsSince } from "@/db/access/discussion/live-events";
import { makeActor, makeStation } from "@/db/testing/make";
import { connectAsSuperuser } from "@/db/testing/superuser";
import type { Actor } from "@/lib/workflow/actor";
import { NOTED_EVERY_MINUTES, noteVisit, peopleRemembered } from "./visits";

const behind = connectAsSuperuser();
afterAll(() => behind.end());

let manager: Actor;
let reporter: Actor;
let minute = 0;
const head = async () => (await listLiveEventsSince(reporter, null)).head ?? 0;
const page = () => noteVisit(manager, minute * 60_000);
/** Lets so many minutes go by, for the database too. */
async function pass(minutes: number): Promise<void> {
  minute += minutes;
  await behind`update visits set began_at = began_at - make_interval(mins => ${minutes}), last_at = last_at - make_interval(mins => ${minutes}) where person_id = ${manager.id}`;
}
const notes = () =>
  behind`select began_at, last_at, seen_seq::int as seen from visits where person_id = ${manager.id} order by began_at`;

beforeEach(async () => {
  manager = await makeActor("manager");
  reporter = await makeActor("reporter");
});

test("a visit is noted far more often than it would end", () => {
  expect(NOTED_EVERY_MINUTES * 3).toBeLessThan(VISIT_ENDS_AFTER_MINUTES);
});

test("the pages of a few minutes are noted once, and the next page after them again", async () => {
  await makeStation(reporter);
  await page();
  const noted = await notes();
  expect(noted).toMatchObject([{ seen: await head() }]);
  await makeStation(reporter);
  minute += NOTED_EVERY_MINUTES - 1;
  await page();
  expect(await notes()).toEqual(noted);
  minute += 1;
  await page();
  expect(await notes()).toMatchObject([{ seen: await head() }]);
});

test("what was written after the note is never called seen, though a later page of the visit may have shown it", async () => {
  await page();
  const seen = await head();
  await makeStation(reporter);
  await pass(1);
  await page();
  await makeStation(reporter);
  await pass(VISIT_ENDS_AFTER_MINUTES + 1);
  await page();
  expect(await findLastVisit(manager)).toMatchObject({ seq: seen });
  expect(await notes()).toHaveLength(2);
});

test("half an hour is counted from the last page, noted or not", async () => {
  await page();
  await pass(NOTED_EVERY_MINUTES - 1);
  await page();
  await pass(VISIT_ENDS_AFTER_MINUTES - 1);
  await page();
  expect(await notes()).toHaveLength(1);
  expect(await findLastVisit(manager)).toBeNull();
});

test("a note that fails does not fail the page, and the next page tries again", async () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  await behind`alter table visits rename to visits_away`;
  await page();
  await behind`alter table visits_away rename to visits`;
  expect(warned).toHaveBeenCalledOnce();
  warned.mockRestore();
  await page();
  expect(await notes()).toHaveLength(1);
});

test("a thousand people are remembered, and no more", async () => {
  const silent = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  // Of nobody in the database, whose notes it refuses.
  await Promise.all(
    Array.from({ length: 1010 }, () => noteVisit({ ...manager, id: crypto.randomUUID() }, minute * 60_000)),
  );
  silent.mockRestore();
  expect(peopleRemembered()).toBe(1000);
});
