import { createHash, randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { commentInput } from "@/lib/records/comment";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { db } from "../../client";
import { custodyEvents } from "../../schema";
import { makeActor, makeEvidence, publishRecord } from "../../testing/make";
import { listBagItems } from "../files/bag-items";
import { findAttachment, listAttachments } from "../files/files";
import { checkHistory } from "../history/history-check";
import { attachToComment, findCommentFile, requireCommentFiling } from "./comment-files";
import { takeBackComment, writeComment } from "./comment-writes";
import { listComments } from "./comments";

const people = {} as Record<Role, Actor>;
beforeAll(async () => {
  for (const role of ROLES) people[role] = await makeActor(role);
});

const letter = (name = "letter.pdf") => ({
  digest: createHash("sha256").update(randomBytes(8)).digest("hex"),
  size: 1000,
  type: "application/pdf",
  name,
});

async function said(overrides = {}) {
  const { slug } = await makeEvidence(people.reporter, overrides);
  const subject = { kind: "evidence" as const, slug };
  const { id } = await writeComment(people.reporter, commentInput.parse({ ...subject, body: "See the letter." }));
  return { subject, id };
}

test("a file stands with its comment, once, for whoever may read that, with its custody in the history", async () => {
  const { subject, id } = await said();
  const kept = letter();
  const { id: file, isNew } = await attachToComment(people.reporter, id, kept);
  expect(isNew).toBe(true);
  expect(await attachToComment(people.reporter, id, { ...kept, name: "again.pdf" })).toEqual({
    id: file,
    isNew: false,
  });
  const { items } = await listComments(people.editor, subject);
  expect(items.map(({ files }) => files)).toEqual([[{ id: file, ...kept }]]);
  const events = await db.select().from(custodyEvents);
  expect(events.map(({ kind, by }) => [kind, by]).sort()).toEqual([
    ["ingestion", people.reporter.id],
    ["message digest calculation", people.reporter.id],
  ]);
  expect(await checkHistory()).toMatchObject({ problem: null });
});

test("role by role: the desk opens it and others do not, also of a published item; its author alone adds one", async () => {
  const { subject, id } = await said();
  await publishRecord("evidence", subject.slug);
  const { id: file } = await attachToComment(people.reporter, id, letter());
  const opened: Record<string, string> = {};
  const added: Record<string, string> = {};
  const kindOf = (asked: Promise<unknown>) =>
    asked.then(
      () => "yes",
      ({ kind }: { kind: string }) => kind,
    );
  for (const role of ROLES) {
    opened[role] = await kindOf(findCommentFile(people[role], file));
    added[role] = await kindOf(requireCommentFiling(people[role], id));
    expect(await kindOf(attachToComment(people[role], id, letter()))).toBe(added[role]);
  }
  expect(opened).toEqual({ reporter: "yes", editor: "yes", admin: "yes", manager: "forbidden" });
  expect(added).toEqual({ reporter: "yes", editor: "forbidden", admin: "forbidden", manager: "forbidden" });
  // It is no file of the record: in no list, at no other address, and in no bag.
  expect(await listAttachments(people.editor, subject)).toEqual([]);
  expect((await listBagItems(people.editor, [subject.slug])).get(subject.slug)?.files).toEqual([]);
  await expect(findAttachment(people.editor, file)).rejects.toMatchObject({ kind: "not_found" });
});

test("what was taken back shows no file, and takes none", async () => {
  const { subject, id } = await said();
  const { id: file } = await attachToComment(people.reporter, id, letter());
  await takeBackComment(people.reporter, id);
  expect((await listComments(people.editor, subject)).items[0]).toMatchObject({ body: null, files: [] });
  await expect(findCommentFile(people.reporter, file)).rejects.toMatchObject({ kind: "not_found" });
  await expect(attachToComment(people.reporter, id, letter())).rejects.toMatchObject({ kind: "not_found" });
});
