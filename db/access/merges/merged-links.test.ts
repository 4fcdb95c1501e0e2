import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { beforeAll, expect, test } from "vitest";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { MERGEABLE_KINDS } from "@/lib/records/record-merge";
import { transaction } from "../../client";
import { comparePlanned } from "../../dossier/compare";
import type { PlannedRecord } from "../../dossier/plan";
import * as schema from "../../schema";
import {
  makeClaim,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeResponse,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import {
  actors,
  approveProposal,
  makeMergeActors,
  makeOutlets,
  mergeRecords,
  proposeMerge,
  readRecord,
  refusedBy,
  undoMerge,
} from "../../testing/merges";
import { writeComment } from "../discussion/comment-writes";
import { listComments } from "../discussion/comments";
import { findFollowing, setFollowing } from "../discussion/follows";
import { listCorrections, listCorrectionsOf } from "../history/corrections";
import { checkHistory } from "../history/history-check";
import { findVersions } from "../history/record-history";
import { recordOrganization } from "../organizations/organizations";
import { planWork } from "../queue/assignments";
import { RECORD_MAPPERS } from "../record-mappers";
import { reviseOne } from "../record-one";
import { listRecordNames } from "../records/record-names";
import { appendRevisions } from "../revisions";
import { listStations } from "../stations/station-list";
import { EDITORIAL_TABLES } from "../tables";
import { findProposal } from "../workflow/proposal-file";
import { transitionProposal } from "../workflow/proposal-transitions";
import { openProposal } from "../workflow/proposals";
import { transitionRecord } from "../workflow/transitions";
import { compareForMerge } from "./merge-reads";
import { findSurvivor } from "./redirects";

beforeAll(makeMergeActors);

test("an old address leads through to the last survivor, and to what somebody may see", async () => {
  const [a, b, c] = ["chain-a", "chain-b", "chain-c"];
  for (const slug of [a, b, c]) await makeOrganization(actors.reporter, { slug, name: slug });
  await mergeRecords("organization", b, a);
  await publishRecord("organization", c);
  await mergeRecords("organization", c, b);
  expect(await findSurvivor(actors.colleague, "organization", a)).toBe(c);
  expect((await makeEvidence(actors.reporter, { publisher: a })).input.publisher).toBe(c);
  // Neither was ever published: their names are not the public's.
  expect(await findSurvivor(actors.manager, "organization", b)).toBe(null);
  expect(await listRecordNames(actors.manager, { organization: [a] })).toEqual({});
  const { input } = await readRecord("organization", c);
  const anew = await recordOrganization(actors.reporter, { input, distinctFrom: [c] });
  expect(anew.slug).toBe("chain-c-2");
  await expect(makeOrganization(actors.reporter, { slug: a })).rejects.toMatchObject({
    errors: { slug: "validation.slugTaken" },
  });
  await expect(undoMerge("organization", b, a)).rejects.toMatchObject({ kind: "not_found" });
});

test("items that say different things of one claim are named, and joined once they say the same", async () => {
  const { reporter } = actors;
  const [item, copy] = [await makeEvidence(reporter), await makeEvidence(reporter, { countries: ["NL"] })];
  const rows = (stance: string) => [
    { evidence: item.slug, stance: "supports", derivation: "original", quote: "Said" },
    { evidence: copy.slug, stance, derivation: "original", locator: "p. 2" },
  ];
  const claim = await makeClaim(reporter, { stances: rows("contradicts") });
  const proposal = await proposeMerge("evidence", item.slug, copy.slug);
  expect((await findProposal(reporter, proposal.slug)).refused).toMatchObject({ key: "mergeConflicts" });
  await expect(approveProposal(proposal)).rejects.toMatchObject(refusedBy("mergeConflicts", { records: claim.slug }));
  const { input } = await readRecord("claim", claim.slug);
  const stances = input.stances.map((row) => ({ ...row, stance: "supports" as const }));
  await reviseOne(reporter, "claim", { slug: claim.slug, basedOn: 1, input: { ...input, stances } });
  await transitionProposal(actors.editor, proposal.slug, "approve");
  expect((await readRecord("claim", claim.slug)).input.stances).toMatchObject([
    { evidence: item.slug, quote: "Said", locator: "p. 2" },
  ]);
  expect((await readRecord("evidence", item.slug)).input.countries).toEqual(["NL"]);
  const merged = await readRecord("claim", claim.slug);
  const altered = merged.input.stances.map((row) => ({ ...row, quote: "Said otherwise" }));
  const change = { slug: claim.slug, basedOn: merged.version, input: { ...merged.input, stances: altered } };
  await reviseOne(reporter, "claim", change);
  await expect(undoMerge("evidence", item.slug, copy.slug)).rejects.toMatchObject(
    refusedBy("mergeStays", { records: claim.slug }),
  );
  expect((await checkHistory()).problem).toBe(null);
});

test("a station takes reports, talk, followers and plans along, and gives back what it took", async () => {
  const { reporter, editor, colleague } = actors;
  const { station: a } = await makePublishedStation(reporter, { slug: "place-a", name: "Place A" });
  const { station: b, source } = await makePublishedStation(reporter, {
    slug: "place-b",
    name: "Place B",
    ...{ latitude: 52.4, longitude: 4.9, locationPrecision: "city" },
  });
  const report = await makeStatusReport(reporter, {
    station: b.slug,
    status: "ordered_closed",
    evidence: source.slug,
  });
  await publishRecord("status_report", report.slug);
  const subject = (slug: string) => ({ kind: "station" as const, slug });
  const say = (slug: string, body: string) =>
    writeComment(colleague, { ...subject(slug), body, field: null, parent: null });
  await say(b.slug, "Of B");
  await setFollowing(editor, subject(b.slug), true);
  await planWork(editor, subject(b.slug), { assignee: colleague.id, tags: ["court"] });
  await planWork(editor, subject(a.slug), { tags: ["map"] });
  await transitionRecord(editor, "station", b.slug, "unpublish", { reason: "Double" });
  const corrected = await readRecord("station", b.slug);
  expect(corrected.state).toBe("unpublished");

  const total = async () => (await listStations(actors.manager, {})).total;
  const before = await total();
  await mergeRecords("station", a.slug, b.slug);
  const bodies = async (slug: string) => (await listComments(reporter, subject(slug))).items.map(({ body }) => body);
  const status = async (slug: string) =>
    (await listStations(reporter, { q: slug })).items.find((row) => row.slug === slug)?.status;
  expect(await readRecord("station", a.slug)).toMatchObject({
    input: { alternateNames: ["Place B"], latitude: 52.4, locationPrecision: "city" },
  });
  expect([await bodies(a.slug), await status(a.slug)]).toEqual([["Of B"], "ordered_closed"]);
  expect((await findFollowing(editor, subject(a.slug))).cause).toBe("chosen");
  expect(await planWork(editor, subject(a.slug), {})).toMatchObject({
    assigneeId: colleague.id,
    tags: ["map", "court"],
  });
  expect(await total()).toBe(before);
  await say(a.slug, "Of A, since");
  await undoMerge("station", a.slug, b.slug);
  expect((await readRecord("station", b.slug)).state).toBe("unpublished");
  expect([await bodies(a.slug), await bodies(b.slug)]).toEqual([["Of A, since"], ["Of B"]]);
  expect([await status(a.slug), await status(b.slug)]).toEqual(["unknown", "ordered_closed"]);
  expect((await findFollowing(editor, subject(a.slug))).cause).toBe(null);
  expect(await planWork(editor, subject(a.slug), {})).toMatchObject({ assigneeId: null, tags: ["map"] });
  expect((await checkHistory()).problem).toBe(null);
});

test("a claim takes answers and disputes along, disputes itself with nobody, and gives back what it took", async () => {
  const { reporter } = actors;
  const b = await makeClaim(reporter, { claimants: [(await makeOrganization(reporter)).slug] });
  const a = await makeClaim(reporter, { disputes: [b.slug] });
  const c = await makeClaim(reporter, { disputes: [a.slug, b.slug] });
  const answer = await makeResponse(reporter, { answers: [{ claim: b.slug, answer: "denies" }] });
  const disputes = async (slug: string) => (await readRecord("claim", slug)).input.disputes;
  await mergeRecords("claim", a.slug, b.slug);
  expect([await disputes(a.slug), await disputes(c.slug)]).toEqual([[], [a.slug]]);
  expect((await readRecord("response", answer.slug)).input.answers).toEqual([{ claim: a.slug, answer: "denies" }]);
  expect((await readRecord("claim", a.slug)).input.claimants).toEqual(b.input.claimants);
  await undoMerge("claim", a.slug, b.slug);
  expect([await disputes(a.slug), await disputes(c.slug)]).toEqual([[b.slug], [a.slug, b.slug]]);
  expect((await readRecord("response", answer.slug)).input.answers).toEqual([{ claim: b.slug, answer: "denies" }]);
  expect((await checkHistory()).problem).toBe(null);
});

test("a public note stays on the record that its own became", async () => {
  const { cnn, twin } = await makeOutlets("ap", true);
  const { input, version } = await readRecord("organization", twin.slug);
  const content = {
    typed: { ...input, url: "https://example.org" },
    reason: "Mended",
    correctionNote: "Wrong address",
  };
  const decided = await openProposal(actors.reporter, "organization", twin.slug, { ...content, basedOn: version });
  await approveProposal(decided);
  await mergeRecords("organization", cnn.slug, twin.slug);
  const notes = await listCorrectionsOf(actors.manager, "organization", cnn.id);
  expect(notes.map(({ note }) => note)).toEqual(["Wrong address"]);
  // What was decided about the absorbed record is read as part of its history.
  expect((await findProposal(actors.colleague, decided.slug)).record.state).toBe("merged");
  await listComments(actors.colleague, { kind: "proposal", slug: decided.slug });
  const all = (await listCorrections(actors.manager)).items;
  expect(all.find(({ note }) => note === "Wrong address")?.record?.slug).toBe(cnn.slug);
});

test("the dossier's files may go on naming what became another record", async () => {
  const { second, twin } = await makeOutlets("reuters");
  await mergeRecords("organization", "reuters", twin.slug);
  const stored = await readRecord("evidence", second.slug);
  const planned = {
    slug: second.slug,
    input: { ...stored.input, publisher: twin.slug },
  } as PlannedRecord<"evidence">;
  const gone = { slug: twin.slug, input: twin.input } as PlannedRecord<"organization">;
  await transaction(async (tx) => {
    const items = await comparePlanned(tx, actors.reporter, "evidence", new Map([[planned.slug, planned]]));
    expect(items).toMatchObject({ same: [{ planned: { slug: second.slug } }], revised: [], contested: [] });
    const orgs = await comparePlanned(tx, actors.reporter, "organization", new Map([[gone.slug, gone]]));
    expect(orgs).toMatchObject({ added: [], revised: [], contested: [], vanished: [] });
  });
  // What a write named while another transaction merged that away is told so.
  const late = { recordKind: "evidence" as const, recordId: second.id, version: 99, action: "evidence.revise" };
  const more = { snapshot: { publisher: twin.slug }, changed: [], reason: null };
  await expect(
    transaction((tx) => appendRevisions(tx, actors.reporter, [{ ...late, ...more }])),
  ).rejects.toMatchObject(refusedBy("changedSinceRead"));
});

test("both stand side by side before anybody proposes, for those who may", async () => {
  const { cnn, twin } = await makeOutlets("ansa");
  const seen = await compareForMerge(actors.reporter, "organization", cnn.slug, twin.slug);
  expect(seen).toMatchObject({
    after: { name: "ANSA", country: "US", alternateNames: ["ansa network"] },
    conflicts: [],
  });
  expect(seen.moved.records).toHaveLength(3);
  await expect(compareForMerge(actors.reporter, "organization", cnn.slug, cnn.slug)).rejects.toMatchObject({
    errors: { with: "validation.mergeItself" },
  });
  await mergeRecords("organization", cnn.slug, twin.slug);
  const versions = await findVersions(actors.colleague, "organization", twin.slug, [1]);
  expect(versions.get(1)?.snapshot).toMatchObject({ name: "ansa network" });
});

/** What else names a record by its kind and its id, and what becomes of that. */
const BY_KIND_AND_ID: Readonly<Record<string, string>> = {
  comments: "moved",
  notices: "moved",
  follows: "copied: who follows both does so once",
  assignments: "joined",
  proposals: "open ones are decided first; decided ones are part of the history",
  waivers: "stay: decisions about the text of the absorbed record",
  watches: "stay where they were begun, and look for the survivor",
  captures: "stay where they were asked for, and are read with the survivor",
  attachments: "stay where they were handed in, and are read with the survivor",
  corrections: "stay where they were made, and are read with the survivor",
  revisions: "the history",
  merges: "what this is about",
  distinct_records: "stay: what was said of the absorbed record as it was",
};

test("every reference that the schema knows is led on, or it is said what becomes of it", () => {
  const tables = (Object.values(schema) as unknown[]).filter((one): one is PgTable => one instanceof PgTable);
  const mapped = RECORD_KINDS.flatMap((kind) => [
    EDITORIAL_TABLES[kind] as PgTable,
    ...RECORD_MAPPERS[kind].links.map(({ table }) => table),
  ]);
  const targets = MERGEABLE_KINDS.map((kind) => EDITORIAL_TABLES[kind] as PgTable);
  const byKey = tables.filter((table) =>
    getTableConfig(table).foreignKeys.some((key) => targets.includes(key.reference().foreignTable as PgTable)),
  );
  expect(byKey.filter((table) => !mapped.includes(table)).map((table) => getTableConfig(table).name)).toEqual([]);
  const byKind = tables
    .map((table) => getTableConfig(table))
    .filter(({ columns }) => columns.some(({ name }) => name === "record_kind" || name === "subject_kind"))
    .filter(({ columns }) => columns.some(({ name }) => /^(record|subject|absorbed|lower)_id$/.test(name)));
  expect(byKind.map(({ name }) => name).sort()).toEqual(Object.keys(BY_KIND_AND_ID).sort());
});
