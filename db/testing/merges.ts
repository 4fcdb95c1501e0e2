import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { findClaim } from "../access/claims/claims";
import { openMerge, openUndo } from "../access/merges/merge-proposals";
import { findRecord } from "../access/records/record-snapshot";
import { transitionProposal } from "../access/workflow/proposal-transitions";
import { makeActor, makeClaim, makeEvidence, makeOrganization, publishRecord } from "./make";

export const actors = {} as Record<"reporter" | "colleague" | "editor" | "manager", Actor>;
/** Before the tests of a file. */
export async function makeMergeActors(): Promise<void> {
  actors.reporter = await makeActor("reporter");
  actors.colleague = await makeActor("reporter");
  actors.editor = await makeActor("editor");
  actors.manager = await makeActor("manager");
}

export const readRecord = <Kind extends RecordKind>(kind: Kind, slug: string) =>
  findRecord(actors.reporter, kind, slug);
const versionOf = async (kind: RecordKind, slug: string) => (await readRecord(kind, slug)).version;

export async function proposeMerge(kind: RecordKind, slug: string, absorbed: string, by = actors.reporter) {
  const versions = { basedOn: await versionOf(kind, slug), absorbedVersion: await versionOf(kind, absorbed) };
  return openMerge(by, kind, slug, { absorbed, ...versions, reason: "The same" });
}
export async function approveProposal(proposal: { slug: string }) {
  await transitionProposal(actors.reporter, proposal.slug, "submit");
  return transitionProposal(actors.editor, proposal.slug, "approve", { ticked: "all" });
}
export const mergeRecords = async (kind: RecordKind, slug: string, absorbed: string) =>
  approveProposal(await proposeMerge(kind, slug, absorbed));
export async function undoMerge(kind: RecordKind, slug: string, absorbed: string) {
  const basedOn = await versionOf(kind, slug);
  return approveProposal(await openUndo(actors.reporter, kind, slug, { absorbed, basedOn, reason: "Two after all" }));
}
export const refusedBy = (key: string, values?: object) => ({ detail: { key, ...(values ? { values } : {}) } });

/** Two records of one outlet, each with an original item under one claim. */
export async function makeOutlets(stem: string, isOut = false) {
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
export const countIndependent = async (slug: string) => (await findClaim(actors.manager, slug)).independence.count;
export const claimantSlugsOf = async (slug: string) => (await readRecord("claim", slug)).input.claimants;
