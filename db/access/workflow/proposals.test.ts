import { beforeAll, expect, test } from "vitest";
import { flatFields } from "@/lib/records/rows";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor, makePublishedStation, makeStation } from "../../testing/make";
import { listCorrections } from "../history/corrections";
import { findRecord } from "../records/record-snapshot";
import { listRevisions } from "../revisions";
import { findProposal } from "./proposal-file";
import { transitionProposal } from "./proposal-transitions";
import { openProposal, saveProposal } from "./proposals";
import { transitionRecord } from "./transitions";

const actors = {} as Record<"reporter" | "colleague" | "editor" | "manager", Actor>;
beforeAll(async () => {
  actors.reporter = await makeActor("reporter");
  actors.colleague = await makeActor("reporter");
  actors.editor = await makeActor("editor");
  actors.manager = await makeActor("manager");
});

/** A published station, and a change to some of its fields as its form would send it. */
async function proposing(writer: Actor, change: Record<string, unknown>, more: { correctionNote?: string } = {}) {
  const { station } = await makePublishedStation(await makeActor("reporter"));
  return { station, ...(await proposeOn(writer, station.slug, change, more)) };
}
async function proposeOn(
  writer: Actor,
  slug: string,
  change: Record<string, unknown>,
  { correctionNote = null }: { correctionNote?: string | null } = {},
) {
  const { input, version } = await findRecord(writer, "station", slug);
  const rawInput = { ...flatFields(input), ...change };
  const content = { typed: rawInput, reason: "The ministry said so.", correctionNote, basedOn: version };
  return { proposal: (await openProposal(writer, "station", slug, content)).slug, typed: rawInput };
}
const approve = (slug: string, by = actors.editor) => transitionProposal(by, slug, "approve", { ticked: "all" });

test("a published record says what it said until another person approves the proposal", async () => {
  const { station, proposal } = await proposing(actors.reporter, { note: "New" });
  await transitionProposal(actors.reporter, proposal, "submit");
  expect((await findRecord(actors.reporter, "station", station.slug)).input.note).toBe(null);
  await approve(proposal);
  const after = await findRecord(actors.reporter, "station", station.slug);
  expect(after).toMatchObject({ state: "published", input: { note: "New" } });
  const [revision] = await listRevisions(actors.editor, "station", station.id);
  expect(revision).toMatchObject({ action: "station.apply", author: actors.reporter.name, changed: ["note"] });
});

test("nobody approves a proposal that they wrote any part of", async () => {
  const { proposal, typed } = await proposing(actors.editor, { note: "Mine" });
  const other = await makeActor("editor");
  const saved = await saveProposal(other, proposal, { typed, reason: "Mended", correctionNote: null, basedOn: 1 });
  await transitionProposal(other, proposal, "submit", { basedOn: saved.version });
  await expect(approve(proposal, other)).rejects.toThrow("Nobody decides about their own work");
  await expect(approve(proposal, actors.editor)).rejects.toThrow("Nobody decides about their own work");
  await expect(approve(proposal, await makeActor("admin"))).resolves.toMatchObject({ state: "applied" });
});

test("an approval is of the version that was read", async () => {
  const { proposal, typed } = await proposing(actors.reporter, { note: "Read" });
  await transitionProposal(actors.reporter, proposal, "submit");
  const content = { typed: { ...typed, note: "Sneaked in" }, reason: "x", correctionNote: null };
  const saved = await saveProposal(actors.reporter, proposal, { ...content, basedOn: 2 });
  expect(saved.state).toBe("draft");
  await transitionProposal(actors.reporter, proposal, "submit");
  await expect(transitionProposal(actors.editor, proposal, "approve", { basedOn: 2, ticked: "all" })).rejects.toThrow(
    "changed since you read it",
  );
});

test("a proposal may be incomplete while it is written, and not when it is submitted", async () => {
  const { proposal, typed } = await proposing(actors.reporter, { name: "" });
  await expect(transitionProposal(actors.reporter, proposal, "submit")).rejects.toMatchObject({
    errors: { typed: "validation.incomplete" },
  });
  const whole = { typed: { ...typed, name: "Whole" }, reason: "x", correctionNote: null, basedOn: 1 };
  await saveProposal(actors.colleague, proposal, whole);
  await expect(transitionProposal(actors.reporter, proposal, "submit")).resolves.toMatchObject({
    state: "in_review",
  });
});

test("two proposals on one record see each other, and fields that nobody else touched apply", async () => {
  const first = await proposing(actors.reporter, { note: "First" });
  const second = await proposeOn(actors.colleague, first.station.slug, { localityNote: "Second" });
  expect((await findProposal(actors.editor, first.proposal)).others.map(({ slug }) => slug)).toEqual([
    second.proposal,
  ]);
  for (const { proposal } of [first, second]) await transitionProposal(actors.reporter, proposal, "submit");
  await approve(first.proposal);
  expect(await findProposal(actors.editor, second.proposal)).toMatchObject({ conflicts: [] });
  await approve(second.proposal);
  const { input } = await findRecord(actors.editor, "station", first.station.slug);
  expect(input).toMatchObject({ note: "First", localityNote: "Second" });
});

test("what both changed has to be merged by its writer before anybody approves it", async () => {
  const first = await proposing(actors.reporter, { note: "First" });
  const second = await proposeOn(actors.colleague, first.station.slug, { note: "Second" });
  for (const { proposal } of [first, second]) await transitionProposal(actors.colleague, proposal, "submit");
  await approve(first.proposal);
  expect((await findProposal(actors.editor, second.proposal)).conflicts).toEqual(["note"]);
  await expect(approve(second.proposal)).rejects.toMatchObject({ kind: "conflict", detail: { key: "baseMoved" } });
  const { record, proposal } = await findProposal(actors.colleague, second.proposal);
  await saveProposal(actors.colleague, second.proposal, {
    typed: second.typed,
    reason: "Both looked at",
    correctionNote: null,
    basedOn: proposal.version,
    mergedWith: record.version,
  });
  await transitionProposal(actors.colleague, second.proposal, "submit");
  await approve(second.proposal);
  expect((await findRecord(actors.editor, "station", first.station.slug)).input.note).toBe("Second");
});

test("a correction is published with its note", async () => {
  const { station, proposal } = await proposing(
    actors.reporter,
    { note: "Right" },
    { correctionNote: "We had it wrong." },
  );
  await transitionProposal(actors.reporter, proposal, "submit");
  await approve(proposal);
  expect((await findRecord(actors.editor, "station", station.slug)).state).toBe("corrected");
  const { items } = await listCorrections(actors.manager);
  expect(items[0]).toMatchObject({ kind: "correction", note: "We had it wrong.", record: { slug: station.slug } });
});

test("a change that the gate would not let through is not approved", async () => {
  const change = { latitude: 52.1, longitude: 4.3, locationPrecision: "exact" };
  const { station, proposal } = await proposing(actors.reporter, change);
  await transitionProposal(actors.reporter, proposal, "submit");
  expect((await findProposal(actors.editor, proposal)).checklist[0]).toMatchObject({ key: "no_public_precision" });
  await expect(approve(proposal)).rejects.toMatchObject({ detail: { key: "gate" } });
  expect(await findRecord(actors.editor, "station", station.slug)).toMatchObject({
    version: 4,
    input: { latitude: null },
  });
});

test("an unticked warning keeps a proposal waiting, and a ticked one is on record", async () => {
  const { station, proposal } = await proposing(actors.reporter, { note: "New" });
  await transitionProposal(actors.reporter, proposal, "submit");
  const warnings = (await findProposal(actors.editor, proposal)).checklist.filter(
    ({ standing }) => standing === "warns",
  );
  expect(warnings.map(({ key }) => key)).toEqual(["no_independent_source"]);
  await expect(transitionProposal(actors.editor, proposal, "approve")).rejects.toMatchObject({
    errors: { ticked: "validation.tickWarnings" },
  });
  await transitionProposal(actors.editor, proposal, "approve", { ticked: ["no_independent_source"] });
  expect((await listRevisions(actors.editor, "station", station.id))[0]?.detail).toMatchObject({
    ticked: ["no_independent_source"],
    proposal,
    approvedBy: actors.editor.name,
    writers: [actors.reporter.name],
  });
});

test("only its writers withdraw a proposal, and what is decided stays decided", async () => {
  const { proposal } = await proposing(actors.reporter, { note: "x" });
  await expect(transitionProposal(actors.colleague, proposal, "withdraw")).rejects.toThrow("Only those who wrote it");
  await transitionProposal(actors.reporter, proposal, "withdraw");
  await expect(transitionProposal(actors.reporter, proposal, "submit")).rejects.toMatchObject({ kind: "conflict" });
});

test("a proposal that changes nothing, or on a draft, is refused", async () => {
  const { proposal } = await proposing(actors.reporter, {});
  await expect(transitionProposal(actors.reporter, proposal, "submit")).rejects.toMatchObject({
    detail: { key: "nothingProposed" },
  });
  const draft = await makeStation(actors.reporter);
  await expect(proposeOn(actors.reporter, draft.slug, { note: "x" })).rejects.toMatchObject({
    detail: { key: "notPublished" },
  });
});

test("a stale save of a proposal is a conflict with both versions", async () => {
  const { proposal, typed } = await proposing(actors.reporter, { note: "a" });
  const content = { reason: "x", correctionNote: null, basedOn: 1 };
  await saveProposal(actors.reporter, proposal, { ...content, typed: { ...typed, note: "b" } });
  const attempt = saveProposal(actors.colleague, proposal, { ...content, typed: { ...typed, note: "c" } });
  await expect(attempt).rejects.toMatchObject({ conflict: { version: 2, current: { note: "b" } } });
});

test.each(["unpublish", "retract"] as const)(
  "a proposal publishes nothing that was taken back meanwhile: %s",
  async (step) => {
    const { station, proposal } = await proposing(actors.reporter, { note: "New" }, { correctionNote: "Wrong." });
    await transitionProposal(actors.reporter, proposal, "submit");
    const reasons = { reason: "Because", note: "It was wrong." };
    await transitionRecord(actors.editor, "station", station.slug, step, reasons);
    await expect(approve(proposal)).rejects.toMatchObject({ detail: { key: "notPublished" } });
    await transitionRecord(actors.editor, "station", station.slug, "reopen", reasons);
    await expect(approve(proposal)).rejects.toMatchObject({ detail: { key: "notPublished" } });
    expect((await findRecord(actors.reporter, "station", station.slug)).state).toBe("draft");
    expect((await findProposal(actors.editor, proposal)).checklist).toEqual([]);
  },
);

test("a proposal starts from a version that there was", async () => {
  const { station } = await makePublishedStation(await makeActor("reporter"));
  for (const basedOn of [0, -1, 5]) {
    const content = { typed: {}, reason: null, correctionNote: null, basedOn };
    await expect(openProposal(actors.reporter, "station", station.slug, content)).rejects.toMatchObject({
      detail: { key: "changedSinceRead" },
    });
  }
});
