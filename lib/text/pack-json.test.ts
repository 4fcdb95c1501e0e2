import fc from "fast-check";
import { expect, test } from "vitest";
import { packJson, unpackJson } from "./pack-json";

test("any value is the same after it was packed, however its texts repeat", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "~",
      "~~~~~~~~~",
      "'\"'\"'\"'\"",
      "aaaaaaaaaaaaaaaaaaaaaaaa",
      "/evidence?kind=article&period=2023-12",
    ),
    fc
      .array(fc.constantFrom("2023-12: ", "159 items, ", "~", '"', "福州"), { maxLength: 40 })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ text: texts, count: fc.integer(), list: fc.array(texts) })), (value) => {
      expect(unpackJson(packJson(value))).toEqual(value);
    }),
  );
});

test("marks that say alike take few signs, none of which a page has to escape", () => {
  const marks = Array.from({ length: 500 }, (_, at) => ({
    series: "article",
    count: at,
    description: `Month ${at}: ${at} items, Article, of 1091 that month.`,
    href: `/evidence?kind=article&period=${at}`,
  }));
  const packed = packJson(marks);
  expect(packed.length).toBeLessThan(JSON.stringify(marks).length / 3);
  expect(packed).not.toMatch(/["\\<]/);
  expect(unpackJson(packed)).toEqual(marks);
});
