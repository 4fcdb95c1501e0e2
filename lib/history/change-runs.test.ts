import { expect, test } from "vitest";
import { groupIntoRuns } from "./change-runs";

const change = (action: string, author: string | null, kind: string) => ({ action, author, kind });

test("neighbours alike in step, hand and kind are one run; anything in between begins another", () => {
  const runs = groupIntoRuns([
    change("station.publish", "Esra", "station"),
    change("station.publish", "Esra", "station"),
    change("station.approve", "Esra", "station"),
    change("station.publish", "Esra", "station"),
    change("station.publish", "Robin", "station"),
  ]);
  expect(runs.map(({ rest }) => rest.length)).toEqual([1, 0, 0, 0]);
});

test("without changes there are no runs", () => {
  expect(groupIntoRuns([])).toEqual([]);
});
