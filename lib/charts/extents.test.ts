import fc from "fast-check";
import { expect, test } from "vitest";
import { dashboardFilter } from "../filters/dashboard-filter";
import { dividedGovernments, layoutGovernments } from "./answers";
import { layoutWeeks } from "./weeks";

const count = fc.nat({ max: 2000 });

test("no bar of a government, and no part of it, has a length below zero or beyond the longest", () => {
  const government = fc
    .record({ denied: count, noComment: count, acted: count, other: count })
    .map(({ other, ...own }) => ({ ...own, responses: own.denied + own.noComment + own.acted + other }));
  fc.assert(
    fc.property(fc.array(government, { maxLength: 15 }), (drawn) => {
      const codes = ["NL", "IT", "ES", "FR", "DE"];
      const governments = drawn.map((own, index) => ({
        country: codes[index % codes.length] ?? "NL",
        government: own,
      }));
      for (const bar of layoutGovernments(dividedGovernments(governments), dashboardFilter.absent, "en").bars) {
        expect(bar.length >= 0 && bar.length <= 1).toBe(true);
        for (const { from, to } of bar.parts) expect(from >= 0 && to >= from && to <= 1).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test("no bar of a week has a height below zero or beyond the highest", () => {
  const week = fc.record({ submitted: count, decided: count, published: count });
  fc.assert(
    fc.property(fc.array(week, { minLength: 1, maxLength: 12 }), (drawn) => {
      const weeks = drawn.map((own, index) => ({ week: `2026-0${1 + (index % 9)}-05`, ...own }));
      for (const { bars } of layoutWeeks({ weeks }, "nl").activities)
        for (const { height } of bars) expect(height >= 0 && height <= 1).toBe(true);
    }),
    { numRuns: 50 },
  );
});
