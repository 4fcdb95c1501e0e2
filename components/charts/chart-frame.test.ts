import { expect, test } from "vitest";
import { inLines } from "./chart-frame";

test("a name that has no room on one line stands on two, broken between words and after hyphens", () => {
  expect(inLines("Italië", 62, 12)).toEqual(["Italië"]);
  expect(inLines("Verenigd Koninkrijk", 62, 12)).toEqual(["Verenigd", "Koninkrijk"]);
  expect(inLines("Nieuw-Zeeland", 62, 12)).toEqual(["Nieuw-", "Zeeland"]);
  expect(inLines("Democratische Republiek Congo", 62, 12).length).toBe(2);
});

test("what has no room on two lines either is cut, and says so", () => {
  expect(inLines("Papoea-Nieuw-Guinea en nog veel meer eilanden", 62, 12)[1]).toMatch(/…$/);
});
