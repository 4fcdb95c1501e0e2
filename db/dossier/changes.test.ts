import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stationInput } from "@/lib/records/station";
import { reviseOne } from "../access/record-one";
import { findRecord } from "../access/records/record-snapshot";
import { db } from "../client";
import { events, revisions, stations } from "../schema";
import { openFirstDossier } from "../testing/first-dossier";
import { makeActor, makeEvidence } from "../testing/make";
import { FIRST_DOSSIER, loadDossier } from "./load";
import { reportLines } from "./report";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wederhoor-dossier-"));
  await cp(FIRST_DOSSIER, folder, { recursive: true });
  await openFirstDossier();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), "utf8");
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
}
const stationOf = async (slug: string) => (await db.select().from(stations).where(eq(stations.slug, slug)))[0];
const revisionCount = async () => (await db.select({ count: sql<number>`count(*)::int` }).from(revisions))[0]?.count;

test("a changed row changes its record, and the load says in which field", async () => {
  await edit("stations.csv", "City unknown even to the NGO.", "The city is unknown.");
  await edit("stations.csv", "st-pe-unknown,PE,,location not given", "st-pe-unknown,PE,,somewhere in Lima");
  const text = await readFile(join(folder, "events.csv"), "utf8");
  const [, row = ""] = /^evt-01,2014(,.*)$/m.exec(text) ?? [];
  await writeFile(join(folder, "events.csv"), `${text}evt-99,1914${row}\n`);
  const sources = await readFile(join(folder, "sources.csv"), "utf8");
  const [, source = ""] = /^src-033(,.*)$/m.exec(sources) ?? [];
  await writeFile(join(folder, "sources.csv"), `${sources}src-999${source}\n`);
  const [url = ""] = /https:[^,"]+/.exec(source) ?? [];
  await makeEvidence(await makeActor("reporter"), { slug: "typed-in", url: `${url}?utm_source=mail` });
  const loaded = await loadDossier({ folder });
  const typedIn = { kind: "evidence", slug: "typed-in", title: expect.any(String), likenesses: ["address"] };
  expect(loaded.alike).toEqual([{ kind: "evidence", slug: "src-999", to: [typedIn] }]);
  expect(reportLines(loaded)).toContain("  evidence src-999: typed-in, the same web address");
  expect(loaded.revised).toContainEqual({ kind: "station", slug: "pe-unknown", fields: ["localityNote", "name"] });
  // What looks like a slip of the year is there, and waits for somebody to tick it.
  expect(loaded.reasons.event).toEqual({ far_past: 1 });
  expect(loaded.publicationCounts.event.inReview).toBe(1);
  expect(await stationOf("pe-unknown")).toMatchObject({
    name: "Peru, somewhere in Lima",
    state: "in_review",
    version: 3,
  });
});

test("a published record is left as it is: it needs a proposal", async () => {
  await edit("stations.csv", "Said to date from 2018.", "Dates from 2018.");
  const before = await stationOf("nl-amsterdam");
  const loaded = await loadDossier({ folder });
  expect(loaded.published).toContainEqual({ kind: "station", slug: "nl-amsterdam", fields: ["note"] });
  expect(await stationOf("nl-amsterdam")).toEqual(before);
});

test("what the desk wrote stays, whether the file changes as well or not", async () => {
  const reporter = await makeActor("reporter");
  const { input, version } = await findRecord(reporter, "station", "cu-unknown");
  const revised = stationInput.parse({ ...input, firstReported: "2022-12-05", note: "Asked the embassy in Havana." });
  await reviseOne(reporter, "station", { slug: "cu-unknown", basedOn: version, input: revised });
  const quiet = await loadDossier({ folder });
  expect([quiet.revised, quiet.contested]).toEqual([[], []]);

  await edit("stations.csv", "st-cu-unknown,CU,,location not given", "st-cu-unknown,CU,,said to be in Havana");
  const before = await revisionCount();
  const loaded = await loadDossier({ folder });
  expect(loaded.contested.map(({ slug }) => slug)).toEqual(["cu-unknown"]);
  expect(await stationOf("cu-unknown")).toMatchObject({ note: "Asked the embassy in Havana." });
  expect(await revisionCount()).toBe(before);
});

test("a row that is gone from the file is reported, and its record stays", async () => {
  const text = await readFile(join(folder, "events.csv"), "utf8");
  await writeFile(join(folder, "events.csv"), text.replace(/^evt-65,.*\r?\n?/m, ""));
  const loaded = await loadDossier({ folder });
  expect(loaded.vanished).toEqual([{ kind: "event", slug: "evt-65" }]);
  expect(await db.$count(events, eq(events.slug, "evt-65"))).toBe(1);
});
