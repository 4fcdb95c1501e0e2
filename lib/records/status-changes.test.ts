import { expect, test } from "vitest";
import { type StatusDelta, statusChangesOf } from "./status-changes";

const changes: StatusDelta[] = [
  { day: "2022-11-01", status: "ordered_closed", change: 2 },
  { day: "2022-11-01", status: "reported", change: -2 },
  { day: "2022-09-12", status: "reported", change: 3 },
  { day: "2023-01-05", status: "closure_confirmed", change: 1 },
  { day: "2023-01-05", status: "reported", change: -1 },
];

test("each day on which something changed is a step with all that held from then on", () => {
  expect(statusChangesOf(changes)).toEqual([
    { day: "2022-09-12", counts: [{ status: "reported", count: 3 }] },
    {
      day: "2022-11-01",
      counts: [
        { status: "reported", count: 1 },
        { status: "ordered_closed", count: 2 },
      ],
    },
    {
      day: "2023-01-05",
      counts: [
        { status: "ordered_closed", count: 2 },
        { status: "closure_confirmed", count: 1 },
      ],
    },
  ]);
});

test("a period begins with what had come before it, and knows nothing of what came after", () => {
  expect(statusChangesOf(changes, { from: "2022-10-01", to: "2022-12-31" }).map(({ day }) => day)).toEqual([
    "2022-10-01",
    "2022-11-01",
  ]);
  expect(statusChangesOf(changes, { from: "2024-01-01" })).toHaveLength(1);
  expect(statusChangesOf(changes, { to: "2022-09-11" })).toEqual([]);
});
