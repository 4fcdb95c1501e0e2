import { expect, test } from "vitest";
import { damageIn, textDamage } from "./text-damage";

test("what can't be stored, or was lost on its way, is damage; what is written invisibly is not", () => {
  for (const text of ["", "a\tb\r\nc", "福州", "👮‍♀️", "a\u00a0b\u200bc\u00ad", " \f text \v "]) {
    expect(textDamage(text)).toBeNull();
  }
  for (const text of ["a\ud83d", "\ude00a", "Sta\ufffdon"])
    expect(textDamage(text)).toEqual({ key: "lostCharacter" });
  for (const [text, character] of [
    ["a\0b", "U+0000"],
    ["a\fb", "U+000C"],
    ["a\u0085b", "U+0085"],
    ["a\uffff", "U+FFFF"],
  ] as const) {
    expect(textDamage(text)).toEqual({ key: "controlCharacter", character });
  }
});

test("damage is found in rows, in lists and in names, each by its path", () => {
  const body = { note: "a", names: ["b", "c\0"], stances: [{ quote: "d\ud800", stance: null }], "e\u0001": 1, n: 2 };
  expect(Object.fromEntries(damageIn(body))).toEqual({
    "names.1": { key: "controlCharacter", character: "U+0000" },
    "stances.0.quote": { key: "lostCharacter" },
    "e\u0001": { key: "controlCharacter", character: "U+0001" },
  });
});
