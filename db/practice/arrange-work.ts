import type { RecordKind } from "@/lib/records/editorial";
import { flatFields } from "@/lib/records/rows";
import type { Actor } from "@/lib/workflow/actor";
import { writeComment } from "../access/discussion/comment-writes";
import { openMerge } from "../access/merges/merge-proposals";
import { planWork } from "../access/queue/assignments";
import { findRecord } from "../access/records/record-snapshot";
import { transitionProposal } from "../access/workflow/proposal-transitions";
import { openProposal } from "../access/workflow/proposals";
import { transitionRecord } from "../access/workflow/transitions";
import { arrangeReplies } from "./arrange-replies";
import { writeDrafts } from "./write-drafts";

/** What lies on a newsroom's desk beside what is published: requests, a correction, a retraction, a merge, proposals, drafts. */
export async function arrangeWork(reporter: Actor, editor: Actor): Promise<void> {
  await arrangeReplies(reporter);
  await correct(reporter, editor);
  await transitionRecord(editor, "claim", "clm-ie-02", "retract", {
    reason: "The Lantern took its report back.",
    note: "The Lantern took its report of a counter in Ballyfoge back on 20 May 2025. We carried it until then.",
  });
  await merge(reporter, editor);
  await proposeChanges(reporter);
  await writeDrafts(reporter);
  await discuss(reporter, editor);
}

/** Proposes other words for some fields of a published record, and submits that. @returns the proposal's slug */
async function submitProposal(
  actor: Actor,
  kind: RecordKind,
  slug: string,
  change: Readonly<Record<string, string>>,
  { reason, correctionNote = null }: { readonly reason: string; readonly correctionNote?: string | null },
): Promise<string> {
  const { input, version } = await findRecord(actor, kind, slug);
  const typed = flatFields({ ...input, ...change });
  const proposal = await openProposal(actor, kind, slug, { typed, reason, correctionNote, basedOn: version });
  await transitionProposal(actor, proposal.slug, "submit");
  return proposal.slug;
}

async function correct(reporter: Actor, editor: Actor): Promise<void> {
  const proposal = await submitProposal(
    reporter,
    "event",
    "evt-07",
    { summary: "Second report: eighteen counters, three of which had closed." },
    {
      reason: "The report itself says three, on page 2.",
      correctionNote: "An earlier version did not say that three of the eighteen counters had closed.",
    },
  );
  await transitionProposal(editor, proposal, "approve", { ticked: "all" });
}

async function merge(reporter: Actor, editor: Actor): Promise<void> {
  const [kept, other] = await Promise.all([
    findRecord(reporter, "organization", "the-foghorn"),
    findRecord(reporter, "organization", "foghorn-daily"),
  ]);
  const asked = { absorbed: other.slug, absorbedVersion: other.version, basedOn: kept.version };
  const reason = "The same newsroom under its weekday name.";
  const proposal = await openMerge(reporter, "organization", kept.slug, { ...asked, reason });
  await transitionProposal(reporter, proposal.slug, "submit");
  await transitionProposal(editor, proposal.slug, "approve", { ticked: "all" });
}

async function proposeChanges(reporter: Actor): Promise<void> {
  await submitProposal(
    reporter,
    "station",
    "nl-oudemolen",
    { localityNote: "above the ropemaker’s, Havenstraat" },
    { reason: "De Havenbode names the house." },
  );
  await submitProposal(
    reporter,
    "evidence",
    "src-018",
    { title: "El mostrador de Puerto Niebla ya no existe, dicen los vecinos" },
    { reason: "The whole headline." },
  );
  await submitProposal(
    reporter,
    "response",
    "rsp-de-01",
    { officialRole: "State secretary" },
    { reason: "The letter is signed by the state secretary." },
  );
}

async function discuss(reporter: Actor, editor: Actor): Promise<void> {
  const about = { kind: "station", slug: "nl-oudemolen", field: null, parent: null } as const;
  const { id } = await writeComment(reporter, {
    ...about,
    body: "The light was on again last week. Do we ask once more?",
  });
  await writeComment(editor, {
    ...about,
    parent: id,
    body: "Yes: put it to the embassy first, then to the ministry.",
  });
  await planWork(editor, { kind: "evidence", slug: "src-draft-video" }, { assignee: reporter.id, priority: "high" });
}
