import { beforeAll, expect, test } from "vitest";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { readingMarks } from "../../schema";
import { makeActor, makeEvidence, publishRecord, unpublish } from "../../testing/make";
import { recordVisit } from "../accounts/visits";
import { reviseOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { listEvidence } from "./evidence";
import { countEvidenceFacets } from "./evidence-facets";
import { findEvidence } from "./evidence-file";
import { countUnreadEvidence, findReading, markItem, markListRead, recordReading } from "./unread";

let reporter: Actor;
let colleague: Actor;
let editor: Actor;
let manager: Actor;

beforeAll(async () => {
  [reporter, colleague, editor, manager] = [
    await makeActor("reporter"),
    await makeActor("reporter"),
    await makeActor("editor"),
    await makeActor("manager"),
  ];
  await makeEvidence(reporter, { slug: "src-before" });
});

const count = async (actor: Actor) => (await countUnreadEvidence(actor)).count;
const unreadOf = async (actor: Actor, query = "unread=yes") => {
  const { items, total } = await listEvidence(actor, evidenceFilter.parse(new URLSearchParams(query)).value);
  expect(items.length).toBe(total);
  return Object.fromEntries(items.map(({ slug, unread }) => [slug, unread]));
};
/** What opening its page notes. */
async function open(actor: Actor, slug: string) {
  const { id, version } = await findEvidence(actor, slug);
  await recordReading(actor, id, version);
}
async function change(actor: Actor, slug: string, title: string) {
  const { input, version } = await findRecord(actor, "evidence", slug);
  await reviseOne(actor, "evidence", { slug, basedOn: version, input: { ...input, title } });
}

test("what came after the first visit is new to each but its writer, until they open it, and again when it is changed", async () => {
  expect(await count(colleague)).toBe(0);
  for (const actor of [reporter, colleague, editor, manager]) await recordVisit(actor);
  expect(await count(colleague)).toBe(0);
  await makeEvidence(reporter, { slug: "src-new" });
  expect([await count(reporter), await count(colleague), await count(editor), await count(manager)]).toEqual([
    0, 1, 1, 0,
  ]);
  expect(await unreadOf(colleague)).toEqual({ "src-new": "new" });
  await open(colleague, "src-new");
  expect([await count(colleague), await count(editor)]).toEqual([0, 1]);
  // A version that another has followed was not what they read.
  const { id, version } = await findEvidence(colleague, "src-new");
  await change(reporter, "src-new", "Otherwise");
  await recordReading(colleague, id, version);
  expect(await unreadOf(colleague)).toEqual({ "src-new": "changed" });
  expect(await findReading(colleague, "src-new")).toMatchObject({ unread: "changed", version });
  await open(colleague, "src-new");
  // A step of the workflow changes nothing that they read, and brings it to whoever reads no drafts.
  await publishRecord("evidence", "src-new");
  expect([await count(colleague), await unreadOf(manager)]).toEqual([0, { "src-new": "new" }]);
  await open(manager, "src-new");
  expect(await count(manager)).toBe(0);
});

test("the desk is told who of it has read an item, and nobody else is, nor of anybody else", async () => {
  await markItem(editor, "src-new", true);
  const readers = async (actor: Actor) => (await findReading(actor, "src-new")).readers;
  // A manager opened it, and an editor said that they had read it, which is no reading.
  expect(await readers(editor)).toEqual([{ name: colleague.name, isPresent: true }]);
  expect([await readers(manager), await readers(colleague)]).toEqual([null, []]);
  await change(reporter, "src-before", "Otherwise");
  await open(colleague, "src-before");
  await change(reporter, "src-before", "Otherwise again");
  expect((await findReading(reporter, "src-before")).readers).toEqual([{ name: colleague.name, isPresent: false }]);
  await markItem(colleague, "src-before", false);
  expect((await findReading(reporter, "src-before")).readers).toEqual([]);
  await expect(findReading(manager, "src-before")).rejects.toMatchObject({ kind: "not_found" });
  await expect(markItem(manager, "src-before", true)).rejects.toMatchObject({ kind: "not_found" });
  const before = await findEvidence(editor, "src-before");
  await recordReading(manager, before.id, before.version);
  const marks = await db.select().from(readingMarks);
  expect(marks.filter(({ personId }) => personId === manager.id)).toHaveLength(1);
});

test("what is put back is unread, of a view all is read at once, and of everything it begins anew", async () => {
  await markItem(editor, "src-new", false);
  await makeEvidence(reporter, { slug: "src-zh", language: "zh-Hans" });
  expect(await unreadOf(editor)).toEqual({ "src-before": "new", "src-new": "new", "src-zh": "new" });
  await markListRead(editor, evidenceFilter.parse(new URLSearchParams("language=zh-Hans")).value);
  expect(await unreadOf(editor)).toEqual({ "src-before": "new", "src-new": "new" });
  expect((await findReading(colleague, "src-zh")).readers).toEqual([]);
  const facets = await countEvidenceFacets(editor, { unread: true });
  expect(facets.state.reduce((sum, { count: own }) => sum + own, 0)).toBe(2);
  await markListRead(editor, evidenceFilter.absent);
  expect(await count(editor)).toBe(0);
  await change(reporter, "src-zh", "Otherwise");
  expect(await unreadOf(editor)).toEqual({ "src-zh": "changed" });
  await unpublish("evidence", "src-new");
  expect(await count(manager)).toBe(0);
});
