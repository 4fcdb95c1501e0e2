import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { commentInput } from "@/lib/records/comment";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { db, transaction } from "../../client";
import { follows, notices, people } from "../../schema";
import { makeActor, makeEvent, makeOrganization, publishRecord } from "../../testing/make";
import { disablePerson } from "../accounts/people";
import { transitionProposal } from "../workflow/proposal-transitions";
import { openProposal } from "../workflow/proposals";
import { transitionAll, transitionRecord } from "../workflow/transitions";
import { editComment, resolveThread, takeBackComment, writeComment } from "./comment-writes";
import { countOpenThreads, listComments } from "./comments";
import { listDeskPeople } from "./desk-people";
import { findFollowing, setFollowing } from "./follows";
import { countCauses, countUnread, listInbox, markAllRead, markRead } from "./inbox";
import { notifyAssignee } from "./notices";

const persons: Partial<Record<Role, Actor>> = {};
let editor: Actor;
let reporter: Actor;
let colleague: Actor;
let manager: Actor;

/** Somebody who can sign in, as everybody who gets notices can. */
async function makePerson(role: Role): Promise<Actor> {
  const actor = await makeActor(role);
  await db.update(people).set({ passwordHash: "may sign in" }).where(eq(people.id, actor.id));
  return actor;
}
const handle = ({ email }: Actor) => `@${email.slice(0, email.indexOf("@"))}`;

beforeAll(async () => {
  for (const role of ROLES) persons[role] = await makePerson(role);
  [editor, reporter, manager] = [persons.editor, persons.reporter, persons.manager] as [Actor, Actor, Actor];
  colleague = await makePerson("reporter");
});

const event = async (by: Actor) => ({ kind: "event" as const, slug: (await makeEvent(by)).slug });
type Item = Awaited<ReturnType<typeof event>>;
const post = (actor: Actor, item: { kind: "event" | "proposal"; slug: string }, body: string, more = {}) =>
  writeComment(actor, commentInput.parse({ ...item, body, ...more }));
const inboxOf = async (actor: Actor, { slug }: { slug: string }) =>
  (await listInbox(actor, {}, { limit: 100 })).items.filter(
    ({ subject }) => "slug" in subject && subject.slug === slug,
  );
const causes = async (actor: Actor, item: { slug: string }) => (await inboxOf(actor, item)).map(({ cause }) => cause);

test("a comment and its replies are read as they were written, a field's apart", async () => {
  const item = await event(reporter);
  const first = await post(editor, item, "Is this the right day?", { field: "occurred" });
  const reply = await post(reporter, item, "The report says so.", { parent: first.id });
  await post(editor, item, "Then all is well.", { parent: reply.id });
  await post(reporter, item, "Ready for review.");
  const all = await listComments(reporter, item);
  expect(all.items.map(({ body, field, parentId, isOwn }) => [body, field, parentId, isOwn])).toEqual([
    ["Is this the right day?", "occurred", null, false],
    ["The report says so.", "occurred", first.id, true],
    ["Then all is well.", "occurred", first.id, false],
    ["Ready for review.", null, null, true],
  ]);
  expect(all.fields).toEqual({ occurred: 3, "": 1 });
  expect((await listComments(editor, item, "occurred")).total).toBe(3);
  expect((await listComments(editor, item, "")).total).toBe(1);
});

test("what a comment can't be about is said beside the field", async () => {
  const item = await event(reporter);
  const elsewhere = await post(reporter, await event(reporter), "Elsewhere");
  await expect(post(editor, item, "A", { field: "colour" })).rejects.toMatchObject({
    errors: { field: "validation.choice" },
  });
  await expect(post(editor, item, "A", { parent: elsewhere.id })).rejects.toMatchObject({
    errors: { parent: "validation.unknownComment" },
  });
  await expect(post(editor, { kind: "event", slug: "nowhere" }, "A")).rejects.toMatchObject({ kind: "not_found" });
});

test("who is mentioned is told once, who follows is told of the comment, and its author of neither", async () => {
  const item = await event(reporter);
  await post(colleague, item, "I was there.");
  await post(editor, item, `Good. ${handle(reporter)}, ${handle(reporter)}: and ${handle(editor)} will read it.`);
  expect(await causes(reporter, item)).toEqual(["mentioned", "commented"]);
  expect(await causes(colleague, item)).toEqual(["commented"]);
  expect(await causes(editor, item)).toEqual([]);
  const [line] = await inboxOf(reporter, item);
  expect(line).toMatchObject({
    by: editor.name,
    follows: "author",
    readAt: null,
    said: expect.stringMatching("Good"),
  });
});

test("a handle to which nobody answers stays text, and its author alone is told so", async () => {
  const item = await event(reporter);
  await post(reporter, item, `Ask @nobody, ${handle(manager)} and ${handle(editor)}.`);
  const [own] = (await listComments(reporter, item)).items;
  expect(own).toMatchObject({ unknown: ["nobody", handle(manager).slice(1)], mentions: [{ name: editor.name }] });
  const [other] = (await listComments(editor, item)).items;
  expect(other?.unknown).toEqual([]);
});

test("managers, those who left and those who can't sign in are told nothing", async () => {
  const item = await event(reporter);
  const leaver = await makePerson("reporter");
  const author = await makeActor("reporter");
  for (const person of [leaver, author]) await post(person, item, "I follow this.");
  await disablePerson("console", leaver.email);
  await post(editor, item, [manager, leaver, author].map(handle).join(" "));
  const rows = await db.select().from(notices);
  for (const { id } of [manager, author]) expect(rows.filter(({ personId }) => personId === id)).toEqual([]);
  expect(rows.filter(({ personId, cause }) => personId === leaver.id && cause === "mentioned")).toEqual([]);
  const names = (await listDeskPeople(editor, "", 100)).map(({ name }) => name);
  expect(names).toContain(reporter.name);
  for (const { name } of [manager, leaver, author]) expect(names).not.toContain(name);
});

test("only its author edits or takes back a comment; who is mentioned only then is told then", async () => {
  const item = await event(reporter);
  const { id } = await post(reporter, item, `Ask ${handle(colleague)}.`);
  await expect(editComment(editor, id, "Mine")).rejects.toThrow("Only those who wrote it");
  await expect(takeBackComment(editor, id)).rejects.toThrow("Only those who wrote it");
  await editComment(reporter, id, `Ask ${handle(colleague)} and ${handle(editor)}.`);
  expect(await causes(colleague, item)).toEqual(["mentioned"]);
  expect(await causes(editor, item)).toEqual(["mentioned"]);
  await post(editor, item, "I have.", { parent: id });
  await takeBackComment(reporter, id);
  const { items } = await listComments(editor, item);
  expect(items.map(({ body }) => body)).toEqual([null, "I have."]);
  expect(await causes(colleague, item)).toEqual(["commented"]);
  await expect(editComment(reporter, id, "Again")).rejects.toMatchObject({ kind: "conflict" });
});

test("anybody of the desk resolves a thread; a reply opens it again", async () => {
  const { id: eventId, slug } = await makeEvent(reporter);
  const item = { kind: "event" as const, slug };
  const open = async () => (await countOpenThreads(editor, "event", [eventId])).get(eventId) ?? 0;
  const { id } = await post(reporter, item, "Which day?");
  expect(await open()).toBe(1);
  await resolveThread(colleague, id, true);
  expect((await listComments(editor, item)).items[0]).toMatchObject({ resolvedBy: colleague.name });
  expect(await open()).toBe(0);
  await post(editor, item, "The 26th.", { parent: id });
  expect((await listComments(editor, item)).items[0]).toMatchObject({ resolvedBy: null, resolvedAt: null });
  expect(await open()).toBe(1);
});

test("whoever stopped following is not made to follow again, but is told of a mention", async () => {
  const item = await event(reporter);
  expect(await findFollowing(reporter, item)).toEqual({ cause: "author" });
  expect(await setFollowing(reporter, item, false)).toEqual({ cause: null });
  await post(reporter, item, "One more thing.");
  await post(editor, item, "What thing?");
  expect(await causes(reporter, item)).toEqual([]);
  await post(editor, item, `${handle(reporter)}, what thing?`);
  expect(await causes(reporter, item)).toEqual(["mentioned"]);
  expect(await findFollowing(reporter, item)).toEqual({ cause: null });
  expect(await setFollowing(reporter, item, true)).toEqual({ cause: "chosen" });
  expect(await setFollowing(colleague, item, true)).toEqual({ cause: "chosen" });
});

test("followers are told of the steps that others take, once each", async () => {
  const item = await event(reporter);
  await transitionRecord(reporter, "event", item.slug, "submit");
  expect(await causes(reporter, item)).toEqual([]);
  await transitionRecord(editor, "event", item.slug, "request_changes", { reason: "Name the day." });
  const [line, ...others] = await inboxOf(reporter, item);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ cause: "moved", step: "request_changes", by: editor.name, follows: "author" });
  expect(line?.reason, "which changes").toBe("Name the day.");
});

test("a load of many records makes its author follow them and tells nobody of each step", async () => {
  const made = await Promise.all(Array.from({ length: 21 }, () => makeEvent(reporter)));
  const slugs = made.map(({ slug }) => slug);
  await transaction((tx) => transitionAll(tx, editor, "event", slugs, "submit"));
  for (const slug of slugs) expect(await causes(reporter, { slug })).toEqual([]);
  expect(await findFollowing(reporter, { kind: "event", slug: slugs[0] as string })).toEqual({ cause: "author" });
});

test("a proposal's author is told once what was decided, not that the record changed by it as well", async () => {
  const { slug } = await makeOrganization(reporter);
  await publishRecord("organization", slug);
  const before = (await inboxOf(reporter, { slug })).length;
  const content = { typed: { name: "Renamed", kind: "ngo" }, reason: "So it is called.", correctionNote: null };
  const proposal = await openProposal(reporter, "organization", slug, { ...content, basedOn: 4 });
  await post(colleague, { kind: "proposal", slug: proposal.slug }, "Are you sure?", { field: "name" });
  await transitionProposal(reporter, proposal.slug, "submit");
  await transitionProposal(editor, proposal.slug, "approve", { ticked: "all" });
  const lines = await inboxOf(reporter, proposal);
  expect(lines.map(({ cause, step }) => [cause, step])).toEqual([
    ["decided", "approve"],
    ["commented", null],
  ]);
  expect(lines[0]?.subject).toMatchObject({ kind: "proposal", record: "organization", title: "Renamed" });
  expect(await inboxOf(reporter, { slug })).toHaveLength(before);
});

test("whoever is given work is told and follows; whoever takes it is not told", async () => {
  const item = await makeEvent(editor);
  const subject = { kind: "event" as const, id: item.id };
  await transaction((tx) => notifyAssignee(tx, editor, subject, colleague.id));
  await transaction((tx) => notifyAssignee(tx, reporter, subject, reporter.id));
  expect(await causes(colleague, item)).toEqual(["assigned"]);
  expect(await causes(reporter, item)).toEqual([]);
  for (const person of [colleague, reporter]) {
    expect(await findFollowing(person, { kind: "event", slug: item.slug })).toEqual({ cause: "assignee" });
  }
});

test("the inbox is read page by page, by cause, and marked as read", async () => {
  const reader = await makePerson("editor");
  const item = await event(reporter);
  for (const number of [1, 2, 3, 4, 5]) await post(reporter, item, `${number} ${handle(reader)}`);
  const first = await listInbox(reader, {}, { limit: 2 });
  const second = await listInbox(reader, {}, { limit: 2, after: first.next });
  expect([...first.items, ...second.items].map(({ said }) => said?.slice(0, 1))).toEqual(["5", "4", "3", "2"]);
  expect(first.total).toBe(5);
  expect((await listInbox(reader, { cause: { any: ["moved"], without: [] } })).total).toBe(0);
  expect((await listInbox(reader, { cause: { any: [], without: ["moved"] } })).total).toBe(5);
  expect(await countCauses(reader)).toEqual({ mentioned: 5 });
  // Of more than are counted the latest are.
  expect([await countCauses(reader, 3), await countUnread(reader, 2)]).toEqual([{ mentioned: 3 }, 2]);
  const id = first.items[0]?.id as string;
  await markRead(reader, id);
  expect(await countUnread(reader)).toBe(4);
  await expect(markRead(editor, id)).rejects.toMatchObject({ kind: "not_found" });
  await markAllRead(reader, second.items[0]?.at as string);
  expect((await listInbox(reader, { show: "unread" })).items.map(({ said }) => said?.slice(0, 1))).toEqual(["4"]);
  await markAllRead(editor, new Date().toISOString());
  expect(await countUnread(reader)).toBe(1);
});

test("what is thrown away can't be discussed, and its notices are gone with it", async () => {
  const item = await event(reporter);
  const { id } = await post(editor, item, handle(reporter));
  const before = await countUnread(reporter);
  await transitionRecord(reporter, "event", item.slug, "trash");
  await expect(listComments(editor, item)).rejects.toMatchObject({ kind: "not_found" });
  await expect(post(editor, item, "Still?")).rejects.toMatchObject({ kind: "not_found" });
  await expect(editComment(editor, id, "Still?")).rejects.toMatchObject({ kind: "not_found" });
  await expect(findFollowing(editor, item)).rejects.toMatchObject({ kind: "not_found" });
  expect(await countUnread(reporter)).toBe(before - 1);
  expect(await inboxOf(reporter, item)).toEqual([]);
});

test("a manager is refused all of it, also for a record that they may read", async () => {
  const { slug } = await makeOrganization(reporter);
  await publishRecord("organization", slug);
  const item = { kind: "organization" as const, slug };
  const { id } = await writeComment(editor, commentInput.parse({ ...item, body: "Between us." }));
  const refused = "A manager may not";
  await expect(listComments(manager, item)).rejects.toThrow(refused);
  await expect(listComments(manager, { kind: "event", slug: "nowhere" })).rejects.toThrow(refused);
  await expect(writeComment(manager, commentInput.parse({ ...item, body: "Hello" }))).rejects.toThrow(refused);
  await expect(editComment(manager, id, "Hello")).rejects.toThrow(refused);
  await expect(setFollowing(manager, item, true)).rejects.toThrow(refused);
  await expect(listInbox(manager)).rejects.toThrow(refused);
  await expect(listDeskPeople(manager)).rejects.toThrow(refused);
});

test("people who write at once about the same record all have their say and follow it once", async () => {
  const item: Item = await event(reporter);
  const writers = [editor, reporter, colleague];
  const names = writers.map(handle).join(" ");
  await Promise.all(writers.flatMap((writer) => [1, 2, 3].map((number) => post(writer, item, `${number} ${names}`))));
  expect((await listComments(editor, item)).total).toBe(9);
  for (const writer of writers) expect(await causes(writer, item)).toEqual(Array(6).fill("mentioned"));
  const rows = await db.select().from(follows).where(eq(follows.personId, colleague.id));
  expect(new Set(rows.map(({ subjectId }) => subjectId)).size).toBe(rows.length);
});
