import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import type { Transition } from "@/lib/workflow/workflow";
import { transaction } from "../../client";
import {
  makeActor,
  makeOrganization,
  makePublishedStation,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { listCorrectionsOf } from "../history/corrections";
import { findOrganization } from "../organizations/organization-file";
import { listOrganizations } from "../organizations/organizations";
import { findRecord } from "../records/record-snapshot";
import { listRevisions } from "../revisions";
import { listStations } from "../stations/station-list";
import { findStation } from "../stations/stations";
import { transitionAll, transitionRecord } from "./transitions";

const actors = {} as Record<"reporter" | "colleague" | "editor" | "manager", Actor>;
beforeAll(async () => {
  actors.reporter = await makeActor("reporter");
  actors.colleague = await makeActor("reporter");
  actors.editor = await makeActor("editor");
  actors.manager = await makeActor("manager");
});

const SAID = { reason: "Because of the letter", note: "It was wrong." };
const take = (
  slug: string,
  step: Transition,
  options: Parameters<typeof transitionRecord>[4] = SAID,
  by = actors.editor,
) => transitionRecord(by, "organization", slug, step, options);
const stateOf = async (slug: string) => (await findRecord(actors.reporter, "organization", slug)).state;
const isShown = async (slug: string) =>
  findOrganization(actors.manager, slug).then(
    () => true,
    () => false,
  );

async function out() {
  const { slug, id } = await makeOrganization(actors.reporter);
  await publishRecord("organization", slug);
  return { slug, id };
}

test.each(["unpublish", "retract", "reopen", "request_changes"] as const)("to %s takes a reason", async (step) => {
  const { slug } = step === "request_changes" ? await makeOrganization(actors.reporter) : await out();
  if (step === "request_changes") await take(slug, "submit");
  if (step === "reopen") await take(slug, "unpublish");
  const { version } = await findRecord(actors.reporter, "organization", slug);
  for (const reason of [null, "  "]) {
    await expect(take(slug, step, { reason, note: "x" })).rejects.toMatchObject({
      errors: { reason: "validation.reasonRequired" },
    });
  }
  expect((await findRecord(actors.reporter, "organization", slug)).version).toBe(version);
  await take(slug, step);
});

test("to retract takes a note for the public as well, and it is kept as one", async () => {
  const { slug, id } = await out();
  await expect(take(slug, "retract", { reason: "Forged" })).rejects.toMatchObject({
    errors: { note: "validation.noteRequired" },
  });
  await take(slug, "retract");
  expect(await isShown(slug)).toBe(false);
  expect(await listCorrectionsOf(actors.reporter, "organization", id)).toMatchObject([
    { kind: "retraction", note: SAID.note },
  ]);
  const [revision] = await listRevisions(actors.editor, "organization", id);
  expect(revision).toMatchObject({ action: "organization.retract", reason: SAID.reason });
});

test("what was taken back is a draft again, and needs another approval", async () => {
  const { slug } = await out();
  expect(await isShown(slug)).toBe(true);
  await take(slug, "unpublish");
  expect(await isShown(slug)).toBe(false);
  await expect(take(slug, "publish")).rejects.toMatchObject({ detail: { key: "wrongState" } });
  await take(slug, "reopen");
  expect(await stateOf(slug)).toBe("draft");
  await take(slug, "submit");
  await expect(take(slug, "publish")).rejects.toMatchObject({ detail: { key: "wrongState" } });
  await publishRecord("organization", await resubmitted(slug));
  expect(await isShown(slug)).toBe(true);
});

/** `publish` submits itself. */
async function resubmitted(slug: string) {
  await take(slug, "recall", {}, actors.reporter);
  return slug;
}

test("a record comes back from the trash as the draft that it was, and is nowhere meanwhile", async () => {
  const { slug, id } = await makeOrganization(actors.reporter, { name: "Thrown away" });
  const found = async (by: Actor) => (await listOrganizations(by, { q: "Thrown" })).items.length;
  expect(await found(actors.reporter)).toBe(1);
  await take(slug, "trash", {}, actors.colleague);
  for (const reader of [actors.reporter, actors.editor, actors.manager]) {
    expect(await found(reader)).toBe(0);
    await expect(findOrganization(reader, slug)).rejects.toMatchObject({ kind: "not_found" });
  }
  expect(await listRevisions(actors.editor, "organization", id)).toEqual([]);
  await expect(take(slug, "submit")).rejects.toMatchObject({ kind: "not_found" });
  await take(slug, "restore", {}, actors.reporter);
  expect(await stateOf(slug)).toBe("draft");
  expect(await listRevisions(actors.editor, "organization", id)).toHaveLength(3);
  await expect(take(slug, "restore")).rejects.toMatchObject({ kind: "not_found" });
});

test("a published record is not thrown away", async () => {
  const { slug } = await out();
  await expect(take(slug, "trash")).rejects.toMatchObject({ detail: { key: "wrongState" } });
});

test("a decision is bound to the version that was read", async () => {
  const { slug } = await makeOrganization(actors.reporter);
  await take(slug, "submit", { basedOn: 1 });
  await expect(take(slug, "approve", { basedOn: 1 })).rejects.toMatchObject({ detail: { key: "changedSinceRead" } });
  await take(slug, "approve", { basedOn: 2 });
});

test("only those who wrote it take it back from review", async () => {
  const { slug } = await makeOrganization(actors.reporter);
  await take(slug, "submit");
  await expect(take(slug, "recall", {}, actors.colleague)).rejects.toMatchObject({ detail: { key: "notYourWork" } });
  await take(slug, "recall", {}, actors.reporter);
  expect(await stateOf(slug)).toBe("draft");
});

test("the warnings that were ticked are on record, and one that was not keeps it back", async () => {
  const { station, source } = await makePublishedStation(actors.reporter);
  const revision = (await listRevisions(actors.editor, "station", station.id))[0];
  expect(revision).toMatchObject({ action: "station.publish", detail: { ticked: ["no_independent_source"] } });
  const again = { reason: "Looked at once more" };
  for (const step of ["unpublish", "reopen", "submit"] as const) {
    await transitionRecord(actors.editor, "station", station.slug, step, again);
  }
  await transitionRecord(actors.editor, "station", station.slug, "approve");
  const publishing = (ticked: Parameters<typeof transitionRecord>[4]) =>
    transitionRecord(actors.editor, "station", station.slug, "publish", ticked);
  await expect(publishing({ ticked: ["weak_source"] })).rejects.toMatchObject({
    errors: { ticked: "validation.tickWarnings" },
  });
  await publishing({ ticked: ["no_independent_source"] });
  expect(source.slug).toBeTruthy();
});

test("a report that is taken back takes its status along for everybody outside the desk", async () => {
  const { station, source } = await makePublishedStation(actors.reporter);
  const refs = { station: station.slug, evidence: source.slug, status: "ordered_closed" };
  const { slug } = await makeStatusReport(actors.reporter, refs);
  await publishRecord("status_report", slug);
  const shown = async () => (await findStation(actors.manager, station.slug)).status;
  expect(await shown()).toBe("ordered_closed");
  await transitionRecord(actors.editor, "status_report", slug, "unpublish", SAID);
  expect(await shown()).toBe("unknown");
  await transitionRecord(actors.editor, "status_report", slug, "reopen", SAID);
  await transitionRecord(actors.editor, "status_report", slug, "trash");
  expect((await findStation(actors.reporter, station.slug)).status).toBe("unknown");
  expect((await listStations(actors.manager, {})).items.length).toBeGreaterThan(0);
});

test("a report is not published on a station that somebody takes back at the same moment", async () => {
  const { station, source } = await makePublishedStation(actors.reporter);
  const refs = { station: station.slug, evidence: source.slug, status: "ordered_closed" };
  const { slug } = await makeStatusReport(actors.reporter, refs);
  await transitionRecord(actors.reporter, "status_report", slug, "submit");
  await transitionRecord(actors.editor, "status_report", slug, "approve");
  let publishing: Promise<unknown> | undefined;
  await transaction(async (tx) => {
    await transitionAll(tx, actors.editor, "station", [station.slug], "unpublish", SAID);
    publishing = transitionRecord(actors.editor, "status_report", slug, "publish", { ticked: "all" }).catch(
      (error) => error,
    );
    // Time enough to read how the station stands without this transaction, if it did.
    await new Promise((resolve) => setTimeout(resolve, 400));
  });
  expect(await publishing).toMatchObject({ detail: { key: "gate", values: { reason: "rests_on_unpublished" } } });
});
