import { createHash, randomUUID } from "node:crypto";
import type { FiledSubject } from "@/lib/records/file";
import { fileQuoting } from "@/lib/records/file-quoting";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { createFeedToken, revokeFeedToken } from "../../access/accounts/feeds";
import {
  createPerson,
  disablePerson,
  enablePerson,
  listPeople,
  rememberLocale,
  setPasswordHash,
  setRole,
} from "../../access/accounts/people";
import { listSessions, revokeAllSessions } from "../../access/accounts/sessions";
import { findLastVisit, markSeen, recordVisit } from "../../access/accounts/visits";
import { countCaptures, listCapturedIds, listCaptures, preservePage } from "../../access/captures/captures";
import { attachToComment, findCommentFile, requireCommentFiling } from "../../access/discussion/comment-files";
import { editComment, resolveThread, takeBackComment, writeComment } from "../../access/discussion/comment-writes";
import { setFollowing } from "../../access/discussion/follows";
import { markAllRead, markRead } from "../../access/discussion/inbox";
import { findQuoteOf, listClaimsOfFile, quoteFile } from "../../access/evidence/quote-file";
import { readCustodyReport, readRecordCustody } from "../../access/files/custody-report";
import { noteDissemination } from "../../access/files/dissemination";
import { readFilePage } from "../../access/files/file-texts";
import { attachFile, requireFiling, withdrawAttachment } from "../../access/files/files";
import { verifyAttachment } from "../../access/files/fixity";
import { openPicture, readFileMetadata } from "../../access/files/page-pictures";
import { withQuotePlaces } from "../../access/files/quote-places";
import { listRedactedCopies, redactAttachment } from "../../access/files/redactions";
import { listWaitingOf } from "../../access/files/release-copies";
import { listWaitingCopies, releaseCopy } from "../../access/files/releases";
import { planWork, planWorkIn } from "../../access/queue/assignments";
import { runBulk } from "../../access/queue/bulk";
import { removeView, restoreView, saveView } from "../../access/views/saved-views";
import { setViewAlert } from "../../access/views/view-alerts";
import { db, transaction } from "../../client";
import { notices } from "../../schema";
import { makeActor, makeClaim, makeEvent, makeEvidence } from "../make";
import type { MatrixRow } from "./matrix-row";

const account = (ask: (actor: Actor, email: string, id: string) => Promise<unknown>): MatrixRow => ({
  takes: "change accounts",
  ask: async (actor) => {
    const { email, id } = await makeActor("reporter");
    return ask(actor, email, id);
  },
});

/** An event that is there, with a comment of this person's own if they may write one. */
async function discussed(actor: Actor, desk: Actor) {
  const subject = { kind: "event" as const, slug: (await makeEvent(desk)).slug };
  const comment = { ...subject, body: "Who was there?", field: null, parent: null };
  return { subject, said: comment, ...(await writeComment(may(actor, "write a comment") ? actor : desk, comment)) };
}
const view = (isShared: boolean) =>
  ({ list: "events", name: "Of the matrix", query: "kind=court", isShared, isRelative: false }) as const;

const inDiscussion = (
  ask: (actor: Actor, about: Awaited<ReturnType<typeof discussed>>) => Promise<unknown>,
): MatrixRow => ({
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

/** The answer that there are no pages, for whoever may ask for one. */
const withoutPages = (asking: Promise<unknown>, name: string) =>
  asking.catch((error: Error & { kind?: string }) => {
    if (error.name !== name || error.kind === "forbidden") throw error;
  });

const bytes = () => ({
  digest: createHash("sha256").update(randomUUID()).digest("hex"),
  size: 1,
  type: "text/plain",
  name: "letter.txt",
});
const filed = async (desk: Actor) => ({ kind: "evidence" as const, slug: (await makeEvidence(desk)).slug });
/** A copy of a file of a published record, and who sees that record may open the copy. */
const ofCopy = (ask: (actor: Actor, id: string) => Promise<unknown>): MatrixRow => ({
  takes: "read published records",
  ask: (actor, { copy }) => ask(actor, copy),
});
const ofRecord = (ask: (actor: Actor, subject: FiledSubject) => Promise<unknown>): MatrixRow => ({
  takes: "read drafts",
  ask: async (actor, { desk }) => ask(actor, await filed(desk)),
});
const ofFile = (ask: (actor: Actor, id: string) => Promise<unknown>): MatrixRow => ({
  takes: "read drafts",
  ask: async (actor, { desk }) => ask(actor, (await attachFile(desk, await filed(desk), bytes())).id),
});

/** A file of an item that a claim quotes. */
const ofQuoted = (ask: (actor: Actor, quoted: { file: string; known: string }) => Promise<unknown>): MatrixRow => ({
  takes: "read drafts",
  ask: async (actor, { desk }) => {
    const subject = await filed(desk);
    const claim = await makeClaim(desk, { stances: [{ evidence: subject.slug, quote: "Two stations" }] });
    return ask(actor, { file: (await attachFile(desk, subject, bytes())).id, known: claim.slug });
  },
});

/** The desk's own work: who does what, what is said, what is read, accounts. */
export const DESK_WRITES: Readonly<Record<string, readonly MatrixRow[]>> = {
  "assignments.planWork": [
    {
      takes: "take on work",
      ask: async (actor, { desk }) =>
        planWork(actor, { kind: "event", slug: (await makeEvent(desk)).slug }, { assignee: actor.id }),
    },
    {
      takes: "plan the work of others",
      after: "take on work",
      ask: async (actor, { desk }) =>
        planWork(actor, { kind: "event", slug: (await makeEvent(desk)).slug }, { assignee: desk.id }),
    },
  ],
  "assignments.planWorkIn": [
    {
      takes: "plan the work of others",
      after: "take on work",
      ask: async (actor, { desk }) => {
        const { slug } = await makeEvent(desk);
        return transaction((tx) => planWorkIn(tx, actor, { kind: "event", slug }, { priority: "high" }));
      },
    },
  ],
  "comment-writes.writeComment": [inDiscussion((actor, { said: comment }) => writeComment(actor, comment))],
  "comment-writes.editComment": [inDiscussion((actor, { id }) => editComment(actor, id, "Who else?"))],
  "comment-writes.takeBackComment": [inDiscussion((actor, { id }) => takeBackComment(actor, id))],
  "comment-writes.resolveThread": [inDiscussion((actor, { id }) => resolveThread(actor, id, true))],
  "comment-files.requireCommentFiling": [inDiscussion((actor, { id }) => requireCommentFiling(actor, id))],
  "comment-files.attachToComment": [inDiscussion((actor, { id }) => attachToComment(actor, id, bytes()))],
  "comment-files.findCommentFile": [
    {
      takes: "read the discussion",
      ask: async (actor, { desk }) => {
        const { id } = await discussed(desk, desk);
        return findCommentFile(actor, (await attachToComment(desk, id, bytes())).id);
      },
    },
  ],
  "follows.setFollowing": [
    { ...inDiscussion((actor, { subject }) => setFollowing(actor, subject, true)), takes: "read the discussion" },
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
  "files.requireFiling": [
    { takes: "record evidence", ask: async (actor, { desk }) => requireFiling(actor, await filed(desk)) },
  ],
  "captures.preservePage": [
    {
      takes: "record evidence",
      ask: async (actor, { desk }) => {
        const { slug } = await makeEvidence(desk, { url: "https://example.org/a-page" });
        process.env.FETCH_PAGES = "on";
        return preservePage(actor, slug).finally(() => delete process.env.FETCH_PAGES);
      },
    },
  ],
  "captures.listCaptures": [ofRecord(listCaptures)],
  "captures.listCapturedIds": [ofRecord(listCapturedIds)],
  "captures.countCaptures": [ofRecord(countCaptures)],
  "files.attachFile": [
    { takes: "record evidence", ask: async (actor, { desk }) => attachFile(actor, await filed(desk), bytes()) },
  ],
  "file-texts.readFilePage": [ofCopy((actor, id) => readFilePage(actor, id, 1))],
  "page-pictures.readFileMetadata": [
    { ...ofFile((actor, id) => readFileMetadata(actor, id)), takes: "open an original file" },
  ],
  "redactions.listRedactedCopies": [
    { ...ofFile((actor, id) => listRedactedCopies(actor, id)), takes: "open an original file" },
  ],
  // A file of plain text has no pages, which is found out by whoever may redact.
  "redactions.redactAttachment": [
    {
      ...ofFile((actor, id) => withoutPages(redactAttachment(actor, id, { name: "copy", boxes: [] }), "Invalid")),
      takes: "redact a file",
    },
  ],
  // What stands in the world was released.
  "releases.releaseCopy": [
    { ...ofCopy((actor, id) => withoutPages(releaseCopy(actor, id), "Refusal")), takes: "release a redacted copy" },
  ],
  "release-copies.listWaitingOf": [
    {
      takes: "open an original file",
      ask: (actor, { shown }) => listWaitingOf(actor, "evidence", shown.evidence.id),
    },
  ],
  "releases.listWaitingCopies": [{ takes: "release a redacted copy", ask: (actor) => listWaitingCopies(actor) }],
  "page-pictures.openPicture": [ofCopy((actor, id) => withoutPages(openPicture(actor, id, 1, "page"), "Refusal"))],
  "quote-places.withQuotePlaces": [
    {
      takes: "read published records",
      ask: (actor, { shown }) =>
        withQuotePlaces(actor, [{ evidenceId: shown.evidence.id, quote: "Two stations", target: null }]),
    },
  ],
  "quote-file.listClaimsOfFile": [ofFile(listClaimsOfFile)],
  "quote-file.findQuoteOf": [ofQuoted((actor, { file, known }) => findQuoteOf(actor, file, known))],
  "quote-file.quoteFile": [
    {
      ...ofQuoted((actor, quoted) =>
        quoteFile(actor, fileQuoting.parse({ ...quoted, quote: "Three", isMissing: "on", replaces: "on" })),
      ),
      takes: "record a claim",
    },
  ],
  "custody-report.readCustodyReport": [ofFile((actor, id) => readCustodyReport(actor, [id]))],
  "custody-report.readRecordCustody": [ofRecord(readRecordCustody)],
  "dissemination.noteDissemination": [
    { takes: "read published records", ask: (actor) => noteDissemination(actor, ["0".repeat(64)], "bag") },
  ],
  "fixity.verifyAttachment": [ofFile((actor, id) => verifyAttachment(actor, id))],
  "files.withdrawAttachment": [ofFile((actor, id) => withdrawAttachment(actor, id, "Of another case"))],
  "visits.recordVisit": [{ takes: "read published records", ask: (actor) => recordVisit(actor) }],
  "visits.findLastVisit": [{ takes: "read published records", ask: (actor) => findLastVisit(actor) }],
  "visits.markSeen": [{ takes: "read published records", ask: (actor) => markSeen(actor, 1) }],
  "bulk.runBulk": [
    { takes: "take on work", ask: (actor) => runBulk(actor, [], { deed: "tag", tags: ["court"] }, null) },
  ],
  "saved-views.saveView": [
    { takes: "read published records", ask: (actor) => saveView(actor, view(false)) },
    { takes: "read drafts", after: "read published records", ask: (actor) => saveView(actor, view(true)) },
  ],
  "saved-views.removeView": [
    {
      takes: "read published records",
      ask: async (actor) => removeView(actor, (await saveView(actor, view(false))).id),
    },
  ],
  "saved-views.restoreView": [
    {
      takes: "read published records",
      ask: async (actor) => restoreView(actor, (await removeView(actor, (await saveView(actor, view(false))).id)).id),
    },
  ],
  "view-alerts.setViewAlert": [
    {
      takes: "read the discussion",
      ask: async (actor) => setViewAlert(actor, (await saveView(actor, view(false))).id, true),
    },
  ],
  "feeds.createFeedToken": [{ takes: "read drafts", ask: (actor) => createFeedToken(actor) }],
  "feeds.revokeFeedToken": [{ takes: "read drafts", ask: (actor) => revokeFeedToken(actor) }],
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
