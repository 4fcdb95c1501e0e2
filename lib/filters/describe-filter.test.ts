import { expect, test } from "vitest";
import { dashboardFilter } from "./dashboard-filter";
import { describeDashboardFilter } from "./describe-filter";

const filterOf = (query: string) => dashboardFilter.parse(new URLSearchParams(query)).value;

test("a figure of everything says so, by what its reader may see", () => {
  expect(describeDashboardFilter(filterOf(""), true, "en")).toBe(
    "Everything that the desk has on file, drafts included; all countries; any date.",
  );
  expect(describeDashboardFilter(filterOf(""), false, "en")).toBe("Published items only; all countries; any date.");
  expect(describeDashboardFilter(filterOf("records=published"), true, "en")).toMatch(/^Published items only;/);
});

test("countries, days and a box are named in the reader's language", () => {
  const filter = filterOf("country=IT&country=NL&not.country=CN&from=2022-01-01&to=2022-12-31&box=-10,35.5,30,60");
  expect(describeDashboardFilter(filter, false, "nl")).toBe(
    "Alleen gepubliceerde dossierstukken; Italië en Nederland, maar niet China; gedateerd van 1 januari 2022 tot en met 31 december 2022; binnen het deel van de kaart van 35,5° N tot 60° N en van 10° W tot 30° O (breedte, lengte).",
  );
  expect(describeDashboardFilter(filterOf("not.country=CN&from=2022-01-01"), false, "en")).toBe(
    "Published items only; all countries except China; dated 1 January 2022 or later.",
  );
});
