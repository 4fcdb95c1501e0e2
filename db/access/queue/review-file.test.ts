import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor, makeEvent, makeOrganization, publishRecord } from "../../testing/make";
import { reviseOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { transitionProposal } from "../workflow/proposal-transitions";
import { openProposal } from "../workflow/proposals";
import { transitionRecord } from "../workflow/transitions";
import { readReviewFile } from "./review-file";

let reporter: Actor;
let editor: Actor;
beforeAll(async () => {
  [reporter, editor] = [await makeActor("reporter"), await makeActor("editor")];
});

test("what nobody decided on yet is read whole; after it was sent back, beside what was sent back", async () => {
  const { slug } = await makeEvent(reporter);
  await transitionRecord(reporter, "event", slug, "submit");
  const first = await readReviewFile(editor, { kind: "event", slug });
  expect(first).toMatchObject({ kind: "event", version: 2, before: null });
  expect(first.after).toMatchObject((await findRecord(editor, "event", slug)).input);
  expect(first.checklist.map(({ key, standing }) => [key, standing])).toContainEqual(["one_person", "blocks"]);

  await transitionRecord(editor, "event", slug, "request_changes", { reason: "Name the court" });
  const { version: basedOn, input } = await findRecord(reporter, "event", slug);
  const changed = { ...input, title: "The court of Milan hears it" };
  await reviseOne(reporter, "event", { slug, basedOn, input: () => changed, reason: null });
  await transitionRecord(reporter, "event", slug, "submit");
  const second = await readReviewFile(editor, { kind: "event", slug });
  expect([second.before?.title, second.after?.title]).toEqual([input.title, changed.title]);
  expect(second.version).toBe(basedOn + 2);
});

test("a proposal is read as the record that it would make, beside the record as it stands", async () => {
  const { slug: organization } = await makeOrganization(reporter, { name: "As published" });
  await publishRecord("organization", organization);
  const { version: basedOn, input } = await findRecord(editor, "organization", organization);
  const change = { basedOn, typed: { ...input, name: "As it should be" }, reason: "Wrong", correctionNote: null };
  const { slug } = await openProposal(reporter, "organization", organization, change);
  await transitionProposal(reporter, slug, "submit");
  expect(await readReviewFile(editor, { kind: "proposal", slug })).toMatchObject({
    kind: "organization",
    version: 2,
    before: { name: "As published" },
    after: { name: "As it should be" },
  });
});

test("a manager reads nothing that waits, and what is not there is not found", async () => {
  const { slug } = await makeEvent(reporter);
  const manager = await makeActor("manager");
  await expect(readReviewFile(manager, { kind: "event", slug })).rejects.toThrow("A manager may not read drafts.");
  await expect(readReviewFile(editor, { kind: "event", slug: "nowhere" })).rejects.toMatchObject({
    kind: "not_found",
  });
});
