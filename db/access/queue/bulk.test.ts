import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { readBulkChange } from "@/lib/workflow/bulk";
import { makeActor, makeEvent, makeEvidence, publishRecord } from "../../testing/make";
import { findRecord } from "../records/record-snapshot";
import { listRevisions } from "../revisions";
import { findProposal } from "../workflow/proposal-file";
import { transitionRecord } from "../workflow/transitions";
import { planWork } from "./assignments";
import { previewBulk, runBulk } from "./bulk";
import { listQueue } from "./queue";

let editor: Actor;
let reporter: Actor;
beforeAll(async () => {
  [editor, reporter] = [await makeActor("editor"), await makeActor("reporter")];
});

const change = (deed: string, value?: string) => {
  const read = readBulkChange(deed, value);
  if (!read) throw new Error(`${deed} ${value}`);
  return read;
};
const at = (kind: "event" | "evidence", { slug }: { slug: string }, basedOn = 1) => ({ kind, slug, basedOn });
const sentences = (results: Awaited<ReturnType<typeof runBulk>>) =>
  results.map(({ failure }) => failure?.message ?? "done");

test("each record is changed for itself: what one refuses keeps no other from being changed", async () => {
  const [first, stale, sent] = [await makeEvent(reporter), await makeEvent(reporter), await makeEvent(reporter)];
  await transitionRecord(reporter, "event", sent.slug, "submit");
  const results = await runBulk(
    reporter,
    [at("event", first), at("event", stale, 7), at("event", sent, 2), { kind: "event", slug: "nowhere", basedOn: 1 }],
    change("submit"),
    "Ready together",
  );
  expect(sentences(results)).toEqual([
    "done",
    "This was changed since you read it: read it again before you decide.",
    "This item is “In review”: the step “Submit for review” does not start from there.",
    "There is no such item, or it is not yours to see.",
  ]);
  const [latest] = await listRevisions(reporter, "event", first.id);
  expect(latest).toMatchObject({ action: "event.submit", reason: "Ready together", author: reporter.name });
  expect((await findRecord(reporter, "event", stale.slug)).state).toBe("draft");
});

test("a field is set with a revision each; other kinds and items with that value are left, and the preview shows that", async () => {
  const photo = await makeEvidence(reporter, { kind: "photo" });
  const article = await makeEvidence(reporter, { kind: "article" });
  const event = await makeEvent(reporter);
  const named = [
    { kind: "evidence" as const, slug: photo.slug },
    { kind: "evidence" as const, slug: article.slug },
    { kind: "event" as const, slug: event.slug },
  ];
  const wanted = change("evidence.kind", "photo");
  const { rows, total } = await previewBulk(reporter, { named }, wanted);
  expect(total).toBe(3);
  expect(Object.fromEntries(rows.map(({ item, now, why }) => [item.slug, [now, why]]))).toEqual({
    [photo.slug]: ["photo", "same"],
    [article.slug]: ["article", null],
    [event.slug]: [null, "otherKind"],
  });
  await runBulk(reporter, [at("evidence", article)], wanted, "It is a picture");
  const after = await findRecord(reporter, "evidence", article.slug);
  expect(after).toMatchObject({ version: 2, input: { ...article.input, kind: "photo" } });
  const [latest] = await listRevisions(reporter, "evidence", article.id);
  expect(latest).toMatchObject({ changed: ["kind"], reason: "It is a picture" });
});

test("of a published record a field is proposed, and what waits for nobody is neither assigned nor thrown away", async () => {
  const item = await makeEvidence(reporter, { kind: "article" });
  await publishRecord("evidence", item.slug);
  const draft = await makeEvidence(reporter, { kind: "article" });
  const named = [item, draft].map(({ slug }) => ({ kind: "evidence" as const, slug }));
  const wanted = change("evidence.kind", "photo");
  const { rows, total } = await previewBulk(reporter, { named }, wanted);
  expect(total).toBe(2);
  expect(rows.map(({ item: { slug }, now, why, isProposed }) => [slug, now, why, isProposed])).toEqual([
    [draft.slug, "article", null, false],
    [item.slug, "article", null, true],
  ]);
  const versions = new Map(rows.map((row) => [row.item.slug, row.item.version]));
  const at = [item, draft].map(({ slug }) => ({ kind: "evidence" as const, slug, basedOn: versions.get(slug) ?? 0 }));
  const results = await runBulk(reporter, at, wanted, "It is a picture");
  expect(results.map(({ failure, proposal }) => [failure, proposal])).toEqual([
    [null, `evidence-${item.slug}-1`],
    [null, null],
  ]);
  expect((await findRecord(reporter, "evidence", item.slug)).input.kind).toBe("article");
  const { proposal } = await findProposal(editor, `evidence-${item.slug}-1`);
  expect(proposal).toMatchObject({ state: "draft", reason: "It is a picture", typed: { kind: "photo" } });
  for (const [deed, value] of [["assign", ""], ["tag", "court"], ["trash"], ["submit"]] as const) {
    const [, published] = (await previewBulk(reporter, { named }, change(deed, value))).rows;
    expect(published?.why).toBe("notWaiting");
  }
});

test("tags are added to those that are there; a reporter takes only what nobody has", async () => {
  const [free, taken] = [await makeEvent(reporter), await makeEvent(reporter)];
  await planWork(editor, at("event", taken), { assignee: editor.id, tags: ["court"] });
  const both = [at("event", free), at("event", taken)];
  await runBulk(reporter, both, change("tag", "Milan, court"), null);
  const results = await runBulk(reporter, both, change("assign", reporter.id), null);
  expect(sentences(results)).toEqual(["done", `This is assigned to ${editor.name} already.`]);
  const { items } = await listQueue(reporter, { named: both });
  expect(items.map(({ tags, assignee }) => [tags, assignee?.name])).toEqual([
    [["court", "milan"], reporter.name],
    [["court", "milan"], editor.name],
  ]);
  const { rows } = await previewBulk(reporter, { named: both }, change("assign", ""));
  expect(rows.map(({ why }) => why)).toEqual([null, "notYours"]);
  expect((await previewBulk(editor, { named: both }, change("assign", ""))).rows.map(({ why }) => why)).toEqual([
    null,
    null,
  ]);
});

test("drafts go to the trash together; what is in review does not", async () => {
  const [draft, sent] = [await makeEvent(reporter), await makeEvent(reporter)];
  await transitionRecord(reporter, "event", sent.slug, "submit");
  const named = [at("event", draft), at("event", sent)];
  const { rows } = await previewBulk(reporter, { named }, change("trash"));
  expect(rows.map(({ why }) => why)).toEqual([null, "wrongState"]);
  expect(sentences(await runBulk(reporter, [at("event", draft)], change("trash"), "Twins"))).toEqual(["done"]);
  expect((await listQueue(reporter, { named })).items.map(({ slug }) => slug)).toEqual([sent.slug]);
});

test("a manager changes nothing, and what can't be read is no change", async () => {
  const manager = await makeActor("manager");
  await expect(runBulk(manager, [], change("submit"), null)).rejects.toThrow("A manager may not take on work.");
  for (const [deed, value] of [
    ["explode", "x"],
    ["assign", "me"],
    ["tag", "<b>"],
    ["evidence.kind", "novel"],
    ["evidence.language", "Dutch!"],
    ["tag", undefined],
  ]) {
    expect(readBulkChange(deed, value)).toBeNull();
  }
});
