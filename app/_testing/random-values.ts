import fc from "fast-check";
import { DAMAGED, INVISIBLE, KEYS, LINES, type Texts } from "./odd-texts";

/** What somebody gives for one field: nothing, an explicit nothing, a text, or several of them. */
export type Given =
  | { readonly kind: "absent" }
  | { readonly kind: "null" }
  /** `isTyped`: a program sends it as its language's own number or yes and no, where it is one. */
  | { readonly kind: "text"; readonly text: string; readonly isTyped: boolean }
  /** `joint`: what stands between the items where they are typed in one box; null: each is sent by itself. */
  | { readonly kind: "list"; readonly items: readonly string[]; readonly joint: "; " | "\n" | ";" | null }
  | { readonly kind: "rows"; readonly rows: readonly Readonly<Record<string, Given>>[] };

const anyText = fc.oneof(
  fc.constantFrom(...INVISIBLE, ...DAMAGED, ...LINES, ...KEYS),
  // Code points of all sorts: fast-check's own texts of them begin with a table of a million.
  fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 6 }).map((points) => String.fromCodePoint(...points)),
);
const textOf = ({ usual, odd }: Texts): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...usual) },
    { weight: 2, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: anyText },
  );

/** Most often what stands there usually, so that forms are taken and what follows from several fields is reached too. */
const mostly = (present: fc.Arbitrary<Given>): fc.Arbitrary<Given> =>
  fc.oneof(
    { weight: 30, arbitrary: present },
    { weight: 1, arbitrary: fc.constant<Given>({ kind: "absent" }) },
    { weight: 1, arbitrary: fc.constant<Given>({ kind: "null" }) },
  );

export const oneText = (texts: Texts, { mayBeTyped = false } = {}): fc.Arbitrary<Given> => {
  const isTyped = mayBeTyped ? fc.boolean() : fc.constant(false);
  return mostly(fc.record({ kind: fc.constant("text" as const), text: textOf(texts), isTyped }));
};

export const manyTexts = (texts: Texts): fc.Arbitrary<Given> =>
  mostly(
    fc.record({
      kind: fc.constant("list" as const),
      items: fc.array(textOf(texts), { maxLength: 4 }),
      joint: fc.constantFrom("; " as const, "\n" as const, ";" as const, null, null),
    }),
  );

export const manyRows = (row: fc.Arbitrary<Record<string, Given>>): fc.Arbitrary<Given> =>
  fc.record({ kind: fc.constant("rows" as const), rows: fc.array(row, { maxLength: 3 }) });

/** Now and then a field that nobody knows. */
export const strangers = (names: readonly string[]): fc.Arbitrary<Record<string, Given>> =>
  fc.oneof(
    { weight: 15, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...names), anyText)
        .map(([name, text]) => ({ [name]: { kind: "text" as const, text, isTyped: false } })),
    },
  );
export const STRANGE_IN_ROWS = ["colour", "constructor", "toString"];
export const STRANGE = [...STRANGE_IN_ROWS, "__proto__", "Name", "name ", "a.b", "a\0b"];
