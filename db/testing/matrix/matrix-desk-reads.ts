import { Refusal } from "@/lib/workflow/refusal";
import { findFeedToken } from "../../access/accounts/feeds";
import { countOpenThreads, listComments } from "../../access/discussion/comments";
import { listDeskPeople } from "../../access/discussion/desk-people";
import { findFollowing } from "../../access/discussion/follows";
import { countCauses, countUnread, listInbox } from "../../access/discussion/inbox";
import { listLiveEventsSince, subscribeToChanges } from "../../access/discussion/live-events";
import { proposeFromAddress } from "../../access/evidence/address-proposal";
import { proposeFromPage } from "../../access/evidence/page-proposal";
import { exportChainHead, listHistoryChecks, verifyHistory } from "../../access/history/history-check";
import { findRecordHistory, findVersions } from "../../access/history/record-history";
import { findRevision } from "../../access/history/revision-file";
import { proveRevision } from "../../access/history/revision-proof";
import { findNewestCheckpoint, listLogKeys, openLogFile, readLogStatus } from "../../access/history/signed-log";
import { listTrash } from "../../access/history/trash";
import {
  compareForMerge,
  listMerges,
  movedWith,
  previewUnmerge,
  readProposedMerge,
} from "../../access/merges/merge-reads";
import { findSurvivor } from "../../access/merges/redirects";
import { listAssignees, listTags } from "../../access/queue/assignments";
import { previewBulk } from "../../access/queue/bulk";
import { countAssigned, readOwnWork } from "../../access/queue/own-work";
import { listQueue, listQueueBoard } from "../../access/queue/queue";
import { readReviewFile } from "../../access/queue/review-file";
import { countUnassigned, readQueueCounts, readWaitingCounts } from "../../access/queue/waiting-counts";
import { readWorkCounts } from "../../access/queue/work-counts";
import { findWaiver } from "../../access/replies/waivers";
import { listRevisions } from "../../access/revisions";
import { readAnswerStart } from "../../access/stations/answer-start";
import { listSavedViews } from "../../access/views/saved-views";
import { findProposal, listOpenProposals } from "../../access/workflow/proposal-file";
import { openProposal } from "../../access/workflow/proposals";
import { listReferencingRecords } from "../../access/workflow/referencing-records";
import { makeActor, makeOrganization } from "../make";
import { deskRow, type MatrixRow } from "./matrix-row";
import { mergedOrganizations } from "./matrix-transition-writes";

/** Here nothing has been signed. */
async function withoutLog(asked: Promise<unknown>, key: string): Promise<unknown> {
  return asked.catch((error: unknown) => {
    if (error instanceof Refusal && error.detail.key === key) return key;
    throw error;
  });
}

/** What waits, what was said and done, the history. */
export const DESK_READS: Readonly<Record<string, MatrixRow>> = {
  "address-proposal.proposeFromAddress": {
    takes: "record evidence",
    ask: (actor) => proposeFromAddress(actor, "https://example.org/2022/10/26/article"),
  },
  "answer-start.readAnswerStart": {
    takes: "record a response",
    ask: (actor, { shown }) => readAnswerStart(actor, shown.station.slug),
  },
  "assignments.listAssignees": { takes: "read drafts", ask: (actor) => listAssignees(actor) },
  "assignments.listTags": { takes: "read drafts", ask: (actor) => listTags(actor) },
  "comments.listComments": deskRow((actor, { shown }) =>
    listComments(actor, { kind: "station", slug: shown.station.slug }),
  ),
  "comments.countOpenThreads": deskRow((actor, { shown }) => countOpenThreads(actor, "station", [shown.station.id])),
  "desk-people.listDeskPeople": deskRow((actor) => listDeskPeople(actor)),
  "follows.findFollowing": deskRow((actor, { shown }) =>
    findFollowing(actor, { kind: "station", slug: shown.station.slug }),
  ),
  "inbox.countUnread": deskRow((actor) => countUnread(actor)),
  "inbox.countCauses": deskRow((actor) => countCauses(actor)),
  "inbox.listInbox": deskRow((actor) => listInbox(actor)),
  "live-events.listLiveEventsSince": { takes: "read drafts", ask: (actor) => listLiveEventsSince(actor, 0) },
  "live-events.subscribeToChanges": {
    takes: "read drafts",
    ask: async (actor) => (await subscribeToChanges(actor, () => undefined))(),
  },
  "history-check.verifyHistory": { takes: "verify the history", ask: (actor) => verifyHistory(actor) },
  "history-check.exportChainHead": { takes: "verify the history", ask: (actor) => exportChainHead(actor) },
  "history-check.listHistoryChecks": { takes: "verify the history", ask: (actor) => listHistoryChecks(actor) },
  "referencing-records.listReferencingRecords": {
    takes: "erase content",
    ask: (actor, { shown }) => listReferencingRecords(actor, "organization", shown.organization.id),
  },
  "record-history.findRecordHistory": {
    takes: "read the history",
    ask: (actor, { shown }) => findRecordHistory(actor, "claim", shown.claim.slug),
  },
  "record-history.findVersions": {
    takes: "read the history",
    ask: (actor, { shown }) => findVersions(actor, "claim", shown.claim.slug, [1]),
  },
  "revision-file.findRevision": {
    takes: "read the history",
    ask: async (actor, { desk, shown }) => {
      const [revision] = await listRevisions(desk, "claim", shown.claim.id);
      return findRevision(actor, revision?.hash ?? "");
    },
  },
  "revision-proof.proveRevision": {
    takes: "read the history",
    ask: async (actor, { desk, shown }) => {
      const [revision] = await listRevisions(desk, "claim", shown.claim.id);
      return withoutLog(proveRevision(actor, revision?.hash ?? ""), "notSealed");
    },
  },
  "signed-log.findNewestCheckpoint": {
    takes: "read the history",
    ask: (actor) => withoutLog(findNewestCheckpoint(actor), "notFound"),
  },
  "signed-log.openLogFile": {
    takes: "read the history",
    ask: (actor) => withoutLog(openLogFile(actor), "notFound"),
  },
  "signed-log.readLogStatus": { takes: "read the history", ask: (actor) => readLogStatus(actor) },
  "signed-log.listLogKeys": { takes: "read the history", ask: (actor) => listLogKeys(actor) },
  "page-proposal.proposeFromPage": {
    takes: "record evidence",
    // Where nothing may be asked, as here, that is the answer.
    ask: (actor) => proposeFromPage(actor, "https://example.org/2022/10/26/article"),
  },
  "proposal-file.listOpenProposals": {
    takes: "read drafts",
    ask: (actor, { shown }) => listOpenProposals(actor, "station", shown.station.id),
  },
  "proposal-file.findProposal": {
    takes: "read drafts",
    ask: async (actor, { shown }) => {
      const writer = await makeActor("reporter");
      const { slug, version } = shown.station;
      const content = { typed: { name: "Proposed" }, reason: null, correctionNote: null };
      return findProposal(
        actor,
        (await openProposal(writer, "station", slug, { ...content, basedOn: version })).slug,
      );
    },
  },
  "redirects.findSurvivor": {
    takes: "read published records",
    ask: async (actor, { desk }) => {
      const { absorbed } = await mergedOrganizations(desk);
      return { old: "of a draft", leadsTo: await findSurvivor(actor, "organization", absorbed) };
    },
  },
  "merge-reads.compareForMerge": {
    takes: "record an organization",
    ask: async (actor, { desk }) => {
      const [one, other] = [await makeOrganization(desk), await makeOrganization(desk)];
      return compareForMerge(actor, "organization", one.slug, other.slug);
    },
  },
  "merge-reads.previewUnmerge": {
    takes: "record an organization",
    ask: async (actor, { desk }) => {
      const { slug, absorbed } = await mergedOrganizations(desk);
      return previewUnmerge(actor, "organization", slug, absorbed);
    },
  },
  "merge-reads.movedWith": {
    takes: "read drafts",
    ask: (actor, { shown }) => movedWith(actor, "organization", shown.organization.id, shown.organization.slug),
  },
  "merge-reads.readProposedMerge": {
    takes: "read drafts",
    ask: (actor, { shown }) => {
      const proposal = { recordKind: "station", absorbsId: shown.station.id, undoesId: null } as const;
      return readProposedMerge(actor, proposal, shown.station.slug);
    },
  },
  "merge-reads.listMerges": {
    takes: "read the history",
    ask: (actor, { shown }) => listMerges(actor, "organization", shown.organization.id),
  },
  "waivers.findWaiver": {
    takes: "read drafts",
    ask: (actor, { shown }) => findWaiver(actor, "station", shown.station.id),
  },
  "bulk.previewBulk": { takes: "take on work", ask: (actor) => previewBulk(actor, {}, { deed: "submit" }) },
  "waiting-counts.readWaitingCounts": { takes: "read drafts", ask: (actor) => readWaitingCounts(actor) },
  "waiting-counts.readQueueCounts": { takes: "read drafts", ask: (actor) => readQueueCounts(actor) },
  "own-work.readOwnWork": { takes: "read drafts", ask: (actor) => readOwnWork(actor) },
  "own-work.countAssigned": { takes: "read drafts", ask: (actor) => countAssigned(actor, "2026-01-01") },
  "waiting-counts.countUnassigned": { takes: "read drafts", ask: (actor) => countUnassigned(actor) },
  "work-counts.readWorkCounts": { takes: "read drafts", ask: (actor) => readWorkCounts(actor) },
  "queue.listQueue": { takes: "read drafts", ask: (actor) => listQueue(actor, {}) },
  "queue.listQueueBoard": { takes: "read drafts", ask: (actor) => listQueueBoard(actor, {}) },
  "review-file.readReviewFile": {
    takes: "read drafts",
    ask: (actor, { shown }) => readReviewFile(actor, { kind: "claim", slug: shown.claim.slug }),
  },
  "saved-views.listSavedViews": {
    takes: "read published records",
    ask: (actor) => listSavedViews(actor, "stations"),
  },
  "trash.listTrash": { takes: "move a record to the trash", ask: (actor) => listTrash(actor) },
  "feeds.findFeedToken": { takes: "read drafts", ask: (actor) => findFeedToken(actor) },
  "revisions.listRevisions": {
    takes: "read the history",
    ask: (actor, { shown }) => listRevisions(actor, "claim", shown.claim.id),
  },
};
