import { expect, test } from "vitest";
import { claimInput } from "./claim";
import { recordOf } from "./input";
import { flatFields, groupRowFields, rowCount } from "./rows";

test("rows typed in a form are gathered, empty ones are left out, and each has the index of its row", () => {
  const { content, indexes } = groupRowFields({
    "stances.0.evidence": "",
    "stances.0.quote": " ",
    "stances.1.evidence": "src-001",
    "stances.1.quote": "",
    note: "seen",
  });
  expect(content).toEqual({ note: "seen", stances: [{ evidence: "src-001", quote: "" }] });
  expect(indexes).toEqual({ stances: [1] });
});

test("an error in a row stands beside the row of the form, not beside the one that is left", () => {
  const parsed = recordOf(claimInput).safeParse({
    proposition: "There are two offices",
    subject: "station_count",
    scope: "global",
    "stances.0.evidence": "",
    "stances.0.stance": "",
    "stances.2.evidence": "src-001",
    "stances.2.stance": "perhaps",
  });
  expect(parsed.error?.issues).toMatchObject([{ path: ["stances.2.stance"], message: "validation.choice" }]);
});

test("a stored record becomes the flat fields that a form shows", () => {
  const fields = flatFields({
    asserted: { edtf: "2022-10~", from: "2022-10-01", to: "2022-10-31" },
    claimants: ["rtl-nieuws"],
    stances: [{ evidence: "src-001", quote: null }],
  });
  expect(fields).toEqual({
    asserted: "2022-10~",
    claimants: ["rtl-nieuws"],
    "stances.0.evidence": "src-001",
    "stances.0.quote": null,
  });
  expect(rowCount(fields, "stances")).toBe(1);
});
