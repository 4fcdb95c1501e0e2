import { expect, test } from "vitest";
import { isColumnList, readHidden, writeHidden } from "./hidden-columns";

test("what was hidden is hidden again, and nothing else that a cookie may say", () => {
  expect(readHidden(writeHidden(["operator", "changed"]))).toEqual(["operator", "changed"]);
  expect(readHidden(undefined)).toEqual([]);
  expect(readHidden("operator.<b>..42")).toEqual(["operator"]);
  expect(writeHidden(["a b", "kind", "x;y"])).toBe("kind");
});

test("columns are chosen of the lists that have some", () => {
  expect(["stations", "queue", undefined].map(isColumnList)).toEqual([true, false, false]);
});
