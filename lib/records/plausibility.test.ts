import { expect, test } from "vitest";
import { parseEdtf } from "../dates/edtf";
import { RECORD_KINDS } from "./editorial";
import { cautionsOfInput, futureFields, HAPPENED } from "./plausibility";
import { RECORD_INPUTS } from "./record-input";

const TODAY = "2026-11-29";
const asOf = (text: string | null) => ({ asOf: text === null ? null : parseEdtf(text) });

test.each([
  ["2062-11-01", true],
  ["2026-12-01", true],
  ["2026-11-30", false],
  ["2026-12", true],
  ["2026", false],
  ["2027", true],
  ["2026-24", true],
  ["2022-11-01/2062-11-01", true],
  ["2022/..", false],
  ["../2062-11-01", true],
  ["2022-11~", false],
  [null, false],
] as const)("a status report of %s is in the future: %s", (text, isFuture) => {
  expect(futureFields("status_report", asOf(text), TODAY)).toEqual(isFuture ? ["asOf"] : []);
});

test("a letter can't have been sent in two years, and is due whenever", () => {
  expect(futureFields("reply_request", { sentOn: "2028-11-03", dueOn: "2028-11-17" }, TODAY)).toEqual(["sentOn"]);
  expect(futureFields("reply_request", { sentOn: "2026-11-03", dueOn: "2028-11-17" }, TODAY)).toEqual([]);
});

test("every kind's dates of what happened are looked at", () => {
  for (const kind of RECORD_KINDS) {
    const dates = Object.keys(RECORD_INPUTS[kind].shape).filter((field) =>
      ["firstReported", "published", "asserted", "given", "occurred", "asOf", "sentOn"].includes(field),
    );
    expect([kind, HAPPENED[kind]]).toEqual([kind, dates]);
  }
});

test("what is dated a generation ago is looked at again", () => {
  const published = (text: string) => cautionsOfInput("evidence", { published: parseEdtf(text) }, TODAY);
  expect([published("1922-10-26"), published("1996-11-28"), published("1996"), published("../1950")]).toEqual([
    ["far_past"],
    ["far_past"],
    [],
    ["far_past"],
  ]);
  expect(cautionsOfInput("reply_request", { sentOn: "1922-11-03" }, TODAY)).toEqual(["far_past"]);
});

test.each([
  ["2022-12", "2016/2018", []],
  ["2022-12-05", "2016/..", []],
  ["2022-09", "2022", []],
  ["2022-09", "2022-11", ["speaks_ahead"]],
  ["2022-12", "2016/2108", ["speaks_ahead"]],
  ["2022/..", "2030", []],
  [null, "2026-11", []],
  [null, "2027", ["speaks_ahead"]],
] as const)("of a claim said %s of %s: %j", (asserted, period, cautions) => {
  const dates = { asserted: asserted && parseEdtf(asserted), period: parseEdtf(period) };
  expect(cautionsOfInput("claim", dates, TODAY)).toEqual(cautions);
});

test.each([
  ["NL", 52.37, 4.89, []],
  ["NL", 4.89, 52.37, ["place_swapped"]],
  ["NL", 41.9, 12.5, ["place_outside"]],
  ["NL", 0, 0, ["place_at_zero"]],
  ["GH", 0, 0, ["place_at_zero"]],
  ["FJ", -18.1, 178.4, []],
  ["US", 21.3, -157.8, []],
  ["US", 34.05, 118.24, ["place_outside"]],
  ["GI", 36.1, -5.3, []],
] as const)("in %s at %d, %d: %j", (country, latitude, longitude, cautions) => {
  expect(cautionsOfInput("station", { country, latitude, longitude }, TODAY)).toEqual(cautions);
});
