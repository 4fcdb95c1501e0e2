import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "@/lib/dates/days";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { closeDatabase } from "../../client";
import { newsroomDay } from "../../newsroom";
import { makeActor, makeEvent, makeEvidence, makeReplyRequest, makeStation, publishRecord } from "../../testing/make";
import { connectAsSuperuser } from "../../testing/superuser";
import { readWaitingCounts } from "../queue/waiting-counts";
import { listTimeline, listUndated, readTimelineData } from "../timeline/timeline";
import { readCountrySpans, readSpans } from "../timeline/timeline-spans";
import { transitionRecord } from "../workflow/transitions";
import { cachedAtRevision, cacheStats } from "./result-cache";
import { readSummary, readSummaryJson } from "./summary";

const behind = connectAsSuperuser();
afterAll(() => behind.end());

let reporter: Actor;
const day = (ahead: number) => addDays(newsroomDay(new Date()), ahead);
const waitingStations = async () =>
  (await readWaitingCounts(reporter)).counts.filter(({ kind, state }) => kind === "station" && state === "draft");

beforeAll(async () => {
  reporter = await makeActor("reporter");
  await makeEvidence(reporter, { slug: "src-1" });
  await publishRecord("evidence", "src-1");
  await makeStation(reporter, { slug: "nl-one", country: "NL" });
  await transitionRecord(reporter, "station", "nl-one", "submit");
  await makeReplyRequest(reporter, { stations: ["nl-one"], sentOn: day(-20), dueOn: day(0) });
});

test("what waits and what changed last is counted once, and anew after each write", async () => {
  const [waiting, summary] = [await readWaitingCounts(reporter), await readSummary(reporter)];
  expect((await readWaitingCounts(reporter)).reasons).toBe(waiting.reasons);
  expect((await readSummary(reporter)).changes).toBe(summary.changes);
  await makeStation(reporter, { slug: "nl-two", country: "NL" });
  expect(await waitingStations()).toEqual([{ kind: "station", state: "draft", count: 1 }]);
  expect((await readSummary(reporter)).changes[0]?.record.slug).toBe("nl-two");
});

test("the timeline's dates are grouped once for each view, and anew after each write", async () => {
  const whole = async (filter = {}) => ({
    spans: (await readSpans(reporter, filter)).spans,
    countries: (await readCountrySpans(reporter, filter)).spans,
    undated: (await listUndated(reporter, filter)).items,
    sheet: await readTimelineData(reporter, filter),
  });
  const first = await whole();
  const again = await whole({ lane: undefined });
  for (const part of ["spans", "countries", "undated", "sheet"] as const) expect(again[part], part).toBe(first[part]);
  expect((await whole({ q: "court" })).spans).toEqual([]);
  await makeEvent(reporter, { title: "A court", occurred: "2023-02" });
  const after = await whole();
  expect(after.spans).toHaveLength(first.spans.length + 1);
  expect(after.countries).toHaveLength(first.countries.length + 1);
  expect(after.sheet.total).toBe(first.sheet.total + 1);
  expect((await listTimeline(reporter, {})).total).toBe(after.sheet.total);
  expect((await whole({ q: "court" })).spans).toHaveLength(1);
  expect((await readSpans(await makeActor("manager"), { q: "court" })).spans).toEqual([]);
});

test("the cache stays within bounds, and what was asked last stays", async () => {
  const ask = (name: string) =>
    cachedAtRevision(reporter, name, dashboardFilter.absent, async () => ({
      rows: Array.from({ length: 150_000 }, () => 0),
    }));
  for (let n = 0; n < 12; n += 1) await ask(`question ${n}`);
  expect(cacheStats().parts).toBeLessThanOrEqual(1_000_000);
  expect(cacheStats().answers).toBeLessThanOrEqual(6);
  const last = await ask("question 11");
  expect(await ask("question 11")).toBe(last);
  for (let n = 0; n < 500; n += 1)
    await cachedAtRevision(reporter, `little ${n}`, dashboardFilter.absent, async () => ({ n }));
  expect(cacheStats().answers).toBeLessThanOrEqual(400);
});

test("what another app server writes is counted here at once", async () => {
  const before = await readSummary(reporter);
  const program = `
    import("./db/testing/make.ts").then(async ({ makeActor, makeStation }) => {
      const writer = await makeActor("editor");
      await makeStation(writer, { slug: "from-another-server", country: "NL" });
      await (await import("./db/client.ts")).closeDatabase();
    });`;
  await promisify(execFile)(process.execPath, ["--conditions=react-server", "--import", "tsx", "--eval", program], {
    timeout: 60_000,
    env: process.env,
  });
  const after = await readSummary(reporter);
  expect(after.stations.total).toBe(before.stations.total + 1);
  expect(after.changes[0]?.record.slug).toBe("from-another-server");
  expect(await waitingStations()).toEqual([{ kind: "station", state: "draft", count: 2 }]);
});

test("a deadline that passes overnight opens the gate, though nobody wrote anything", async () => {
  expect((await readWaitingCounts(reporter)).reasons.no_answer).toBe(1);
  const [{ name } = { name: "" }] = await behind<{ name: string }[]>`select current_database() as name`;
  await behind.unsafe(`
    create function public.now() returns timestamptz language sql stable as 'select pg_catalog.now() + interval ''1 day''';
    grant execute on function public.now() to public;
    alter database ${name} set search_path = public, pg_catalog`);
  await closeDatabase();
  expect((await readWaitingCounts(reporter)).reasons.no_answer).toBe(0);
  await behind.unsafe(`alter database ${name} reset search_path; drop function public.now()`);
  await closeDatabase();
  expect((await readWaitingCounts(reporter)).reasons.no_answer).toBe(1);
});

test("the summary is written as JSON once for each reader's sight of it, and anew after each write", async () => {
  const manager = await makeActor("manager");
  const read = async (actor: Actor) => JSON.parse(new TextDecoder().decode(await readSummaryJson(actor)));
  for (const actor of [reporter, manager]) {
    expect(await read(actor)).toEqual(JSON.parse(JSON.stringify(await readSummary(actor))));
    expect(await readSummaryJson(actor)).toBe(await readSummaryJson(actor));
  }
  const [before, told] = [await readSummaryJson(reporter), await readSummaryJson(manager)];
  await makeStation(reporter, { slug: "nl-three", country: "NL" });
  expect(await readSummaryJson(reporter)).not.toBe(before);
  expect((await read(reporter)).stations.total).toBe(1 + JSON.parse(new TextDecoder().decode(before)).stations.total);
  // A draft is nothing to whoever reads published records only.
  expect(await readSummaryJson(manager)).toEqual(told);
});
