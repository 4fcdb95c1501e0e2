import fc from "fast-check";
import { expect, test } from "vitest";
import { markFound, snippetOf } from "./snippet";

const found = (text: string, question: string) =>
  markFound(text, question).flatMap((part) => (part.isFound ? [part.text] : []));

test.each([
  ["The police of Prato, policing", "polic", ["police", "policing"]],
  ["Łódź and lodz", "łodz", ["Łódź", "lodz"]],
  ["in 鹿特丹市 said", "鹿特丹", ["鹿特丹"]],
  ["a police station here", '"police station"', ["police", "station"]],
  ["Rotterdam and Prato", "prato -rotterdam", ["Prato"]],
  ["nothing of it", "prato", []],
])("in %j a question for %s finds what is marked", (text, question, marked) => {
  expect(found(text, question)).toEqual(marked);
});

test("a marked text is the text", () => {
  const words = fc.array(fc.constantFrom("police", "Prato", "鹿特丹", "İ", " ", "\n", "-", "e\u0301"), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(words, fc.constantFrom("pol", "特丹", "i", "prato police", ""), (pieces, question) => {
      const text = pieces.join("");
      expect(
        markFound(text, question)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test("a snippet is where most of the question stands together, and no longer than asked", () => {
  const filler = "lorem ipsum dolor ".repeat(60);
  const text = `police ${filler} the police station of Prato ${filler}`;
  const parts = snippetOf(text, "police prato station");
  expect(parts.filter(({ isFound }) => isFound).map((part) => part.text)).toEqual(["police", "station", "Prato"]);
  const whole = parts.map((part) => part.text).join("");
  expect(whole.length).toBeLessThanOrEqual(244);
  expect(whole.startsWith("… ")).toBe(true);
  expect(
    snippetOf(filler, "prato")
      .map((part) => part.text)
      .join("")
      .startsWith("lorem"),
  ).toBe(true);
});
