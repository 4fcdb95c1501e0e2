import fc from "fast-check";
import { expect, test } from "vitest";
import { itemDiff, rowDiff, wordDiff } from "./word-diff";

const written = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ value, change }) => (change === "same" ? value : change === "added" ? `{+${value}+}` : `[-${value}-]`))
    .join("");

test("a changed word stands between the words that stayed", () => {
  expect(written("There are two stations in Italy.", "There are eleven stations in Italy.")).toBe(
    "There are [-two-]{+eleven+} stations in Italy.",
  );
});

test("words that changed side by side are one change", () => {
  expect(written("The ministry counts three stations so far", "The ministry counts four offices so far")).toBe(
    "The ministry counts [-three stations-]{+four offices+} so far",
  );
});

test("Chinese is cut into words, though nothing stands between them", () => {
  expect(written("福州市公安局海外服务站", "福州市公安局境外服务站")).toBe("福州市公安局[-海外-]{+境外+}服务站");
});

test("texts that share next to nothing are shown whole", () => {
  expect(written("Denied by the embassy", "公安部 confirmed nothing at all")).toBe(
    "[-Denied by the embassy-]{+公安部 confirmed nothing at all+}",
  );
  expect(written("", "New")).toBe("{+New+}");
  expect(written("Same", "Same")).toBe("Same");
});

test("whatever is compared, both texts can be read back from the parts", () => {
  const text = fc.array(fc.constantFrom("police", " ", "station", "福州", ".", "\n", "two"), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [a.join(""), b.join("")];
      const parts = wordDiff(before, after);
      const without = (change: string) =>
        parts
          .filter((part) => part.change !== change)
          .map(({ value }) => value)
          .join("");
      expect([without("added"), without("removed")]).toEqual([before, after]);
    }),
  );
});

test("a list is compared item by item", () => {
  expect(itemDiff(["NL", "IT"], ["NL", "ES"])).toEqual([
    { value: "NL", change: "same" },
    { value: "IT", change: "removed" },
    { value: "ES", change: "added" },
  ]);
});

test("rows are paired by what they are about", () => {
  const row = (evidence: string, stance: string) => ({ evidence, stance });
  expect(
    rowDiff(
      [row("src-1", "supports"), row("src-2", "mentions")],
      [row("src-2", "contradicts"), row("src-3", "supports")],
      "evidence",
    ),
  ).toEqual([
    { before: row("src-1", "supports"), after: null },
    { before: row("src-2", "mentions"), after: row("src-2", "contradicts") },
    { before: null, after: row("src-3", "supports") },
  ]);
});
