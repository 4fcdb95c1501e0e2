import { expect, test } from "vitest";
import { claimInput } from "./claim";
import { digestOfTarget, locateTarget, pageOfTarget, targetOf } from "./quote-target";
import { withoutHidden } from "./record-field";
import { redirectReferences } from "./record-merge";
import { flatFields, groupRowFields } from "./rows";

const TEXT = "👮 The lease of the sta-\ntion ends in May. The lease of the house ends in May.";
const digest = "5".repeat(64);
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const target = targetOf({ digest, page: 3, text: TEXT }, span("ends in May"));

test("a target names bytes, page, words with their surroundings, and their place in code points", () => {
  expect(target).toEqual({
    source: `nih:sha-256;${digest}`,
    selector: {
      type: "FragmentSelector",
      value: "page=3",
      refinedBy: [
        {
          type: "TextQuoteSelector",
          exact: "ends in May",
          prefix: "👮 The lease of the sta-\ntion ",
          suffix: ". The lease of the house ends in",
        },
        { type: "TextPositionSelector", start: 29, end: 40 },
      ],
    },
  });
  expect([...TEXT].slice(29, 40).join("")).toBe("ends in May");
  expect([digestOfTarget(target), pageOfTarget(target)]).toEqual([digest, 3]);
});

test("words that moved are found by what stood around them; other words are not", () => {
  expect(locateTarget(TEXT, target)).toEqual(span("ends in May"));
  const moved = `Page 3 of 9\n\n${TEXT.replaceAll(" ", "  ")}`;
  const place = locateTarget(moved, target);
  expect(place && moved.slice(place.start, place.end)).toBe("ends  in  May");
  expect(place?.start).toBe(moved.indexOf("ends"));
  expect(locateTarget(TEXT.replaceAll("May", "June"), target)).toBeNull();
});

const claim = { proposition: "p", subject: "existence", scope: "global" };
const stance = { evidence: "src-1", stance: "supports", derivation: "original" };
const stancesOf = (row: object) => claimInput.parse({ ...claim, stances: [{ ...stance, ...row }] }).stances;

test("a quote keeps its target while it says the same words, in a form as in a program", () => {
  const [row] = stancesOf({ quote: "Ends in “May”", target });
  expect(row).toMatchObject({ target });
  const flat = flatFields({ stances: [row] });
  expect(stancesOf((groupRowFields(flat).content.stances as object[])[0] ?? {})).toEqual([row]);
  for (const other of [{ quote: "Ends in June", target }, { target }, { quote: "Ends in May", target: null }]) {
    expect(stancesOf(other)[0]).not.toHaveProperty("target");
  }
  expect(() => stancesOf({ quote: "x", target: { source: "x" } })).toThrow("validation.quoteTarget");
});

test("a merge takes the target of the row that has it; outside the desk there is none", () => {
  const rows = stancesOf({ quote: "Ends in May", target }).concat(
    stancesOf({ evidence: "src-2", quote: "Ends in May" }),
  );
  const redirects = { evidence: new Map([["src-2", "src-1"]]) };
  expect(redirectReferences({ stances: rows }, redirects).content.stances).toEqual([rows[0]]);
  const { stances } = withoutHidden({ stances: rows }, { evidence: { "src-1": "One" } });
  expect(stances).toEqual([expect.not.objectContaining({ target: expect.anything() })]);
});
