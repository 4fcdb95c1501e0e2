import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeStation,
  publishRecord,
} from "../../testing/make";
import { listChanges } from "../history/changes";
import { readSummary } from "./summary";

let reporter: Actor;
let manager: Actor;

beforeAll(async () => {
  reporter = await makeActor("reporter");
  manager = await makeActor("manager");
  await makeOrganization(reporter, { slug: "safeguard-defenders", name: "Safeguard Defenders", kind: "ngo" });
  await publishRecord("organization", "safeguard-defenders");
  const count = { subject: "station_count", scope: "global", country: null, claimants: ["safeguard-defenders"] };
  await makeClaim(reporter, { ...count, slug: "clm-54", valueNumber: 54, asserted: "2022-09" });
  await makeClaim(reporter, { ...count, slug: "clm-102", valueNumber: 102, asserted: "2022-12-05" });
  await makePublishedStation(reporter, { slug: "nl-amsterdam", country: "NL" });
  await makeStation(reporter, { slug: "it-prato", country: "IT" });
  await makeEvidence(reporter, { published: "2022-10-26" });
  await makeEvidence(reporter, { published: "2022" });
});

test("what is claimed, an earlier figure as such, is beside what is documented, and nothing is added up", async () => {
  const { claimed, stations } = await readSummary(reporter);
  expect(claimed.marks.map(({ value, claimants, standing }) => [value, claimants[0]?.name, standing])).toEqual([
    [54, "Safeguard Defenders", false],
    [102, "Safeguard Defenders", true],
  ]);
  expect(claimed.documented).toBe(1);
  expect(stations).toMatchObject({ total: 2, published: 1, countries: 2 });
});

test("without a figure there is no figure, not a zero", async () => {
  const { claimed } = await readSummary(manager);
  expect([claimed.lowest, claimed.highest, claimed.documented]).toEqual([null, null, 1]);
});

test("a manager's numbers are those of published records, and nothing of theirs waits", async () => {
  const { sees, stations, responses, evidence, waiting } = await readSummary(manager);
  expect(sees).toBe("published");
  expect(stations.byStatus).toEqual([{ country: "NL", status: "unknown", count: 1, published: 1 }]);
  expect([responses.total, evidence.total, waiting]).toEqual([1, 1, null]);
});

test("the desk sees what waits, by kind and by reason", async () => {
  const { waiting } = await readSummary(reporter);
  expect(waiting?.counts).toContainEqual({ kind: "station", state: "draft", count: 1 });
  expect(waiting?.reasons).toEqual({
    no_source: 0,
    no_answer: 0,
    no_public_precision: 0,
    one_person: 0,
    rests_on_unpublished: 0,
  });
});

test("evidence stands in the month it was published in; a year is no month", async () => {
  const { evidence } = await readSummary(reporter);
  expect(evidence.months).toEqual([{ month: "2022-10", count: 1 }]);
  expect([evidence.coarser, evidence.undated]).toEqual([1, 1]);
});

test("the latest changes come newest first with who made them; a manager sees publications only, without people", async () => {
  const [latest] = await listChanges(reporter, 5);
  expect(latest).toMatchObject({
    action: "record",
    author: reporter.name,
    record: { kind: "evidence", state: "draft" },
  });
  const published = await listChanges(manager, 50);
  expect(new Set(published.map(({ action, author }) => `${action} ${author}`))).toEqual(new Set(["publish null"]));
  expect(published.map(({ record, more }) => [record.kind, more])).toEqual([
    ["station", 0],
    ["response", 0],
    ["organization", 0],
    ["evidence", 0],
    ["organization", 0],
  ]);
});

test("published evidence that its label keeps at the desk is in no number and no change of a manager's", async () => {
  const total = (await readSummary(manager)).evidence.total;
  await makeEvidence(reporter, { slug: "src-amber", title: "Confidential", sharing: "AMBER" });
  await publishRecord("evidence", "src-amber");
  expect((await readSummary(manager)).evidence.total).toBe(total);
  expect(JSON.stringify(await listChanges(manager))).not.toContain("Confidential");
});
