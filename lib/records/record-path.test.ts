import { expect, test } from "vitest";
import { recordPath } from "./record-path";

test("a record leads to its own page, or to the page that it stands on", () => {
  expect(recordPath({ kind: "response", slug: "rsp-nl-03" })).toBe("/responses/rsp-nl-03");
  expect(recordPath({ kind: "evidence", slug: "src-001" })).toBe("/evidence/src-001");
  expect(recordPath({ kind: "reply_request", slug: "asked" })).toBe("/replies/asked");
  expect(recordPath({ kind: "status_report", slug: "x", on: "nl-amsterdam" })).toBe("/stations/nl-amsterdam");
  expect(recordPath({ kind: "coverage", slug: "cov-pl", title: "PL" })).toBe("/countries/pl");
});

test("what stands on no page that the reader may see has no link", () => {
  expect(recordPath({ kind: "status_report", slug: "x", on: null })).toBeNull();
});
