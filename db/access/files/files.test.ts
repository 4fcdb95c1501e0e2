import { createHash, randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { runAsSuperuser } from "../../testing/databases";
import { makeActor, makeEvidence, makeResponse } from "../../testing/make";
import { eraseContent } from "../history/erasures";
import { checkHistory } from "../history/history-check";
import { openMerge } from "../merges/merge-proposals";
import { findRecord } from "../records/record-snapshot";
import { transitionProposal } from "../workflow/proposal-transitions";
import { attachFile, findAttachment, listAttachments, listCustody, requireFiling, withdrawAttachment } from "./files";

let reporter: Actor;
let editor: Actor;
let manager: Actor;
beforeAll(async () => {
  [reporter, editor, manager] = [await makeActor("reporter"), await makeActor("editor"), await makeActor("manager")];
});

const bytes = () => ({
  digest: createHash("sha256").update(randomBytes(8)).digest("hex"),
  size: 12_345,
  type: "application/pdf",
  name: "letter.pdf",
});
const evidence = async (): Promise<FiledSubject> => ({ kind: "evidence", slug: (await makeEvidence(reporter)).slug });

test("a file stands with its record, once, with what happened to it", async () => {
  const subject = await evidence();
  const file = bytes();
  const { id } = await attachFile(reporter, subject, file);
  expect(await attachFile(editor, subject, { ...file, name: "again.pdf" })).toEqual({ id, isNew: false });
  expect(await listAttachments(editor, subject)).toMatchObject([{ id, ...file, by: reporter.name }]);
  expect(await listCustody(editor, id)).toMatchObject([
    {
      kind: "message digest calculation",
      by: reporter.name,
      detail: { algorithm: "SHA-256", digest: file.digest },
    },
    { kind: "ingestion", by: reporter.name, detail: { name: "letter.pdf", record: `evidence ${subject.slug}` } },
  ]);
  expect(await checkHistory()).toMatchObject({ problem: null });
});

test("the same bytes with two records are one file with one custody", async () => {
  const [one, other] = [await evidence(), { kind: "response" as const, slug: (await makeResponse(reporter)).slug }];
  const file = bytes();
  const first = await attachFile(reporter, one, file);
  const second = await attachFile(reporter, other, file);
  expect(second.isNew).toBe(true);
  const [a, b] = [await findAttachment(editor, first.id), await findAttachment(editor, second.id)];
  expect(a.fileId).toBe(b.fileId);
  const kinds = (await listCustody(editor, second.id)).map(({ kind }) => kind).sort();
  expect(kinds).toEqual(["ingestion", "ingestion", "message digest calculation"]);
});

test("withdrawn it is hidden with a reason, and may stand there again", async () => {
  const subject = await evidence();
  const file = bytes();
  const { id } = await attachFile(reporter, subject, file);
  await expect(withdrawAttachment(reporter, id, " ")).rejects.toMatchObject({
    errors: { reason: "validation.reasonRequired" },
  });
  await withdrawAttachment(reporter, id, "Of another case");
  expect(await listAttachments(editor, subject)).toEqual([]);
  await expect(findAttachment(editor, id)).rejects.toMatchObject({ kind: "not_found" });
  await expect(withdrawAttachment(editor, id, "Again")).rejects.toMatchObject({ kind: "not_found" });
  expect(await attachFile(editor, subject, file)).toEqual({ id, isNew: true });
  expect((await listCustody(editor, id)).map(({ kind }) => kind)).toContain("withdrawal");
  expect(await checkHistory()).toMatchObject({ problem: null });
});

test("who reads published records alone meets no file, and hands none in", async () => {
  const subject = await evidence();
  const { id } = await attachFile(reporter, subject, bytes());
  for (const ask of [
    () => listAttachments(manager, subject),
    () => findAttachment(manager, id),
    () => listCustody(manager, id),
  ]) {
    await expect(ask()).rejects.toMatchObject({ kind: "not_found" });
  }
  for (const ask of [
    () => attachFile(manager, subject, bytes()),
    () => requireFiling(manager, subject),
    () => withdrawAttachment(manager, id, "x"),
  ]) {
    await expect(ask()).rejects.toMatchObject({ kind: "forbidden" });
  }
  await expect(attachFile(reporter, { kind: "evidence", slug: "nowhere" }, bytes())).rejects.toMatchObject({
    kind: "not_found",
  });
});

test("a record that becomes another one keeps its files there, where alone they are erased", async () => {
  const [kept, other] = [await evidence(), await evidence()];
  const { id } = await attachFile(reporter, other, bytes());
  const admin = await makeActor("admin");
  const [survivor, absorbed] = [kept, other].map(({ slug }) => findRecord(reporter, "evidence", slug));
  const asked = { basedOn: (await survivor)?.version ?? 0, absorbedVersion: (await absorbed)?.version ?? 0 };
  const proposal = await openMerge(reporter, "evidence", kept.slug, {
    absorbed: other.slug,
    ...asked,
    reason: "The same",
  });
  await transitionProposal(reporter, proposal.slug, "submit");
  await transitionProposal(editor, proposal.slug, "approve", { ticked: "all" });
  expect((await listAttachments(editor, kept)).map((file) => file.id)).toEqual([id]);
  expect((await findAttachment(editor, id)).name).toBe("letter.pdf");
  const removed: string[] = [];
  const erase = (slug: string) =>
    eraseContent(
      admin,
      "evidence",
      { slug, scope: "record", reason: "x" },
      { remove: async (d) => void removed.push(d) },
    );
  await expect(erase(other.slug)).rejects.toThrow(kept.slug);
  const { digest } = await findAttachment(editor, id);
  await erase(kept.slug);
  expect(removed).toEqual([digest]);
  await expect(findAttachment(editor, id)).rejects.toMatchObject({ kind: "not_found" });
});

test("a digest that was changed behind the program's back is named", async () => {
  const subject = await evidence();
  const { id } = await attachFile(reporter, subject, bytes());
  const { fileId } = await findAttachment(editor, id);
  const other = bytes().digest;
  await runAsSuperuser(
    process.env.SUPERUSER_DATABASE_URL as string,
    `set session_replication_role = replica; update files set digest = '${other}' where id = '${fileId}'`,
  );
  expect((await checkHistory()).problem).not.toBeNull();
});
