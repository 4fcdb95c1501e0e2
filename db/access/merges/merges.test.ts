import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { beforeAll, expect, test } from "vitest";
import { RECORD_KINDS, type RecordKind } from "@/lib/records/editorial";
import { MERGEABLE_KINDS } from "@/lib/records/record-merge";
import type { Actor } from "@/lib/workflow/actor";
import { transaction } from "../../client";
import { comparePlanned } from "../../dossier/compare";
import type { PlannedRecord } from "../../dossier/plan";
import * as schema from "../../schema";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeResponse,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { findClaim } from "../claims/claims";
import { writeComment } from "../discussion/comment-writes";
import { listComments } from "../discussion/comments";
import { findFollowing, setFollowing } from "../discussion/follows";
import { listCorrections, listCorrectionsOf } from "../history/corrections";
import { checkHistory } from "../history/history-check";
import { findRecordHistory, findVersions } from "../history/record-history";
import { findOrganization } from "../organizations/organization-file";
import { listOrganizations, recordOrganization } from "../organizations/organizations";
import { planWork } from "../queue/assignments";
import { RECORD_MAPPERS } from "../record-mappers";
import { reviseOne } from "../record-one";
import { listRecordNames } from "../records/record-names";
import { findRecord } from "../records/record-snapshot";
import { appendRevisions, listRevisions } from "../revisions";
import { searchEverything } from "../search/search";
import { listStations } from "../stations/station-list";
import { EDITORIAL_TABLES } from "../tables";
import { findProposal } from "../workflow/proposal-file";
import { transitionProposal } from "../workflow/proposal-transitions";
import { openProposal, saveProposal } from "../workflow/proposals";
import { transitionRecord } from "../workflow/transitions";
import { openMerge, openUndo } from "./merge-proposals";
import { compareForMerge, listMerges, previewUnmerge } from "./merge-reads";
import { findSurvivor } from "./redirects";

const actors = {} as Record<"reporter" | "colleague" | "editor" | "manager", Actor>;
beforeAll(async () => {
  actors.reporter = await makeActor("reporter");
  actors.colleague = await makeActor("reporter");
  actors.editor = await makeActor("editor");
  actors.manager = await makeActor("manager");
});

const read = <Kind extends RecordKind>(kind: Kind, slug: string) => findRecord(actors.reporter, kind, slug);
const versionOf = async (kind: RecordKind, slug: string) => (await read(kind, slug)).version;

async function propose(kind: RecordKind, slug: string, absorbed: string, by = actors.reporter) {
  const versions = { basedOn: await versionOf(kind, slug), absorbedVersion: await versionOf(kind, absorbed) };
  return openMerge(by, kind, slug, { absorbed, ...versions, reason: "The same" });
}
async function approve(proposal: { slug: string }) {
  await transitionProposal(actors.reporter, proposal.slug, "submit");
  return transitionProposal(actors.editor, proposal.slug, "approve", { ticked: "all" });
}
const merge = async (kind: RecordKind, slug: string, absorbed: string) =>
  approve(await propose(kind, slug, absorbed));
async function undo(kind: RecordKind, slug: string, absorbed: string) {
  const basedOn = await versionOf(kind, slug);
  return approve(await openUndo(actors.reporter, kind, slug, { absorbed, basedOn, reason: "Two after all" }));
}
const refused = (key: string, values?: object) => ({ detail: { key, ...(values ? { values } : {}) } });

/** Two records of one outlet, each with an original item under one claim. */
async function outlets(stem: string, isOut = false) {
  const { reporter } = actors;
  const cnn = await makeOrganization(reporter, { slug: stem, name: stem.toUpperCase() });
  const twin = await makeOrganization(reporter, { slug: `${stem}-2`, name: `${stem} network`, country: "US" });
  const first = await makeEvidence(reporter, { publisher: stem });
  const second = await makeEvidence(reporter, { publisher: twin.slug });
  const stances = [first, second].map(({ slug }) => ({ evidence: slug, derivation: "original" }));
  const claim = await makeClaim(reporter, { position: "denies", claimants: [twin.slug], stances });
  const joint = await makeClaim(reporter, { position: "denies", claimants: [stem, twin.slug] });
  const all = [
    ["organization", cnn],
    ["organization", twin],
    ["evidence", first],
    ["evidence", second],
    ["claim", claim],
  ] as const;
  for (const [kind, { slug }] of isOut ? all : []) await publishRecord(kind, slug);
  return { cnn, twin, first, second, claim, joint };
}
const independent = async (slug: string) => (await findClaim(actors.manager, slug)).independence.count;
const claimantsOf = async (slug: string) => (await read("claim", slug)).input.claimants;

test("two outlets that are one are one independent source, and two again once that is taken back", async () => {
  const { claim, joint, second, twin } = await outlets("cnn", true);
  expect(await independent(claim.slug)).toBe(2);
  await merge("organization", "cnn", "cnn-2");
  expect(await independent(claim.slug)).toBe(1);
  expect((await read("evidence", second.slug)).input.publisher).toBe("cnn");
  expect([await claimantsOf(claim.slug), await claimantsOf(joint.slug)]).toEqual([["cnn"], ["cnn"]]);
  expect(await read("organization", "cnn")).toMatchObject({
    state: "published",
    input: { country: "US", alternateNames: ["cnn network"] },
  });
  await expect(findOrganization(actors.editor, "cnn-2")).rejects.toMatchObject({ kind: "not_found" });
  expect((await listOrganizations(actors.reporter, { q: "cnn" })).items.map(({ slug }) => slug)).toEqual(["cnn"]);
  expect(
    (await searchEverything(actors.reporter, "cnn network", { kind: "organization" })).items.map(({ slug }) => slug),
  ).toEqual(["cnn"]);
  expect((await checkHistory()).problem).toBe(null);

  const [moved] = await listRevisions(actors.editor, "evidence", second.id);
  expect(moved).toMatchObject({
    action: "evidence.relink",
    author: actors.reporter.name,
    changed: ["publisher"],
    detail: { approvedBy: actors.editor.name, merge: { kind: "organization", from: "cnn-2", to: "cnn" } },
  });
  const history = await findRecordHistory(actors.colleague, "organization", "cnn-2");
  expect(history).toMatchObject({ state: "merged", title: "cnn network" });
  expect(history.items[0]).toMatchObject({ action: "organization.merged", detail: { merge: { to: "cnn" } } });
  expect((await listMerges(actors.colleague, "organization", twin.id)).became).toEqual({ slug: "cnn", title: "CNN" });

  // Named by its old address, the survivor is meant.
  const later = await makeEvidence(actors.reporter, { publisher: "cnn-2" });
  expect(later.input.publisher).toBe("cnn");
  const back = await previewUnmerge(actors.reporter, "organization", "cnn", "cnn-2");
  expect(back.moved.records.map(({ slug }) => slug).sort()).toEqual([claim.slug, second.slug, joint.slug].sort());
  await undo("organization", "cnn", "cnn-2");
  expect(await independent(claim.slug)).toBe(2);
  expect([await claimantsOf(claim.slug), await claimantsOf(joint.slug)]).toEqual([["cnn-2"], ["cnn", "cnn-2"]]);
  expect((await read("organization", "cnn")).input).toMatchObject({ country: null, alternateNames: [] });
  expect((await findOrganization(actors.manager, "cnn-2")).published.total).toBe(1);
  expect((await read("evidence", later.slug)).input.publisher).toBe("cnn");
  expect(await findSurvivor(actors.editor, "organization", "cnn-2")).toBe(null);
  await expect(undo("organization", "cnn", "cnn-2")).rejects.toMatchObject(refused("mergeUndone"));
  expect((await checkHistory()).problem).toBe(null);
});

test("nobody merges alone, and who may not write proposes nothing", async () => {
  const { cnn, twin, second } = await outlets("bbc");
  const asked = {
    basedOn: cnn.version,
    absorbedVersion: twin.version,
    absorbed: twin.slug,
    reason: "The same",
  };
  await expect(openMerge(actors.manager, "organization", "bbc", asked)).rejects.toMatchObject({ kind: "forbidden" });
  const own = await openMerge(actors.editor, "organization", "bbc", asked);
  await transitionProposal(actors.editor, own.slug, "submit");
  await expect(transitionProposal(actors.editor, own.slug, "approve")).rejects.toMatchObject(refused("ownWork"));
  await expect(transitionProposal(actors.colleague, own.slug, "approve")).rejects.toMatchObject({
    kind: "forbidden",
  });
  const admin = await makeActor("admin");
  await expect(transitionProposal(admin, own.slug, "approve", { ticked: "all" })).resolves.toMatchObject({
    state: "applied",
  });
  // Who proposed it wrote in what moved, and decides about none of that.
  await transitionRecord(actors.reporter, "evidence", second.slug, "submit");
  const decide = (by: Actor) => transitionRecord(by, "evidence", second.slug, "approve");
  await expect(decide(actors.editor)).rejects.toMatchObject(refused("ownWork"));
  await decide(admin);
});

test("what can't become one is refused", async () => {
  const { reporter } = actors;
  const [a, b] = [await makeOrganization(reporter), await makeOrganization(reporter)];
  const asked = { basedOn: 1, absorbedVersion: 1, reason: "The same" };
  const open = (absorbed: string, more: object = {}) =>
    openMerge(reporter, "organization", a.slug, { ...asked, absorbed, ...more });
  await expect(open(a.slug)).rejects.toMatchObject({ errors: { absorbed: "validation.mergeItself" } });
  const station = await makeStation(reporter);
  await expect(open(station.slug)).rejects.toMatchObject({ errors: { absorbed: "validation.unknownRecord" } });
  const trashed = await makeOrganization(reporter);
  await transitionRecord(reporter, "organization", trashed.slug, "trash");
  await expect(open(trashed.slug)).rejects.toMatchObject({ errors: { absorbed: "validation.unknownRecord" } });
  await expect(open(b.slug, { absorbedVersion: 2 })).rejects.toMatchObject(refused("changedSinceRead"));
  await expect(open(b.slug, { basedOn: 2 })).rejects.toMatchObject(refused("changedSinceRead"));
  const reply = openMerge(reporter, "response", "any", { ...asked, absorbed: "other" });
  await expect(reply).rejects.toMatchObject({ kind: "not_found" });
  await merge("organization", a.slug, b.slug);
  await expect(open(b.slug, { basedOn: 2 })).rejects.toMatchObject({
    errors: { absorbed: "validation.mergedAlready" },
  });
});

test("a draft can't take what is published, and what names it stays with what is", async () => {
  const { reporter } = actors;
  const [draft, out] = [await makeOrganization(reporter), await makeOrganization(reporter)];
  const item = await makeEvidence(reporter, { publisher: out.slug });
  for (const [kind, { slug }] of [
    ["organization", out],
    ["evidence", item],
  ] as const)
    await publishRecord(kind, slug);
  await expect(propose("organization", draft.slug, out.slug)).rejects.toMatchObject(
    refused("survivorNotPublished", { records: out.slug }),
  );
  await transitionRecord(actors.editor, "organization", out.slug, "unpublish", { reason: "Looked at again" });
  const proposal = await propose("organization", draft.slug, out.slug);
  const file = await findProposal(reporter, proposal.slug);
  expect(file.refused).toEqual({ key: "survivorNotPublished", values: { records: item.slug } });
  await expect(approve(proposal)).rejects.toMatchObject(refused("survivorNotPublished", { records: item.slug }));
});

test("an approval is of both versions that were read", async () => {
  const { reporter, editor } = actors;
  const [a, b] = [await makeOrganization(reporter), await makeOrganization(reporter)];
  const proposal = await propose("organization", a.slug, b.slug);
  const { input } = await read("organization", b.slug);
  await reviseOne(reporter, "organization", { slug: b.slug, basedOn: 1, input: { ...input, note: "New" } });
  await expect(approve(proposal)).rejects.toMatchObject(refused("absorbedMoved"));
  const { proposal: stored } = await findProposal(reporter, proposal.slug);
  const again = { typed: stored.typed, reason: "Read again", correctionNote: null, basedOn: stored.version };
  await saveProposal(reporter, proposal.slug, again);
  await transitionProposal(reporter, proposal.slug, "submit");
  const [{ version: basedOn }, recordVersion] = [(await findProposal(editor, proposal.slug)).proposal, 1];
  await transitionProposal(editor, proposal.slug, "approve", { basedOn, recordVersion });
  expect((await read("organization", a.slug)).state).toBe("draft");
  const file = await findProposal(reporter, proposal.slug);
  expect(file).toMatchObject({ joins: { undoes: false, other: { slug: b.slug } }, refused: null });
});

test("open proposals on the other record are decided first", async () => {
  const { cnn, twin } = await outlets("afp", true);
  const proposal = await propose("organization", cnn.slug, twin.slug);
  const content = { typed: { name: "AFP", kind: "news_agency" }, reason: "So called", correctionNote: null };
  const other = await openProposal(actors.colleague, "organization", twin.slug, { ...content, basedOn: 4 });
  await expect(approve(proposal)).rejects.toMatchObject(refused("openProposals", { records: other.slug }));
  await expect(propose("organization", cnn.slug, twin.slug)).rejects.toMatchObject({ kind: "conflict" });
});

test("an old address leads through to the last survivor, and to what somebody may see", async () => {
  const [a, b, c] = ["chain-a", "chain-b", "chain-c"];
  for (const slug of [a, b, c]) await makeOrganization(actors.reporter, { slug, name: slug });
  await merge("organization", b, a);
  await publishRecord("organization", c);
  await merge("organization", c, b);
  expect(await findSurvivor(actors.colleague, "organization", a)).toBe(c);
  expect((await makeEvidence(actors.reporter, { publisher: a })).input.publisher).toBe(c);
  // Neither was ever published: their names are not the public's.
  expect(await findSurvivor(actors.manager, "organization", b)).toBe(null);
  expect(await listRecordNames(actors.manager, { organization: [a] })).toEqual({});
  const { input } = await read("organization", c);
  const anew = await recordOrganization(actors.reporter, { input, distinctFrom: [c] });
  expect(anew.slug).toBe("chain-c-2");
  await expect(makeOrganization(actors.reporter, { slug: a })).rejects.toMatchObject({
    errors: { slug: "validation.slugTaken" },
  });
  await expect(undo("organization", b, a)).rejects.toMatchObject({ kind: "not_found" });
});

test("items that say different things of one claim are named, and joined once they say the same", async () => {
  const { reporter } = actors;
  const [item, copy] = [await makeEvidence(reporter), await makeEvidence(reporter, { countries: ["NL"] })];
  const rows = (stance: string) => [
    { evidence: item.slug, stance: "supports", derivation: "original", quote: "Said" },
    { evidence: copy.slug, stance, derivation: "original", locator: "p. 2" },
  ];
  const claim = await makeClaim(reporter, { stances: rows("contradicts") });
  const proposal = await propose("evidence", item.slug, copy.slug);
  expect((await findProposal(reporter, proposal.slug)).refused).toMatchObject({ key: "mergeConflicts" });
  await expect(approve(proposal)).rejects.toMatchObject(refused("mergeConflicts", { records: claim.slug }));
  const { input } = await read("claim", claim.slug);
  const stances = input.stances.map((row) => ({ ...row, stance: "supports" as const }));
  await reviseOne(reporter, "claim", { slug: claim.slug, basedOn: 1, input: { ...input, stances } });
  await transitionProposal(actors.editor, proposal.slug, "approve");
  expect((await read("claim", claim.slug)).input.stances).toMatchObject([
    { evidence: item.slug, quote: "Said", locator: "p. 2" },
  ]);
  expect((await read("evidence", item.slug)).input.countries).toEqual(["NL"]);
  const merged = await read("claim", claim.slug);
  const altered = merged.input.stances.map((row) => ({ ...row, quote: "Said otherwise" }));
  const change = { slug: claim.slug, basedOn: merged.version, input: { ...merged.input, stances: altered } };
  await reviseOne(reporter, "claim", change);
  await expect(undo("evidence", item.slug, copy.slug)).rejects.toMatchObject(
    refused("mergeStays", { records: claim.slug }),
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
  const corrected = await read("station", b.slug);
  expect(corrected.state).toBe("unpublished");

  const total = async () => (await listStations(actors.manager, {})).total;
  const before = await total();
  await merge("station", a.slug, b.slug);
  const bodies = async (slug: string) => (await listComments(reporter, subject(slug))).items.map(({ body }) => body);
  const status = async (slug: string) =>
    (await listStations(reporter, { q: slug })).items.find((row) => row.slug === slug)?.status;
  expect(await read("station", a.slug)).toMatchObject({
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
  await undo("station", a.slug, b.slug);
  expect((await read("station", b.slug)).state).toBe("unpublished");
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
  const disputes = async (slug: string) => (await read("claim", slug)).input.disputes;
  await merge("claim", a.slug, b.slug);
  expect([await disputes(a.slug), await disputes(c.slug)]).toEqual([[], [a.slug]]);
  expect((await read("response", answer.slug)).input.answers).toEqual([{ claim: a.slug, answer: "denies" }]);
  expect((await read("claim", a.slug)).input.claimants).toEqual(b.input.claimants);
  await undo("claim", a.slug, b.slug);
  expect([await disputes(a.slug), await disputes(c.slug)]).toEqual([[b.slug], [a.slug, b.slug]]);
  expect((await read("response", answer.slug)).input.answers).toEqual([{ claim: b.slug, answer: "denies" }]);
  expect((await checkHistory()).problem).toBe(null);
});

test("a public note stays on the record that its own became", async () => {
  const { cnn, twin } = await outlets("ap", true);
  const { input, version } = await read("organization", twin.slug);
  const content = {
    typed: { ...input, url: "https://example.org" },
    reason: "Mended",
    correctionNote: "Wrong address",
  };
  const decided = await openProposal(actors.reporter, "organization", twin.slug, { ...content, basedOn: version });
  await approve(decided);
  await merge("organization", cnn.slug, twin.slug);
  const notes = await listCorrectionsOf(actors.manager, "organization", cnn.id);
  expect(notes.map(({ note }) => note)).toEqual(["Wrong address"]);
  // What was decided about the absorbed record is read as part of its history.
  expect((await findProposal(actors.colleague, decided.slug)).record.state).toBe("merged");
  await listComments(actors.colleague, { kind: "proposal", slug: decided.slug });
  const all = (await listCorrections(actors.manager)).items;
  expect(all.find(({ note }) => note === "Wrong address")?.record?.slug).toBe(cnn.slug);
});

test("the dossier's files may go on naming what became another record", async () => {
  const { second, twin } = await outlets("reuters");
  await merge("organization", "reuters", twin.slug);
  const stored = await read("evidence", second.slug);
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
  ).rejects.toMatchObject(refused("changedSinceRead"));
});

test("both stand side by side before anybody proposes, for those who may", async () => {
  const { cnn, twin } = await outlets("ansa");
  const seen = await compareForMerge(actors.reporter, "organization", cnn.slug, twin.slug);
  expect(seen).toMatchObject({
    after: { name: "ANSA", country: "US", alternateNames: ["ansa network"] },
    conflicts: [],
  });
  expect(seen.moved.records).toHaveLength(3);
  await expect(compareForMerge(actors.reporter, "organization", cnn.slug, cnn.slug)).rejects.toMatchObject({
    errors: { with: "validation.mergeItself" },
  });
  await merge("organization", cnn.slug, twin.slug);
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
