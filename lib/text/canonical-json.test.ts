import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";

test("keys stand in the order of UTF-16 code units, as in RFC 8785, 3.2.3", () => {
  const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 };
  expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((match) => match[1])).toEqual([..."2467153"]);
});

test("numbers are written as ECMAScript writes them", () => {
  expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]",
  );
});

test("strings escape only what they must", () => {
  expect(canonicalJson('\u20ac$\u000f\nA\'B"\\"/鹿特丹')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\"/鹿特丹"');
});

test.each([
  [undefined],
  [Number.NaN],
  [1 / 0],
  [10n],
  [() => 1],
  [Symbol("x")],
  [new Date(0)],
  [new Map()],
  ["\ud800"],
])("%s has no canonical form", (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
  expect(() => canonicalJson({ a: [value] })).toThrow("$.a[0]");
});

test("a hole in an array and a circle have no canonical form", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(() => canonicalJson(circle)).toThrow("contains itself");
  expect(() => canonicalJson(new Array(1))).toThrow(TypeError);
  const twice = { a: 1 };
  expect(canonicalJson([twice, twice])).toBe('[{"a":1},{"a":1}]');
});

test("any JSON value reads back as itself and is written the same again, whatever order its keys came in", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as unknown;
      const text = canonicalJson(plain);
      expect(JSON.parse(text)).toEqual(plain);
      expect(canonicalJson(reversed(JSON.parse(text)))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  );
}
