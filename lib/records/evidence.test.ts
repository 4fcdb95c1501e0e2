import { expect, test } from "vitest";
import { evidenceInput } from "./evidence";
import { recordOf, revisionOf } from "./input";
import { flatFields } from "./rows";

const rawInput = {
  title: "Politiebureaus in Nederland",
  titleSeen: "false",
  kind: "article",
  publisher: "rtl-nieuws",
  carriedBy: "",
  author: " ",
  published: "2022-10-25",
  language: "nl",
  url: "https://www.rtlnieuws.nl/x",
  archiveUrl: "",
  accessedVia: "",
  summary: "",
  countries: "nl\nIT; NL",
  stations: ["nl-amsterdam", "nl-rotterdam"],
  credibility: "",
  sharing: "AMBER",
  note: "",
  reason: "seen on paper",
};

test("what a form sends for an item is read as typed, and what is empty is not known", () => {
  const { reason, input } = recordOf(evidenceInput).parse(rawInput);
  expect(reason).toBe("seen on paper");
  expect(input).toMatchObject({
    titleSeen: false,
    author: null,
    countries: ["NL", "IT"],
    stations: ["nl-amsterdam", "nl-rotterdam"],
    credibility: null,
    published: { edtf: "2022-10-25", from: "2022-10-25", to: "2022-10-25" },
  });
});

test("an edit form that is sent back untouched says what is stored", () => {
  const { input } = recordOf(evidenceInput).parse(rawInput);
  const fields = Object.entries(flatFields(input)).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join("\n") : String(value ?? "");
    return [name, text];
  });
  const again = revisionOf(evidenceInput).parse({ ...Object.fromEntries(fields), slug: "src-1", basedOn: "3" });
  expect(again).toMatchObject({ slug: "src-1", basedOn: 3, input });
});
