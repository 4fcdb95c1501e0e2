import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { listCorrections } from "../access/history/corrections";
import { checkHistory } from "../access/history/history-check";
import { findSurvivor } from "../access/merges/redirects";
import { listQueue } from "../access/queue/queue";
import { listReplies } from "../access/replies/reply-list";
import { makeActor } from "../testing/make";
import { loadPractice } from "./load-practice";

let editor: Actor;
let manager: Actor;
let reporter: Actor;
beforeAll(async () => {
  [reporter, editor, manager] = [await makeActor("reporter"), await makeActor("editor"), await makeActor("manager")];
  const people = { author: reporter.email, approver: editor.email };
  expect(await loadPractice(people, () => undefined)).toMatch(/40 sources, 15 stations.*made up$/);
  expect(await loadPractice(people, () => undefined)).toBe("already there");
});

test("there is a request of every kind to practise on", async () => {
  const { items } = await listReplies(reporter, {});
  expect(Object.fromEntries(items.map(({ slug, status }) => [slug, status]))).toEqual({
    "ask-embassy-nl": "overdue",
    "ask-embassy-ca": "answered",
    "ask-embassy-fr": "declined",
    "ask-foreign-office": "sent",
    "ask-ministry-es": "draft",
  });
});

test("there are a correction, a retraction and a merge", async () => {
  const { items } = await listCorrections(editor, {});
  expect(items.map(({ kind, record }) => [kind, record?.slug]).sort()).toEqual([
    ["correction", "evt-07"],
    ["retraction", "clm-ie-02"],
  ]);
  expect(await findSurvivor(manager, "organization", "foghorn-daily")).toBe("the-foghorn");
});

test("records and proposals wait for an editor", async () => {
  const { items } = await listQueue(editor, {});
  expect(items.map(({ kind, slug }) => `${kind} ${slug}`)).toEqual(
    expect.arrayContaining(["evidence src-review-article", "claim clm-review-video", "evidence src-draft-video"]),
  );
  expect(items.filter(({ kind }) => kind === "proposal")).toHaveLength(3);
});

test("its history verifies", async () => {
  expect(await checkHistory()).toMatchObject({ problem: null });
});
