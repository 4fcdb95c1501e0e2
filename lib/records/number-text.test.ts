import fc from "fast-check";
import { expect, test } from "vitest";
import { isKept, readNumber } from "./number-text";

const anything = () => true;
const degrees = (most: number) => (value: number) => Math.abs(value) <= most;

const texts: [text: string, number: number | "invalid" | "ambiguous"][] = [
  ["11", 11],
  [" 52,37 ", 52.37],
  ["-4.5", -4.5],
  ["0.125", 0.125],
  ["0,125", 0.125],
  ["1234", 1234],
  ["1.2340", 1.234],
  ["1,234", "ambiguous"],
  ["1.234", "ambiguous"],
  ["-12.500", "ambiguous"],
  ["1.234.567", "invalid"],
  ["1,234.5", "invalid"],
  ["12 000", "invalid"],
  ["0x34", "invalid"],
  ["0b11", "invalid"],
  ["1e3", "invalid"],
  ["Infinity", "invalid"],
  ["٣", "invalid"],
  ["52.37021612345678", 52.37021612345678],
  ["0.0000001", 1e-7],
  ["+007.50", 7.5],
  ["12345678901234567890", "invalid"],
  ["999999999999999.99", "invalid"],
  ["0.1000000000000000055", "invalid"],
  [".5", "invalid"],
  ["5.", "invalid"],
];

test.each(texts)("%j is read as %s", (text, number) => {
  expect(readNumber(text, anything)).toBe(number);
});

test("three decimals are no question where the other number could not stand", () => {
  expect(readNumber("51.924", degrees(90))).toBe(51.924);
  expect(readNumber("4,477", degrees(180))).toBe(4.477);
});

test("a program's number is one that could have been typed", () => {
  for (const number of [0, 1.5, -4.5, 0.1 + 0.2, 1e-7, 999_999_999_999_999]) expect(isKept(number)).toBe(true);
  for (const number of [1e15, 1e20, 1e-25, Number.POSITIVE_INFINITY, Number.NaN]) expect(isKept(number)).toBe(false);
});

test("whole numbers and plain decimals are taken as they stand", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      expect(readNumber(String(whole), anything)).toBe(whole);
      const text = `${whole}.${String(cents).padStart(2, "0")}`;
      expect(readNumber(text, anything)).toBe(Number(text));
    }),
  );
});
