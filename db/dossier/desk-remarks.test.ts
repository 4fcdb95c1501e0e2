import { expect, test } from "vitest";
import { notesOf } from "./desk-remarks";

test("what the dossier says of its own making is for the desk, and a grade is taken off what everybody reads", () => {
  expect(notesOf("Third-hand. Leave unpublished until checked.")).toEqual({
    note: "Third-hand.",
    internalNote: "Leave unpublished until checked.",
  });
  expect(notesOf("Low: only one partisan page names it.", ["Listed as asserted by “police”.", null])).toEqual({
    note: "Only one partisan page names it.",
    internalNote: "Low: only one partisan page names it. Listed as asserted by “police”.",
  });
  expect(notesOf("Combined from two pages (film; office): medium. Said to date from 2022.")).toEqual({
    note: "Combined from two pages (film; office). Said to date from 2022.",
    internalNote: "Combined from two pages (film; office): medium.",
  });
  expect(notesOf("Low numbers were given; the minister denies.")).toEqual({
    note: "Low numbers were given; the minister denies.",
    internalNote: null,
  });
  expect(notesOf(null)).toEqual({ note: null, internalNote: null });
});
