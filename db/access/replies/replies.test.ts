import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { addDays } from "@/lib/dates/days";
import { dayIn } from "@/lib/dates/time-zone";
import { replyFilter } from "@/lib/filters/reply-filter";
import type { ReplyEntryInput, ReplyStatus } from "@/lib/records/reply-status";
import { db } from "../../client";
import { newsroomDay, today } from "../../newsroom";
import { replyRequests, revisions } from "../../schema";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makeReplyRequest,
  makeResponse,
  makeStation,
  publishRecord,
} from "../../testing/make";
import { verifyHistory } from "../history/history-check";
import { listResponses } from "../responses/response-list";
import { gateReasonsOf } from "../workflow/gate";
import { findReply, recordAnswer, recordReplyEntry } from "./replies";
import { countReplies, listDue, listReplies } from "./reply-list";

const TODAY = newsroomDay(new Date());
const day = (days: number) => addDays(TODAY, days);
const asked = (sent: number, due: number) => ({ sentOn: day(sent), dueOn: day(due) });
const entry = (kind: ReplyEntryInput["kind"], happenedOn: string, more: Partial<ReplyEntryInput> = {}) => ({
  kind,
  happenedOn,
  dueOn: null,
  response: null,
  note: null,
  ...more,
});

/** The times and entries of a request, and what the clock has to say about it today. */
const CASES: readonly [Record<string, unknown>, readonly ReplyEntryInput[], ReplyStatus][] = [
  [{ sentOn: "", dueOn: "" }, [], "draft"],
  [asked(-3, 0), [], "sent"],
  [asked(-3, 4), [entry("acknowledgement", day(-1))], "acknowledged"],
  [asked(-30, -1), [], "overdue"],
  [asked(-30, -14), [], "overdue"],
  [asked(-30, -15), [], "no_reply"],
  [asked(-30, -15), [entry("reminder", day(-10), { dueOn: day(2) })], "sent"],
  [asked(-30, -15), [entry("reminder", day(-10), { dueOn: day(-2) }), entry("reminder", day(-1))], "overdue"],
  [asked(-30, 6), [entry("decline", day(-1), { note: "By telephone" })], "declined"],
  [asked(-30, 5), [entry("no_reply", day(-1))], "no_reply"],
  [asked(-30, -5), [entry("no_reply", day(-9)), entry("reminder", day(-3), { dueOn: day(3) })], "sent"],
];

test("a deadline ends with its day in the newsroom, which is another one elsewhere", async () => {
  const desk = await makeActor("reporter");
  const respondent = (await makeOrganization(desk, { kind: "ministry", name: "Ministry of the date line" })).slug;
  const now = new Date();
  const { slug } = await makeReplyRequest(desk, {
    respondent,
    sentOn: day(-9),
    dueOn: dayIn(now, "Pacific/Niue"),
  });
  // As the gate keeps one, which is written once and asked every day.
  const kept = sql`select ${today}::text as day`;
  const statuses = async (zone: string) => {
    vi.stubEnv("TIME_ZONE", zone);
    const { items } = await listReplies(desk, replyFilter.parse({ respondent }).value);
    const page = await findReply(desk, slug);
    const [again] = await db.execute<{ day: string }>(kept);
    vi.unstubAllEnvs();
    return [...items.map((item) => [item.status, item.today]), [page.status, page.today], again?.day];
  };
  // There are 25 hours between the two: it is never the same day.
  const [early, late] = [dayIn(now, "Pacific/Niue"), dayIn(now, "Pacific/Kiritimati")];
  expect(early < late).toBe(true);
  expect(await statuses("Pacific/Niue")).toEqual([["sent", early], ["sent", early], early]);
  expect(await statuses("Pacific/Kiritimati")).toEqual([["overdue", late], ["overdue", late], late]);
});

test("the list and the page tell the same by the clock, what is overdue first and what is closed last", async () => {
  const desk = await makeActor("reporter");
  const respondent = (await makeOrganization(desk, { kind: "ministry", name: "Ministry of the cases" })).slug;
  const about = (await makeStation(desk, { country: "IE" })).slug;
  const made = new Map<string, ReplyStatus>();
  for (const [times, entries, status] of CASES) {
    const { slug } = await makeReplyRequest(desk, { respondent, stations: [about], ...times });
    for (const one of entries) await recordReplyEntry(desk, slug, one);
    made.set(slug, status);
  }
  const { value: view } = replyFilter.parse({ respondent, limit: "4" });
  const found = [];
  let after = view.after;
  do {
    const page = await listReplies(desk, { ...view, after });
    expect(page.total).toBe(CASES.length);
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  expect(Object.fromEntries(found.map(({ slug, status }) => [slug, status]))).toEqual(Object.fromEntries(made));
  expect(found.map(({ status }) => status)).toEqual([
    ...["overdue", "overdue", "overdue", "sent", "sent", "sent", "acknowledged"],
    ...["draft", "declined", "no_reply", "no_reply"],
  ]);
  for (const { slug, status, deadline } of found) {
    expect(await findReply(desk, slug)).toMatchObject({ status, deadline });
  }

  const total = async (query: Record<string, string>) =>
    (await listReplies(desk, replyFilter.parse({ respondent, ...query }).value)).total;
  expect(await total({ status: "overdue" })).toBe(3);
  expect(await total({ country: "IE" })).toBe(CASES.length);
  expect(await total({ country: "FR" })).toBe(0);
  expect(await total({ q: "exist" })).toBe(CASES.length);
  expect(await total({ q: "cases", dueFrom: day(0), dueTo: day(3) })).toBe(3);
  expect(await total({ mine: "yes" })).toBe(CASES.length);
  const other = await makeActor("editor");
  expect((await listReplies(other, { ...view, mine: true })).total).toBe(0);
  const counts = await countReplies(desk, view);
  expect(counts.status).toContainEqual({ value: "overdue", label: null, count: 3 });
  expect(counts.country).toEqual([{ value: "IE", label: null, count: CASES.length }]);
  expect(counts.respondent).toContainEqual({
    value: respondent,
    label: "Ministry of the cases",
    count: CASES.length,
  });

  const due = (await listDue(desk, 3)).filter(({ slug }) => made.has(slug));
  expect(due.map(({ deadline }) => deadline)).toEqual([-14, -2, -1, 0, 2, 3].map(day));
  await expect(listDue(await makeActor("manager"), 7)).rejects.toThrow("A manager may not read drafts.");
});

test("an entry is a revision of its own, and the request stays as it was", async () => {
  const desk = await makeActor("reporter");
  const { id, slug, version } = await makeReplyRequest(desk, { ...asked(-9, -2) });
  const made = await recordReplyEntry(
    desk,
    slug,
    entry("reminder", day(-1), { dueOn: day(6), note: "By telephone" }),
  );
  const [revision] = await db.select().from(revisions).where(eq(revisions.recordId, made.id));
  expect(revision).toMatchObject({
    recordKind: "reply_entry",
    version: 1,
    action: "reply_entry.record",
    snapshot: { record: { kind: "reply_request", id, slug }, kind: "reminder", dueOn: day(6) },
  });
  const reply = await findReply(desk, slug);
  expect(reply).toMatchObject({ version, dueOn: day(-2), deadline: day(6), described: "reminded", status: "sent" });
  expect(reply.entries).toMatchObject([{ kind: "reminder", note: "By telephone", author: desk.name }]);
  expect(await verifyHistory(await makeActor("admin"))).toMatchObject({ problem: null });
});

test("what can't have happened is not entered", async () => {
  const desk = await makeActor("reporter");
  const letter = await makeReplyRequest(desk, { sentOn: "", dueOn: "" });
  await expect(recordReplyEntry(desk, letter.slug, entry("no_reply", TODAY))).rejects.toThrow("not been sent yet");
  const { slug } = await makeReplyRequest(desk, asked(-3, 4));
  await expect(recordReplyEntry(desk, slug, entry("reminder", day(-4)))).rejects.toThrow("beforeSent");
  await expect(recordReplyEntry(desk, slug, entry("reminder", day(3)))).rejects.toThrow("notYet");
  const unknown = entry("answer", TODAY, { response: "rsp-none" });
  await expect(recordReplyEntry(desk, slug, unknown)).rejects.toThrow("unknownRecord");
  const manager = await makeActor("manager");
  await expect(recordReplyEntry(manager, slug, entry("no_reply", TODAY))).rejects.toThrow(
    "A manager may not record a reply request.",
  );
});

test("the answer says which claims it denies, and which it leaves alone", async () => {
  const desk = await makeActor("reporter");
  const [denied, left, unmentioned] = [await makeClaim(desk), await makeClaim(desk), await makeClaim(desk)];
  const { slug } = await makeReplyRequest(desk, {
    ...asked(-3, 4),
    claims: [denied.slug, left.slug, unmentioned.slug],
  });
  expect((await findReply(desk, slug)).claims.map(({ answer }) => answer)).toEqual([null, null, null]);
  const answer = await makeResponse(desk, {
    answers: [
      { claim: denied.slug, answer: "denies" },
      { claim: left.slug, answer: "leaves_unanswered" },
    ],
  });
  await recordReplyEntry(desk, slug, entry("answer", TODAY, { response: answer.slug }));
  const reply = await findReply(desk, slug);
  expect(reply).toMatchObject({ status: "answered", described: "answered", answer: { slug: answer.slug } });
  expect(Object.fromEntries(reply.claims.map((claim) => [claim.slug, claim.answer]))).toEqual({
    [denied.slug]: "denies",
    [left.slug]: "leaves_unanswered",
    [unmentioned.slug]: null,
  });
});

test("an answer that is recorded from its request is entered on the day on which it was given", async () => {
  const desk = await makeActor("reporter");
  const { input } = await makeResponse(desk, { given: day(-2) });
  const [one, other] = [await makeReplyRequest(desk, asked(-9, 5)), await makeReplyRequest(desk, asked(-9, 5))];
  const { slug } = await recordAnswer(desk, one.slug, { input });
  expect(await findReply(desk, one.slug)).toMatchObject({
    status: "answered",
    answer: { slug },
    entries: [{ kind: "answer", happenedOn: day(-2) }],
  });
  await recordAnswer(desk, other.slug, { input: { ...input, given: null } });
  expect((await findReply(desk, other.slug)).entries).toMatchObject([{ kind: "answer", happenedOn: TODAY }]);
  const letter = await makeReplyRequest(desk, { sentOn: "", dueOn: "" });
  await expect(recordAnswer(desk, letter.slug, { input })).rejects.toThrow("not been sent yet");
});

test("an answer that can't be entered is not recorded either", async () => {
  const desk = await makeActor("reporter");
  const { input } = await makeResponse(desk);
  const before = (await listResponses(desk, {})).total;
  const { slug } = await makeReplyRequest(desk, asked(-9, 5));
  // Nothing can follow what is yet to be sent.
  await db
    .update(replyRequests)
    .set({ sentOn: day(3) })
    .where(eq(replyRequests.slug, slug));
  await expect(recordAnswer(desk, slug, { input })).rejects.toMatchObject({
    errors: { happenedOn: "validation.notYet" },
  });
  expect((await findReply(desk, slug)).entries).toEqual([]);
  expect((await listResponses(desk, {})).total).toBe(before);
});

test("a manager reads a published request without the desk's notes, and its answer once that is published", async () => {
  const [desk, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const authority = await makeOrganization(desk, { kind: "ministry" });
  await publishRecord("organization", authority.slug);
  const { slug } = await makeReplyRequest(desk, { ...asked(-30, -2), respondent: authority.slug });
  await recordReplyEntry(desk, slug, entry("reminder", day(-20), { note: "Called their press desk" }));
  await expect(findReply(manager, slug)).rejects.toMatchObject({ kind: "not_found" });
  await publishRecord("reply_request", slug);
  const item = await makeEvidence(desk);
  await publishRecord("evidence", item.slug);
  const answer = await makeResponse(desk, { authority: authority.slug, evidence: [item.slug] });
  expect(await findReply(manager, slug)).toMatchObject({ status: "overdue", described: "reminded" });
  await recordReplyEntry(desk, slug, entry("answer", day(-1), { response: answer.slug }));

  const before = await findReply(manager, slug);
  expect(before).toMatchObject({ status: "acknowledged", described: "acknowledged", answer: null, askedBy: null });
  expect(before.entries).toMatchObject([{ kind: "reminder", note: null, author: null }]);
  expect(JSON.stringify(before)).not.toContain(answer.slug);
  const listed = async () => (await listReplies(manager, {})).items.find((item) => item.slug === slug);
  expect(await listed()).toMatchObject({ status: "acknowledged", answer: null });

  await publishRecord("response", answer.slug);
  expect(await findReply(manager, slug)).toMatchObject({ status: "answered", answer: { slug: answer.slug } });
  expect(await listed()).toMatchObject({ status: "answered", answer: { slug: answer.slug } });
});

test("a station is not published while a reminder still gives them time", async () => {
  const desk = await makeActor("reporter");
  const station = await makeStation(desk, { country: "LU" });
  const { slug } = await makeReplyRequest(desk, { ...asked(-9, -1), stations: [station.slug] });
  const reasons = async () => (await gateReasonsOf(db, "station", [station.id])).get(station.id) ?? [];
  expect(await reasons()).not.toContain("no_answer");
  await recordReplyEntry(desk, slug, entry("reminder", TODAY, { dueOn: day(3) }));
  expect(await reasons()).toContain("no_answer");
});
