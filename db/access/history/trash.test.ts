import { expect, test } from "vitest";
import { makeActor, makeEvent, makeStation, makeStatusReport } from "../../testing/make";
import { listQueue } from "../queue/queue";
import { transitionRecord } from "../workflow/transitions";
import { listTrash } from "./trash";

test("what is thrown away leaves the queue, says by whom, when and why, and comes back as a draft", async () => {
  const [reporter, editor] = [await makeActor("reporter"), await makeActor("editor")];
  const event = await makeEvent(reporter, { title: "Typed twice" });
  const kind = { any: ["event" as const], without: [] };
  expect((await listQueue(reporter, { kind })).total).toBe(1);
  await transitionRecord(editor, "event", event.slug, "trash", { reason: "A twin" });
  expect((await listQueue(reporter, { kind })).total).toBe(0);
  const { items, total } = await listTrash(reporter);
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({
    kind: "event",
    slug: event.slug,
    title: "Typed twice",
    state: "trashed",
    thrownBy: editor.name,
    why: "A twin",
  });
  await transitionRecord(reporter, "event", event.slug, "restore");
  expect((await listTrash(reporter)).items).toEqual([]);
  expect((await listQueue(reporter, { kind })).items[0]).toMatchObject({ state: "draft" });
});

test("the trash comes in pages, the latest first, whatever the kind", async () => {
  const reporter = await makeActor("reporter");
  const station = await makeStation(reporter, { name: "Nowhere" });
  const report = await makeStatusReport(reporter, { station: station.slug });
  const thrown: string[] = [];
  for (const [kind, slug] of [
    ["event", (await makeEvent(reporter)).slug],
    ["status_report", report.slug],
    ["event", (await makeEvent(reporter)).slug],
  ] as const) {
    await transitionRecord(reporter, kind, slug, "trash");
    thrown.unshift(slug);
  }
  const first = await listTrash(reporter, {}, 2);
  const second = await listTrash(reporter, { after: first.next ?? undefined }, 2);
  expect([...first.items, ...second.items].map(({ slug }) => slug)).toEqual(thrown);
  expect(first.items[1]).toMatchObject({ title: "Nowhere", on: station.slug });
  expect([first.total, second.next]).toEqual([3, null]);
  // What came back and was thrown away once more is there once, by its last way in.
  await transitionRecord(reporter, "event", thrown[2] as string, "restore");
  expect((await listTrash(reporter)).total).toBe(2);
  await transitionRecord(reporter, "event", thrown[2] as string, "trash", { reason: "Once more" });
  const { items, total } = await listTrash(reporter);
  expect(items.map(({ slug }) => slug)).toEqual([thrown[2], thrown[0], thrown[1]]);
  expect([total, items[0]?.why]).toEqual([3, "Once more"]);
});

test("a manager does not see the trash", async () => {
  await expect(listTrash(await makeActor("manager"))).rejects.toThrow("A manager may not move an item to the trash.");
});
