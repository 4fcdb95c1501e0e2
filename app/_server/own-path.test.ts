import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test("after signing in one goes on to the page that was asked for", () => {
  expect(ownPath("/stations/nl-amsterdam?tab=claims&tab=x")).toBe("/stations/nl-amsterdam?tab=claims&tab=x");
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "/\tevil",
  "https://evil.example/",
  "javascript:alert(1)",
  "stations",
  "/sign-in?from=/",
  "/api/auth/signout",
  ["/a"],
  undefined,
])("%j leads to the overview, not elsewhere", (value) => {
  expect(ownPath(value)).toBe("/");
});
