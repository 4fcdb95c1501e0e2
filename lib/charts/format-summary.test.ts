import { expect, test } from "vitest";
import { dashboardFilter } from "../filters/dashboard-filter";
import { describeKeyFigureContext } from "./format-summary";
import { keyFigures } from "./key-figure";

const numbers = {
  stations: { total: 4, published: 4, countries: 1 },
  evidence: { total: 9 },
  responses: { total: 2, denied: 0, acted: 1 },
  replies: { asked: 0, answered: 0, medianDays: null },
};
const asides = (query: string, locale: "en" | "nl") =>
  Object.fromEntries(
    keyFigures(numbers, null, dashboardFilter.parse(new URLSearchParams(query)).value, false).map((figure) => [
      figure.name,
      describeKeyFigureContext(figure, numbers, locale),
    ]),
  );

test("no denial beside stations that are denied: the figure says whose denials it counts", () => {
  expect(asides("country=IT", "en")).toMatchObject({
    denied: "by authorities of Italy itself",
    responses: "by authorities of Italy itself",
    acted: "by authorities of Italy itself",
    asked: "sent to authorities of Italy itself",
  });
  expect(asides("country=IT&country=NL", "nl").denied).toBe("van autoriteiten van Italië en Nederland zelf");
  expect(asides("", "en")).toMatchObject({ denied: null, asked: null });
});
