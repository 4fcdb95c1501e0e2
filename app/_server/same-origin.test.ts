import { expect, test, vi } from "vitest";
import { isSameOrigin } from "./same-origin";

vi.stubEnv("NEXTAUTH_URL", "http://desk.example:3000");

const from = (headers: Record<string, string>) =>
  isSameOrigin(new Headers({ host: "desk.example:3000", ...headers }));

test("a write from one of our own pages, or from a program, is taken", () => {
  expect(from({ origin: "http://desk.example:3000", "sec-fetch-site": "same-origin" })).toBe(true);
  expect(from({ origin: "http://desk.example:3000" })).toBe(true);
  expect(from({})).toBe(true);
});

test("a write from another site is not", () => {
  expect(from({ origin: "https://evil.example" })).toBe(false);
  expect(from({ origin: "http://desk.example:4000" })).toBe(false);
  expect(from({ origin: "null" })).toBe(false);
  expect(from({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(from({ origin: "http://sub.desk.example:3000", "sec-fetch-site": "same-site" })).toBe(false);
});
