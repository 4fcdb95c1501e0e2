import { expect, test } from "vitest";
import { makeActor, makeEvidence, publishRecord } from "../../testing/make";
import { transitionRecord } from "../workflow/transitions";
import { listCorrections, listCorrectionsOf } from "./corrections";

test("a retraction is public, and stays when its record is gone", async () => {
  const [reporter, editor, manager] = [
    await makeActor("reporter"),
    await makeActor("editor"),
    await makeActor("manager"),
  ];
  const item = await makeEvidence(reporter);
  await publishRecord("evidence", item.slug);
  const note = "The document was forged.";
  await transitionRecord(editor, "evidence", item.slug, "retract", { reason: "Forged", note });
  const listed = await listCorrections(manager);
  expect(listed).toMatchObject({ total: 1, items: [{ kind: "retraction", note, record: null }] });
  expect((await listCorrections(reporter)).items[0]?.record).toMatchObject({ slug: item.slug, state: "retracted" });
  expect(await listCorrectionsOf(manager, "evidence", item.id)).toEqual([]);
  await transitionRecord(editor, "evidence", item.slug, "reopen", { reason: "Another copy" });
  await transitionRecord(editor, "evidence", item.slug, "trash");
  expect((await listCorrections(manager)).items).toMatchObject([{ note }]);
});

test.each(["AMBER", "RED"])("a note on an item that never left the desk stays there: %s", async (sharing) => {
  const [reporter, editor, manager] = [
    await makeActor("reporter"),
    await makeActor("editor"),
    await makeActor("manager"),
  ];
  const before = (await listCorrections(manager)).total;
  const { slug } = await makeEvidence(reporter, { sharing });
  await publishRecord("evidence", slug);
  const note = `What the ${sharing} source told us was wrong.`;
  await transitionRecord(editor, "evidence", slug, "retract", { reason: "Wrong", note });
  const listed = await listCorrections(manager);
  expect(listed.total).toBe(before);
  expect(listed.items.map((correction) => correction.note)).not.toContain(note);
  expect((await listCorrections(reporter)).items[0]).toMatchObject({ note, record: { slug } });
});
