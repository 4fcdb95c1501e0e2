import { expect, test } from "vitest";
import { ownPath, signInPath } from "./own-path";

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

test("whoever signs in goes on to the address that they came by, or to its page when it is too long", () => {
  expect(signInPath("/")).toBe("/sign-in");
  expect(signInPath("/stations?country=IT")).toBe("/sign-in?from=%2Fstations%3Fcountry%3DIT");
  expect(signInPath(`/stations?q=${"é".repeat(7000)}`)).toBe("/sign-in?from=%2Fstations&cut=1");
  expect(signInPath(`/${"é".repeat(7000)}`)).toBe("/sign-in?cut=1");
});
