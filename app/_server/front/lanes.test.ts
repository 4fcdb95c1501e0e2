import { expect, test } from "vitest";
import { isLong, laneOf } from "./lanes";

test("a list that is taken along is an export, and has the time that it takes", () => {
  const path = "/api/v1/lists/evidence";
  expect([laneOf("GET", path), isLong("export", path)]).toEqual(["export", true]);
  expect([laneOf("GET", "/api/v1/figures/claimed"), isLong("export", "/api/v1/figures/claimed")]).toEqual([
    "export",
    false,
  ]);
  expect([laneOf("GET", "/api/v1/evidence"), isLong("read", "/api/v1/evidence")]).toEqual(["read", false]);
});

test("reading, writing, files and what is free wait apart", () => {
  const asked = [
    ["GET", "/stations"],
    ["POST", "/stations/new"],
    ["PATCH", "/api/v1/uploads/abc"],
    ["GET", "/api/v1/files/abc"],
    ["GET", "/api/v1/comments/files/abc"],
    ["GET", "/api/v1/stream"],
    ["POST", "/sign-out"],
  ] as const;
  expect(asked.map(([method, path]) => laneOf(method, path))).toEqual([
    "read",
    "write",
    "upload",
    "upload",
    "upload",
    "stream",
    "free",
  ]);
});
