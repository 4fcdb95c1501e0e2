import type { Actor } from "@/lib/actor";
import { annotationInput } from "@/lib/annotation";
import type { RecordKind } from "@/lib/editorial";
import { may, WRITE_PERMISSIONS } from "@/lib/policy";
import { PROPOSAL_STEPS, type ProposalStep, STEP_NAMES, STEPS, type Step } from "@/lib/workflow";
import { annotate, approveAnnotation, removeAnnotation, reviseAnnotation } from "../access/annotations";
import { planIn, planWork } from "../access/assignments";
import { runBulk } from "../access/bulk";
import { recordClaim, reviseClaim } from "../access/claims";
import { editComment, resolveThread, takeBackComment, writeComment } from "../access/comment-writes";
import { recordCoverage, reviseCoverage } from "../access/coverage";
import { eraseContent } from "../access/erasures";
import { recordEvent, reviseEvent } from "../access/events";
import { recordEvidence, reviseEvidence } from "../access/evidence";
import { createFeedToken, revokeFeedToken } from "../access/feeds";
import { follow } from "../access/follows";
import { markAllRead, markRead } from "../access/inbox";
import { moveAll, moveOne } from "../access/moves";
import { recordOrganization, reviseOrganization } from "../access/organizations";
import {
  createPerson,
  disablePerson,
  enablePerson,
  listPeople,
  rememberLocale,
  setPasswordHash,
  setRole,
} from "../access/people";
import { moveProposal } from "../access/proposal-steps";
import { openProposal, saveProposal } from "../access/proposals";
import { recordNamed, recordOne, reviseOne } from "../access/record-one";
import type { RecordSnapshot } from "../access/record-snapshot";
import { recordAll, reviseAll, type Written } from "../access/records";
import { recordAnswer, recordReplyEntry } from "../access/replies";
import { recordReplyRequest, reviseReplyRequest } from "../access/reply-requests";
import { recordResponse, reviseResponse } from "../access/responses";
import { restoreVersion } from "../access/restoring";
import { listSessions, revokeAllSessions } from "../access/sessions";
import { recordStation, reviseStation } from "../access/stations";
import { recordStatusReport, reviseStatusReport } from "../access/status-reports";
import type { Inputs } from "../access/stores";
import { findLastVisit, markSeen, recordVisit } from "../access/visits";
import { endWaiver, waiveReply } from "../access/waivers";
import { db, transaction } from "../client";
import { notices } from "../schema";
import {
  makeActor,
  makeClaim,
  makeCoverage,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makeReplyRequest,
  makeResponse,
  makeStation,
  makeStatusReport,
  publish,
} from "./make";
import type { Row } from "./matrix-reads";

type Maker<Kind extends RecordKind> = (desk: Actor, told?: Record<string, unknown>) => Promise<RecordSnapshot<Kind>>;
type Recording<Kind extends RecordKind> = (actor: Actor, recorded: { input: Inputs[Kind] }) => Promise<Written>;
type Revising<Kind extends RecordKind> = (
  actor: Actor,
  revised: { slug: string; basedOn: number; input: Inputs[Kind] },
) => Promise<Written>;

/** Something of this kind recorded anew, and a draft of somebody else's revised. */
function writing<Kind extends RecordKind>(
  kind: Kind,
  make: Maker<Kind>,
  record: Recording<Kind>,
  revise: Revising<Kind>,
): [record: Row, revise: Row] {
  const takes = WRITE_PERMISSIONS[kind];
  return [
    { takes, ask: async (actor, { desk }) => record(actor, { input: (await make(desk)).input }) },
    {
      takes,
      ask: async (actor, { desk }) => {
        const { slug, version, input } = await make(desk);
        return revise(actor, { slug, basedOn: version, input: { ...input, note: "Checked" } });
      },
    },
  ];
}

const [station, stationAgain] = writing("station", makeStation, recordStation, reviseStation);
const [item, itemAgain] = writing("evidence", makeEvidence, recordEvidence, reviseEvidence);
const [claim, claimAgain] = writing("claim", makeClaim, recordClaim, reviseClaim);
const [answer, answerAgain] = writing("response", makeResponse, recordResponse, reviseResponse);
const [body, bodyAgain] = writing("organization", makeOrganization, recordOrganization, reviseOrganization);
const [event, eventAgain] = writing("event", makeEvent, recordEvent, reviseEvent);
const [report, reportAgain] = writing("status_report", makeStatusReport, recordStatusReport, reviseStatusReport);
const [request, requestAgain] = writing("reply_request", makeReplyRequest, recordReplyRequest, reviseReplyRequest);
const [none, noneAgain] = writing("coverage", makeCoverage, recordCoverage, reviseCoverage);

const BEFORE: Record<Step, readonly Step[]> = {
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
async function readyFor(step: Step, desk: Actor): Promise<string> {
  const { slug } = await makeOrganization(desk);
  const other = await makeActor("editor");
  for (const earlier of BEFORE[step]) await moveOne(other, "organization", slug, earlier, SAID);
  return slug;
}
const move = (step: Step): Row => ({
  takes: STEPS[step].permission,
  ask: async (actor, { desk }) => {
    // What only its writers take back is this person's own, if they may write at all.
    const writer = step === "recall" && may(actor, "record an organization") ? actor : desk;
    return moveOne(actor, "organization", await readyFor(step, writer), step, SAID);
  },
});

const typed = { name: "Proposed", kind: "ngo" };
const change = { typed, reason: "It is called so.", correctionNote: null };

async function published(desk: Actor) {
  const { slug } = await makeOrganization(desk);
  await publish("organization", slug);
  return slug;
}
async function proposed(writer: Actor, steps: readonly ProposalStep[] = []) {
  const slug = await published(writer);
  const proposal = await openProposal(writer, "organization", slug, { ...change, basedOn: 4 });
  for (const step of steps) await moveProposal(writer, proposal.slug, step);
  return proposal;
}
const decide = (step: ProposalStep, before: readonly ProposalStep[]): Row => ({
  takes: PROPOSAL_STEPS[step].permission,
  ask: async (actor, { desk }) => {
    const writer = step === "withdraw" && may(actor, "record an organization") ? actor : desk;
    const { slug } = await proposed(writer, before);
    return moveProposal(actor, slug, step, { reason: "Because" });
  },
});

const account = (ask: (actor: Actor, email: string, id: string) => Promise<unknown>): Row => ({
  takes: "change accounts",
  ask: async (actor) => {
    const { email, id } = await makeActor("reporter");
    return ask(actor, email, id);
  },
});

/** An event that is there, with a comment of this person's own if they may write one. */
async function discussed(actor: Actor, desk: Actor) {
  const subject = { kind: "event" as const, slug: (await makeEvent(desk)).slug };
  const said = { ...subject, body: "Who was there?", field: null, parent: null };
  return { subject, said, ...(await writeComment(may(actor, "write a comment") ? actor : desk, said)) };
}
const inDiscussion = (
  ask: (actor: Actor, about: Awaited<ReturnType<typeof discussed>>) => Promise<unknown>,
): Row => ({
  takes: "write a comment",
  ask: async (actor, { desk }) => ask(actor, await discussed(actor, desk)),
});
/** A notice of this person's own. */
async function noticeFor(actor: Actor, desk: Actor): Promise<string> {
  const { id } = await makeEvent(desk);
  const [notice] = await db
    .insert(notices)
    .values({ personId: actor.id, cause: "commented", subjectKind: "event", subjectId: id, actorId: desk.id })
    .returning({ id: notices.id });
  return notice?.id ?? "";
}

let places = 0;

/** One function may have several rows: what it writes can take a permission of its own. */
export const WRITES: Readonly<Record<string, readonly Row[]>> = {
  "assignments.planWork": [
    {
      takes: "take work in hand",
      ask: async (actor, { desk }) =>
        planWork(actor, { kind: "event", slug: (await makeEvent(desk)).slug }, { assignee: actor.id }),
    },
    {
      takes: "plan the work of others",
      after: "take work in hand",
      ask: async (actor, { desk }) =>
        planWork(actor, { kind: "event", slug: (await makeEvent(desk)).slug }, { assignee: desk.id }),
    },
  ],
  "assignments.planIn": [
    {
      takes: "plan the work of others",
      after: "take work in hand",
      ask: async (actor, { desk }) => {
        const { slug } = await makeEvent(desk);
        return transaction((tx) => planIn(tx, actor, { kind: "event", slug }, { priority: "high" }));
      },
    },
  ],
  "comment-writes.writeComment": [inDiscussion((actor, { said }) => writeComment(actor, said))],
  "comment-writes.editComment": [inDiscussion((actor, { id }) => editComment(actor, id, "Who else?"))],
  "comment-writes.takeBackComment": [inDiscussion((actor, { id }) => takeBackComment(actor, id))],
  "comment-writes.resolveThread": [inDiscussion((actor, { id }) => resolveThread(actor, id, true))],
  "follows.follow": [
    { ...inDiscussion((actor, { subject }) => follow(actor, subject, true)), takes: "read the discussion" },
  ],
  "inbox.markRead": [
    {
      takes: "read the discussion",
      ask: async (actor, { desk }) => markRead(actor, await noticeFor(actor, desk)),
    },
  ],
  "inbox.markAllRead": [
    { takes: "read the discussion", ask: (actor) => markAllRead(actor, new Date().toISOString()) },
  ],
  "visits.recordVisit": [{ takes: "read published records", ask: (actor) => recordVisit(actor) }],
  "visits.findLastVisit": [{ takes: "read published records", ask: (actor) => findLastVisit(actor) }],
  "visits.markSeen": [{ takes: "read published records", ask: (actor) => markSeen(actor, 1) }],
  "bulk.runBulk": [
    { takes: "take work in hand", ask: (actor) => runBulk(actor, [], { deed: "tag", tags: ["court"] }, null) },
  ],
  "stations.recordStation": [station],
  "stations.reviseStation": [stationAgain],
  "evidence.recordEvidence": [item],
  "evidence.reviseEvidence": [itemAgain],
  "claims.recordClaim": [
    claim,
    {
      takes: "assess a claim",
      after: "record a claim",
      ask: async (actor, { desk }) =>
        recordClaim(actor, { input: { ...(await makeClaim(desk)).input, assessment: "contested" } }),
    },
  ],
  "claims.reviseClaim": [
    claimAgain,
    {
      takes: "assess a claim",
      after: "record a claim",
      ask: async (actor, { desk }) => {
        const { slug, input } = await makeClaim(desk);
        return reviseClaim(actor, { slug, basedOn: 1, input: { ...input, assessment: "contested" } });
      },
    },
  ],
  "responses.recordResponse": [answer],
  "responses.reviseResponse": [answerAgain],
  "organizations.recordOrganization": [
    body,
    {
      takes: "grade an organization",
      after: "record an organization",
      ask: async (actor, { desk }) =>
        recordOrganization(actor, { input: { ...(await makeOrganization(desk)).input, reliability: "B" } }),
    },
  ],
  "organizations.reviseOrganization": [
    bodyAgain,
    {
      takes: "grade an organization",
      after: "record an organization",
      ask: async (actor, { desk }) => {
        const { slug, input } = await makeOrganization(desk);
        return reviseOrganization(actor, { slug, basedOn: 1, input: { ...input, reliability: "B" } });
      },
    },
  ],
  "events.recordEvent": [event],
  "events.reviseEvent": [eventAgain],
  "status-reports.recordStatusReport": [report],
  "status-reports.reviseStatusReport": [reportAgain],
  "reply-requests.recordReplyRequest": [request],
  "reply-requests.reviseReplyRequest": [requestAgain],
  "replies.recordReplyEntry": [
    {
      takes: "record a reply request",
      ask: async (actor, { desk }) => {
        const { slug } = await makeReplyRequest(desk);
        const entry = {
          kind: "no_reply" as const,
          happenedOn: "2022-12-01",
          dueOn: null,
          response: null,
          note: null,
        };
        return recordReplyEntry(actor, slug, entry);
      },
    },
  ],
  "replies.recordAnswer": [
    {
      takes: "record a reply request",
      ask: async (actor, { desk }) => {
        const [{ slug }, { input }] = [await makeReplyRequest(desk), await makeResponse(desk)];
        return recordAnswer(actor, slug, { input });
      },
    },
  ],
  "feeds.createFeedToken": [{ takes: "read drafts", ask: (actor) => createFeedToken(actor) }],
  "feeds.revokeFeedToken": [{ takes: "read drafts", ask: (actor) => revokeFeedToken(actor) }],
  "coverage.recordCoverage": [none],
  "coverage.reviseCoverage": [noneAgain],
  "record-one.recordNamed": writing(
    "event",
    makeEvent,
    (actor, { input }) => recordNamed(actor, "event", "An event", { input }),
    reviseEvent,
  ).slice(0, 1),
  "record-one.recordOne": writing(
    "event",
    makeEvent,
    (actor, { input }) => recordOne(actor, "event", { slug: `place-${++places}`, input }),
    reviseEvent,
  ).slice(0, 1),
  "record-one.reviseOne": writing("event", makeEvent, recordEvent, (actor, revised) =>
    reviseOne(actor, "event", revised),
  ).slice(1),
  "records.recordAll": writing(
    "event",
    makeEvent,
    (actor, { input }) =>
      transaction(
        async (tx) => (await recordAll(tx, actor, "event", [{ slug: `place-${++places}`, input }]))[0] as Written,
      ),
    reviseEvent,
  ).slice(0, 1),
  "records.reviseAll": writing("event", makeEvent, recordEvent, (actor, revised) =>
    transaction(async (tx) => (await reviseAll(tx, actor, "event", [revised]))[0] as Written),
  ).slice(1),
  "restoring.restoreVersion": [
    {
      takes: "record an organization",
      ask: async (actor, { desk }) => {
        const { slug, input } = await makeOrganization(desk);
        await reviseOne(desk, "organization", { slug, basedOn: 1, input: { ...input, note: "changed" } });
        return restoreVersion(actor, "organization", { slug, version: 1, basedOn: 2, reason: "It was right." });
      },
    },
  ],
  "erasures.eraseContent": [
    {
      takes: "erase content",
      ask: async (actor, { desk }) => {
        const { slug } = await makeOrganization(desk);
        return eraseContent(actor, "organization", { slug, scope: "record", reason: "A court ordered it." });
      },
    },
  ],
  "moves.moveOne": STEP_NAMES.map(move),
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
  "proposal-steps.moveProposal": [
    decide("submit", []),
    decide("request_changes", ["submit"]),
    decide("approve", ["submit"]),
    decide("reject", ["submit"]),
    decide("withdraw", []),
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
  "annotations.annotate": [{ takes: "annotate the timeline", ask: (actor) => annotate(actor, ANNOTATION) }],
  "annotations.reviseAnnotation": [
    {
      takes: "annotate the timeline",
      ask: async (actor, { desk }) =>
        reviseAnnotation(actor, { ...ANNOTATION, ...(await annotate(desk, ANNOTATION)) }),
    },
  ],
  "annotations.approveAnnotation": [
    {
      takes: "approve a record",
      ask: async (actor, { desk }) => approveAnnotation(actor, await annotate(desk, ANNOTATION)),
    },
  ],
  "annotations.removeAnnotation": [
    {
      takes: "annotate the timeline",
      ask: async (actor, { desk }) =>
        removeAnnotation(actor, { ...(await annotate(desk, ANNOTATION)), reason: null }),
    },
  ],
  "moves.moveAll": [
    {
      takes: "approve a record",
      ask: async (actor, { desk }) => {
        const slug = await readyFor("approve", desk);
        return transaction((tx) => moveAll(tx, actor, "organization", [slug], "approve"));
      },
    },
  ],
  "people.listPeople": [{ takes: "see accounts", ask: (actor) => listPeople(actor) }],
  "people.createPerson": [
    account((actor, email) =>
      createPerson(actor, { email: `new-${email}`, name: "New", role: "reporter", passwordHash: null }),
    ),
  ],
  "people.setRole": [account((actor, email) => setRole(actor, email, "editor"))],
  "people.setPasswordHash": [account((actor, email) => setPasswordHash(actor, email, "hash"))],
  "people.disablePerson": [account((actor, email) => disablePerson(actor, email))],
  "people.enablePerson": [account((actor, email) => enablePerson(actor, email))],
  "people.rememberLocale": [{ takes: "read published records", ask: (actor) => rememberLocale(actor, "nl") }],
  "sessions.revokeAllSessions": [account((actor, _email, id) => revokeAllSessions(actor, id))],
  "sessions.listSessions": [{ takes: "see accounts", ask: (actor) => listSessions(actor) }],
};

/** Parts of the queries and transactions of the functions above: they ask and write nothing by themselves. */
export const PARTS = [
  "claim-figures.countClaimsByCountry",
  "claim-figures.listMarksByCountry",
  "claim-figures.listGlobalMarks",
  "country-figures.countCountries",
  "evidence-figures.countDates",
  "evidence-figures.countEvidence",
  "evidence-figures.evidenceSums",
  "head.headFor",
  "kept.atHead",
  "kept.atHeadToday",
  "timeline-lanes.allRows",
  "timeline-spans.ofView",
  "reply-figures.countReplyFigures",
  "reply-figures.countReplyFiguresByCountry",
  "response-figures.countResponses",
  "response-figures.countResponsesByCountry",
  "scope-conditions.claimsOf",
  "scope-conditions.countriesInBox",
  "scope-conditions.coverageIn",
  "scope-conditions.evidenceInBox",
  "scope-conditions.evidenceOf",
  "scope-conditions.idsInBox",
  "scope-conditions.readerOf",
  "scope-conditions.requestsInBox",
  "scope-conditions.requestsOf",
  "scope-conditions.responsesInBox",
  "scope-conditions.responsesOf",
  "scope-conditions.seesAuthority",
  "scope-conditions.stationsOf",
  "station-figures.countStatuses",
  "account-keeper.demandAccounts",
  "claim-conditions.claimConditions",
  "present.saysPresent",
  "evidence-conditions.evidenceAsked",
  "evidence-conditions.facetCondition",
  "evidence-text.evidenceSpeaksOf",
  "lookup.withIds",
  "place-columns.placeColumns",
  "published-then.publishedThen",
  "record-history.seenBy",
  "queue-conditions.queueCondition",
  "queue-items.itemsAt",
  "record-links.addLinks",
  "corrections.addCorrections",
  "follows.followingOf",
  "hands.demandHands",
  "hands.wroteContent",
  "notices.tellAssigned",
  "notices.tellOfAnnotation",
  "notices.tellOfComment",
  "notices.tellOfRevisions",
  "proposals.appendProposalRevision",
  "proposals.lockProposal",
  "records.lockRecords",
  "records.storeContent",
  "reply-clock.statusOf",
  "reply-conditions.countriesOf",
  "reply-conditions.reactedBy",
  "reply-conditions.replyConditions",
  "response-conditions.responseConditions",
  "revisions.appendRevisions",
  "scope.trashedTo",
  "scope.visibleTo",
  "station-claims.claimantsOf",
  "station-list.placesAsked",
  "station-list.stationsAsked",
  "station-status-at.statusAt",
  "station-status-at.standingReports",
  "stations.statusColumn",
  "subjects.findSubject",
  "subjects.subjectVisible",
  "timeline-lanes.laneQuery",
  "timeline-lanes.laneRows",
] as const;
