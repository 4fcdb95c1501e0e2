import { annotationInput } from "@/lib/records/annotation";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import {
  PROPOSAL_TRANSITIONS,
  type ProposalTransition,
  TRANSITION_NAMES,
  TRANSITIONS,
  type Transition,
} from "@/lib/workflow/workflow";
import { openMerge, openUndo } from "../../access/merges/merge-proposals";
import { endWaiver, waiveReply } from "../../access/replies/waivers";
import {
  annotate,
  approveAnnotation,
  removeAnnotation,
  reviseAnnotation,
} from "../../access/timeline/annotation-writes";
import { transitionProposal } from "../../access/workflow/proposal-transitions";
import { openProposal, saveProposal } from "../../access/workflow/proposals";
import { approveAndPublishOpen } from "../../access/workflow/publishing";
import { transitionAll, transitionRecord } from "../../access/workflow/transitions";
import { transaction } from "../../client";
import { makeActor, makeOrganization, makeStation, publishRecord } from "../make";
import type { MatrixRow } from "./matrix-row";

const BEFORE: Record<Transition, readonly Transition[]> = {
  submit: [],
  recall: ["submit"],
  request_changes: ["submit"],
  approve: ["submit"],
  publish: ["submit", "approve"],
  unpublish: ["submit", "approve", "publish"],
  retract: ["submit", "approve", "publish"],
  reopen: ["submit", "approve", "publish", "unpublish"],
  trash: [],
  restore: ["trash"],
};
const ANNOTATION = annotationInput.parse({ text: "Second report", dated: "2022-12" });
const SAID = { reason: "Because", note: "It was wrong." };

/** A record of one person that another has brought to where the step begins. */
async function readyFor(step: Transition, desk: Actor): Promise<string> {
  const { slug } = await makeOrganization(desk);
  const other = await makeActor("editor");
  for (const earlier of BEFORE[step]) await transitionRecord(other, "organization", slug, earlier, SAID);
  return slug;
}
const move = (step: Transition): MatrixRow => ({
  takes: TRANSITIONS[step].permission,
  ask: async (actor, { desk }) => {
    // What only its writers take back is this person's own, if they may write at all.
    const writer = step === "recall" && may(actor, "record an organization") ? actor : desk;
    return transitionRecord(actor, "organization", await readyFor(step, writer), step, SAID);
  },
});

const rawInput = { name: "Proposed", kind: "ngo" };
const change = { typed: rawInput, reason: "It is called so.", correctionNote: null };

async function published(desk: Actor) {
  const { slug } = await makeOrganization(desk);
  await publishRecord("organization", slug);
  return slug;
}
async function proposed(writer: Actor, steps: readonly ProposalTransition[] = []) {
  const slug = await published(writer);
  const proposal = await openProposal(writer, "organization", slug, { ...change, basedOn: 4 });
  for (const step of steps) await transitionProposal(writer, proposal.slug, step);
  return proposal;
}
const decide = (step: ProposalTransition, before: readonly ProposalTransition[]): MatrixRow => ({
  takes: PROPOSAL_TRANSITIONS[step].permission,
  ask: async (actor, { desk }) => {
    const writer = step === "withdraw" && may(actor, "record an organization") ? actor : desk;
    const { slug } = await proposed(writer, before);
    return transitionProposal(actor, slug, step, { reason: "Because" });
  },
});

/** Two that one person proposed to be one, and another approved. */
export async function mergedOrganizations(desk: Actor) {
  const [slug, absorbed] = [(await makeOrganization(desk)).slug, (await makeOrganization(desk)).slug];
  const merge = { absorbed, basedOn: 1, absorbedVersion: 1, reason: "The same" };
  const proposal = await openMerge(desk, "organization", slug, merge);
  await transitionProposal(desk, proposal.slug, "submit");
  await transitionProposal(await makeActor("editor"), proposal.slug, "approve");
  return { slug, absorbed };
}

/** Steps of the workflow: of records, of proposals, of annotations, and waivers. */
export const STEP_WRITES: Readonly<Record<string, readonly MatrixRow[]>> = {
  "transitions.transitionRecord": TRANSITION_NAMES.map(move),
  "proposals.openProposal": [
    {
      takes: "record an organization",
      ask: async (actor, { desk }) =>
        openProposal(actor, "organization", await published(desk), { ...change, basedOn: 4 }),
    },
  ],
  "proposals.saveProposal": [
    {
      takes: "submit a record for review",
      ask: async (actor, { desk }) => {
        const { slug, version } = await proposed(desk);
        return saveProposal(actor, slug, { ...change, reason: "Mended", basedOn: version });
      },
    },
  ],
  "proposal-transitions.transitionProposal": [
    decide("submit", []),
    decide("request_changes", ["submit"]),
    decide("approve", ["submit"]),
    decide("reject", ["submit"]),
    decide("withdraw", []),
  ],
  "merge-proposals.openMerge": [
    {
      takes: "record an organization",
      ask: async (actor, { desk }) => {
        const [slug, absorbed] = [(await makeOrganization(desk)).slug, (await makeOrganization(desk)).slug];
        return openMerge(actor, "organization", slug, {
          absorbed,
          basedOn: 1,
          absorbedVersion: 1,
          reason: "The same",
        });
      },
    },
  ],
  "merge-proposals.openUndo": [
    {
      takes: "record an organization",
      ask: async (actor, { desk }) => {
        const { slug, absorbed } = await mergedOrganizations(desk);
        return openUndo(actor, "organization", slug, { absorbed, basedOn: 2, reason: "Two after all" });
      },
    },
  ],
  "waivers.waiveReply": [
    {
      takes: "waive a reply",
      ask: async (actor, { desk }) => waiveReply(actor, "station", (await makeStation(desk)).slug, "Nobody to ask."),
    },
  ],
  "waivers.endWaiver": [
    {
      takes: "waive a reply",
      ask: async (actor, { desk }) => endWaiver(actor, "station", (await makeStation(desk)).slug, null),
    },
  ],
  "annotation-writes.annotate": [{ takes: "annotate the timeline", ask: (actor) => annotate(actor, ANNOTATION) }],
  "annotation-writes.reviseAnnotation": [
    {
      takes: "annotate the timeline",
      ask: async (actor, { desk }) =>
        reviseAnnotation(actor, { ...ANNOTATION, ...(await annotate(desk, ANNOTATION)) }),
    },
  ],
  "annotation-writes.approveAnnotation": [
    {
      takes: "approve an annotation",
      ask: async (actor, { desk }) => approveAnnotation(actor, await annotate(desk, ANNOTATION)),
    },
  ],
  "annotation-writes.removeAnnotation": [
    {
      takes: "annotate the timeline",
      ask: async (actor, { desk }) =>
        removeAnnotation(actor, { ...(await annotate(desk, ANNOTATION)), reason: null }),
    },
  ],
  "publishing.approveAndPublishOpen": [
    {
      takes: "approve a record",
      ask: async (actor, { desk }) => {
        const slug = await readyFor("approve", desk);
        return transaction((tx) =>
          approveAndPublishOpen(tx, actor, "organization", [slug], { reason: "Complete.", isHeldBy: () => false }),
        );
      },
    },
  ],
  "transitions.transitionAll": [
    {
      takes: "approve a record",
      ask: async (actor, { desk }) => {
        const slug = await readyFor("approve", desk);
        return transaction((tx) => transitionAll(tx, actor, "organization", [slug], "approve"));
      },
    },
  ],
};
