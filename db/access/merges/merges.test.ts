import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor, makeEvidence, makeOrganization, makeStation, publishRecord } from "../../testing/make";
import {
  actors,
  approveProposal,
  claimantSlugsOf,
  countIndependent,
  makeMergeActors,
  makeOutlets,
  mergeRecords,
  proposeMerge,
  readRecord,
  refusedBy,
  undoMerge,
} from "../../testing/merges";
import { checkHistory } from "../history/history-check";
import { findRecordHistory } from "../history/record-history";
import { findOrganization } from "../organizations/organization-file";
import { listOrganizations } from "../organizations/organizations";
import { reviseOne } from "../record-one";
import { listRevisions } from "../revisions";
import { searchEverything } from "../search/search";
import { findProposal } from "../workflow/proposal-file";
import { transitionProposal } from "../workflow/proposal-transitions";
import { openProposal, saveProposal } from "../workflow/proposals";
import { transitionRecord } from "../workflow/transitions";
import { openMerge } from "./merge-proposals";
import { listMerges, previewUnmerge } from "./merge-reads";
import { findSurvivor } from "./redirects";

beforeAll(makeMergeActors);

test("two outlets that are one are one independent source, and two again once that is taken back", async () => {
  const { claim, joint, second, twin } = await makeOutlets("cnn", true);
  expect(await countIndependent(claim.slug)).toBe(2);
  await mergeRecords("organization", "cnn", "cnn-2");
  expect(await countIndependent(claim.slug)).toBe(1);
  expect((await readRecord("evidence", second.slug)).input.publisher).toBe("cnn");
  expect([await claimantSlugsOf(claim.slug), await claimantSlugsOf(joint.slug)]).toEqual([["cnn"], ["cnn"]]);
  expect(await readRecord("organization", "cnn")).toMatchObject({
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
  await undoMerge("organization", "cnn", "cnn-2");
  expect(await countIndependent(claim.slug)).toBe(2);
  expect([await claimantSlugsOf(claim.slug), await claimantSlugsOf(joint.slug)]).toEqual([
    ["cnn-2"],
    ["cnn", "cnn-2"],
  ]);
  expect((await readRecord("organization", "cnn")).input).toMatchObject({ country: null, alternateNames: [] });
  expect((await findOrganization(actors.manager, "cnn-2")).published.total).toBe(1);
  expect((await readRecord("evidence", later.slug)).input.publisher).toBe("cnn");
  expect(await findSurvivor(actors.editor, "organization", "cnn-2")).toBe(null);
  await expect(undoMerge("organization", "cnn", "cnn-2")).rejects.toMatchObject(refusedBy("mergeUndone"));
  expect((await checkHistory()).problem).toBe(null);
});

test("nobody merges alone, and who may not write proposes nothing", async () => {
  const { cnn, twin, second } = await makeOutlets("bbc");
  const asked = {
    basedOn: cnn.version,
    absorbedVersion: twin.version,
    absorbed: twin.slug,
    reason: "The same",
  };
  await expect(openMerge(actors.manager, "organization", "bbc", asked)).rejects.toMatchObject({ kind: "forbidden" });
  const own = await openMerge(actors.editor, "organization", "bbc", asked);
  await transitionProposal(actors.editor, own.slug, "submit");
  await expect(transitionProposal(actors.editor, own.slug, "approve")).rejects.toMatchObject(refusedBy("ownWork"));
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
  await expect(decide(actors.editor)).rejects.toMatchObject(refusedBy("ownWork"));
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
  await expect(open(b.slug, { absorbedVersion: 2 })).rejects.toMatchObject(refusedBy("changedSinceRead"));
  await expect(open(b.slug, { basedOn: 2 })).rejects.toMatchObject(refusedBy("changedSinceRead"));
  const reply = openMerge(reporter, "response", "any", { ...asked, absorbed: "other" });
  await expect(reply).rejects.toMatchObject({ kind: "not_found" });
  await mergeRecords("organization", a.slug, b.slug);
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
  await expect(proposeMerge("organization", draft.slug, out.slug)).rejects.toMatchObject(
    refusedBy("survivorNotPublished", { records: out.slug }),
  );
  await transitionRecord(actors.editor, "organization", out.slug, "unpublish", { reason: "Looked at again" });
  const proposal = await proposeMerge("organization", draft.slug, out.slug);
  const file = await findProposal(reporter, proposal.slug);
  expect(file.refused).toEqual({ key: "survivorNotPublished", values: { records: item.slug } });
  await expect(approveProposal(proposal)).rejects.toMatchObject(
    refusedBy("survivorNotPublished", { records: item.slug }),
  );
});

test("an approval is of both versions that were read", async () => {
  const { reporter, editor } = actors;
  const [a, b] = [await makeOrganization(reporter), await makeOrganization(reporter)];
  const proposal = await proposeMerge("organization", a.slug, b.slug);
  const { input } = await readRecord("organization", b.slug);
  await reviseOne(reporter, "organization", { slug: b.slug, basedOn: 1, input: { ...input, note: "New" } });
  await expect(approveProposal(proposal)).rejects.toMatchObject(refusedBy("absorbedMoved"));
  const { proposal: stored } = await findProposal(reporter, proposal.slug);
  const again = { typed: stored.typed, reason: "Read again", correctionNote: null, basedOn: stored.version };
  await saveProposal(reporter, proposal.slug, again);
  await transitionProposal(reporter, proposal.slug, "submit");
  const [{ version: basedOn }, recordVersion] = [(await findProposal(editor, proposal.slug)).proposal, 1];
  await transitionProposal(editor, proposal.slug, "approve", { basedOn, recordVersion });
  expect((await readRecord("organization", a.slug)).state).toBe("draft");
  const file = await findProposal(reporter, proposal.slug);
  expect(file).toMatchObject({ joins: { undoes: false, other: { slug: b.slug } }, refused: null });
});

test("open proposals on the other record are decided first", async () => {
  const { cnn, twin } = await makeOutlets("afp", true);
  const proposal = await proposeMerge("organization", cnn.slug, twin.slug);
  const content = { typed: { name: "AFP", kind: "news_agency" }, reason: "So called", correctionNote: null };
  const other = await openProposal(actors.colleague, "organization", twin.slug, { ...content, basedOn: 4 });
  await expect(approveProposal(proposal)).rejects.toMatchObject(refusedBy("openProposals", { records: other.slug }));
  await expect(proposeMerge("organization", cnn.slug, twin.slug)).rejects.toMatchObject({ kind: "conflict" });
});
