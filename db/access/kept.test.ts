import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { closeDatabase } from "../client";
import { makeActor, makeEvidence, makeReplyRequest, makeStation, publish } from "../testing/make";
import { connectAsSuperuser } from "../testing/superuser";
import { moveOne } from "./moves";
import { readWaiting } from "./queue";
import { readSummary } from "./summary";

const behind = connectAsSuperuser();
afterAll(() => behind.end());

let reporter: Actor;
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const waitingStations = async () =>
  (await readWaiting(reporter)).counts.filter(({ kind, state }) => kind === "station" && state === "draft");

beforeAll(async () => {
  reporter = await makeActor("reporter");
  await makeEvidence(reporter, { slug: "src-1" });
  await publish("evidence", "src-1");
  await makeStation(reporter, { slug: "nl-one", country: "NL" });
  await moveOne(reporter, "station", "nl-one", "submit");
  await makeReplyRequest(reporter, { stations: ["nl-one"], sentOn: day(-20), dueOn: day(0) });
});

test("what waits and what changed last is counted once, and anew after each write", async () => {
  const [waiting, summary] = [await readWaiting(reporter), await readSummary(reporter)];
  expect((await readWaiting(reporter)).reasons).toBe(waiting.reasons);
  expect((await readSummary(reporter)).changes).toBe(summary.changes);
  await makeStation(reporter, { slug: "nl-two", country: "NL" });
  expect(await waitingStations()).toEqual([{ kind: "station", state: "draft", count: 1 }]);
  expect((await readSummary(reporter)).changes[0]?.record.slug).toBe("nl-two");
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
}, 90_000);

test("a deadline that passes overnight opens the gate, though nobody wrote anything", async () => {
  expect((await readWaiting(reporter)).reasons.no_answer).toBe(1);
  const [{ name } = { name: "" }] = await behind<{ name: string }[]>`select current_database() as name`;
  await behind.unsafe(`
    create function public.now() returns timestamptz language sql stable as 'select pg_catalog.now() + interval ''1 day''';
    grant execute on function public.now() to public;
    alter database ${name} set search_path = public, pg_catalog`);
  await closeDatabase();
  expect((await readWaiting(reporter)).reasons.no_answer).toBe(0);
  await behind.unsafe(`alter database ${name} reset search_path; drop function public.now()`);
  await closeDatabase();
  expect((await readWaiting(reporter)).reasons.no_answer).toBe(1);
});
