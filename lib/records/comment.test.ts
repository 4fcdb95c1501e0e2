import { expect, test } from "vitest";
import { commentInput } from "./comment";
import { threadsOf } from "./comment-threads";

const read = (more: Record<string, unknown>) => commentInput.safeParse({ kind: "claim", slug: "clm-1", ...more });

test("a comment keeps its line breaks and nothing around them", () => {
  expect(read({ body: "  One\r\n\r\ntwo \n" }).data).toEqual({
    kind: "claim",
    slug: "clm-1",
    body: "One\n\ntwo",
    field: null,
    parent: null,
  });
});

test.each([
  ["nothing", ""],
  ["blanks", " \n "],
  ["too much", "a".repeat(4001)],
  ["a NUL", "a\0b"],
  ["half a character", "a\ud800"],
  ["a number", 5],
])("%s is no comment", (_what, body) => {
  expect(read({ body }).success).toBe(false);
});

test("what a form leaves empty is the whole record, and no reply", () => {
  expect(read({ body: "a", field: "", parent: "" }).data).toMatchObject({ field: null, parent: null });
  expect(read({ body: "a", parent: "1" }).success).toBe(false);
});

test("replies stand under what they reply to", () => {
  const comments = ["a", "b>a", "c", "d>a"].map((name) => {
    const [id = "", parentId = null] = name.split(">");
    return { id, parentId };
  });
  expect(threadsOf(comments).map(({ first, replies }) => [first.id, ...replies.map(({ id }) => id)])).toEqual([
    ["a", "b", "d"],
    ["c"],
  ]);
});
