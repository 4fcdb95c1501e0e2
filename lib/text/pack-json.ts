import { makeOnce } from "./make-once";

declare const packedOf: unique symbol;
/** A `T` that was packed. */
export type Packed<T> = string & { readonly [packedOf]: T };

/** Signs of a number in packed text: none of them is escaped in JSON, in HTML or in a script. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_{|}";
const BASE = DIGITS.length;
const PLACE = new Map([...DIGITS].map((digit, value) => [digit, value]));
/** What a repetition begins with: three digits of how far back it stands and one of how long it is. Itself it is doubled. */
const REPEAT = "~";
const SHORTEST = 7;
const LONGEST = SHORTEST + BASE - 1;
const FARTHEST = BASE ** 3 - 1;
const SLOTS = 1 << 16;

/** JSON is full of quotation marks, which a page would escape, and has few apostrophes. */
const swapQuotes = (text: string) => text.replace(/["']/g, (mark) => (mark === '"' ? "'" : '"'));

const digitAt = (value: number) => DIGITS.charAt(value);
const writeNumber = (value: number) =>
  digitAt(Math.floor(value / BASE ** 2)) + digitAt(Math.floor(value / BASE) % BASE) + digitAt(value % BASE);

function slotOf(text: string, at: number): number {
  let hash = 0;
  for (let index = at; index < at + SHORTEST; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return (hash >>> 8) & (SLOTS - 1);
}

function repeated(text: string, at: number, before: number): number {
  let length = 0;
  while (length < LONGEST && at + length < text.length && text[before + length] === text[at + length]) length++;
  return length;
}

/**
 * A value as JSON in few signs, for what a page sends to an island: marks repeat their sentences and addresses, a table of
 * them is ten times as long as what it says. In time that grows with its length, and once for the same object.
 */
export function packJson<T extends object>(value: T): Packed<T> {
  return makeOnce(value, "packed", () => packText<T>(value));
}

function packText<T>(value: T): Packed<T> {
  const text = swapQuotes(JSON.stringify(value));
  const seen = new Int32Array(SLOTS).fill(-1);
  const packed: string[] = [];
  for (let at = 0; at < text.length; ) {
    const slot = at + SHORTEST <= text.length ? slotOf(text, at) : -1;
    const before = slot < 0 ? -1 : (seen[slot] ?? -1);
    if (slot >= 0) seen[slot] = at;
    const length = before >= 0 && at - before <= FARTHEST ? repeated(text, at, before) : 0;
    if (length >= SHORTEST) {
      packed.push(REPEAT, writeNumber(at - before), digitAt(length - SHORTEST));
      at += length;
    } else {
      const sign = text.charAt(at++);
      packed.push(sign === REPEAT ? REPEAT + REPEAT : sign);
    }
  }
  return packed.join("") as Packed<T>;
}

export function unpackJson<T>(packed: Packed<T>): T {
  const signs: string[] = [];
  const numberAt = (at: number) => PLACE.get(packed.charAt(at)) ?? 0;
  for (let at = 0; at < packed.length; ) {
    const sign = packed.charAt(at);
    if (sign !== REPEAT || packed.charAt(at + 1) === REPEAT) {
      signs.push(sign);
      at += sign === REPEAT ? 2 : 1;
      continue;
    }
    const from = signs.length - ((numberAt(at + 1) * BASE + numberAt(at + 2)) * BASE + numberAt(at + 3));
    const length = numberAt(at + 4) + SHORTEST;
    // What is repeated may reach into itself.
    for (let index = from; index < from + length; index++) signs.push(signs[index] ?? "");
    at += 5;
  }
  return JSON.parse(swapQuotes(signs.join(""))) as T;
}
