import { expect, test } from "vitest";
import { chooseVersions } from "./version-choice";

test("without a choice the last two versions are compared", () => {
  expect(chooseVersions({}, 5)).toEqual({ pair: { from: 4, to: 5 }, before: null });
  expect(chooseVersions({}, 1).pair).toBeNull();
});

test("a choice is read in either order, and what is no version is no choice", () => {
  expect(chooseVersions({ from: "7", to: "3" }, 9).pair).toEqual({ from: 3, to: 7 });
  expect(chooseVersions(new URLSearchParams("from=x&to=-1&before=51"), 60)).toEqual({
    pair: { from: 59, to: 60 },
    before: 51,
  });
  expect(chooseVersions({ from: "3", to: "3" }, 9).pair).toBeNull();
});
