import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { planInput } from "@/lib/workflow/assignment";
import { makeActor, makeEvent } from "../../testing/make";
import { disablePerson } from "../accounts/people";
import { listAssignees, listTags, planWork } from "./assignments";

let editor: Actor;
let reporter: Actor;
let colleague: Actor;

beforeAll(async () => {
  editor = await makeActor("editor");
  [reporter, colleague] = [await makeActor("reporter"), await makeActor("reporter")];
});

const item = async () => ({ kind: "event" as const, slug: (await makeEvent(reporter)).slug });

test("an editor gives work to anybody of the desk, with a priority, a day and tags", async () => {
  const event = await item();
  const planned = await planWork(editor, event, {
    assignee: reporter.id,
    priority: "high",
    dueOn: "2026-12-01",
    tags: ["court", "nl desk"],
  });
  expect(planned).toEqual({
    assigneeId: reporter.id,
    priority: "high",
    dueOn: "2026-12-01",
    tags: ["court", "nl desk"],
  });
  expect(await planWork(editor, event, { priority: "urgent" })).toEqual({ ...planned, priority: "urgent" });
  expect(await listTags(editor)).toEqual(["court", "nl desk"]);
});

test("a reporter takes what nobody has and gives back their own, and no more", async () => {
  const event = await item();
  expect(await planWork(reporter, event, { assignee: reporter.id })).toMatchObject({ assigneeId: reporter.id });
  await expect(planWork(colleague, event, { assignee: colleague.id })).rejects.toThrow(
    `This is assigned to ${reporter.name} already.`,
  );
  await expect(planWork(colleague, event, { assignee: null })).rejects.toThrow(
    "A reporter may not plan the work of others.",
  );
  for (const plan of [{ assignee: colleague.id }, { priority: "high" as const }, { dueOn: "2026-12-01" }]) {
    await expect(planWork(reporter, event, plan)).rejects.toThrow("A reporter may not plan the work of others.");
  }
  expect(await planWork(reporter, event, { assignee: null })).toMatchObject({ assigneeId: null });
  expect(await planWork(colleague, event, { assignee: colleague.id })).toMatchObject({ assigneeId: colleague.id });
});

test("two who take the same item at once: one has it, the other learns who", async () => {
  const event = await item();
  const both = await Promise.allSettled(
    [reporter, colleague].map((person) => planWork(person, event, { assignee: person.id })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a manager, a disabled account and nobody at all get no work", async () => {
  const event = await item();
  const leaver = await makeActor("reporter");
  await disablePerson("console", leaver.email);
  for (const person of [await makeActor("manager"), leaver]) {
    await expect(planWork(editor, event, { assignee: person.id })).rejects.toMatchObject({
      errors: { assignee: "validation.notOfTheDesk" },
    });
  }
  const nobody = "00000000-0000-4000-8000-000000000000";
  await expect(planWork(editor, event, { assignee: nobody })).rejects.toMatchObject({
    errors: { assignee: "validation.person" },
  });
  const ids = (await listAssignees(editor)).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([editor.id, reporter.id]));
  expect(ids).not.toContain(leaver.id);
});

test("what is not there, or is in the trash, can't be planned", async () => {
  await expect(planWork(editor, { kind: "event", slug: "nowhere" }, {})).rejects.toMatchObject({ kind: "not_found" });
});

test("tags are read from a line as typed, and a name that is none is refused", () => {
  const read = (tags: unknown) => planInput.safeParse({ kind: "event", slug: "one", tags });
  expect(read(" Court, nl desk ;court\n").data?.tags).toEqual(["court", "nl desk"]);
  expect(read(["a,b"]).data?.tags).toEqual(["a", "b"]);
  expect(read("<b>").success).toBe(false);
  expect(planInput.parse({ kind: "event", slug: "one" })).toEqual({ kind: "event", slug: "one" });
});
