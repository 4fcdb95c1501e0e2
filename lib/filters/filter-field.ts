import type { z } from "zod";
import { isCalendarDay } from "../dates/days";
import { decodeCursor, encodeCursor } from "./cursor";

/** Why a part of the address could not be taken; a key of the `filter.problem` catalogue. */
export type FilterReason =
  | "unknownKey"
  | "unknownValue"
  | "tooMany"
  | "tooLong"
  | "repeated"
  | "notADay"
  | "notANumber"
  | "wrongCursor"
  | "wrongBox";
export type WrongValue = { readonly value: string; readonly reason: FilterReason };

/** Values of which a record must have one, and values that it must not have. */
export type FilterChoices<V extends string = string> = { readonly any: readonly V[]; readonly without: readonly V[] };

/** What a field does to the list, for the sentence above it. */
type FilterTerm = { readonly mode: "any" | "without" | "is"; readonly values: readonly string[] };

/** One kind of filter: how the address writes the filter, and its terms in words. `given` never holds empty text. */
export interface FilterField<T> {
  readonly absent: T;
  readonly excludes?: true;
  /** A place in the list: it falls away when anything else of the view changes. */
  readonly isPlace?: true;
  read(given: readonly string[], excluded: readonly string[]): { value: T; wrong: readonly WrongValue[] };
  write(value: T): { any: readonly string[]; without?: readonly string[] };
  terms(value: T): readonly FilterTerm[];
}

const MOST = 100;

/**
 * Several values and exclusion: `country=IT&country=FR&not.country=CN`.
 * @param allowed the words, taken in either case, or the form that a free value (a slug) has
 */
export function choicesField<const V extends string>(
  allowed: readonly V[] | RegExp,
): FilterField<FilterChoices<V>> & { excludes: true } {
  const codes = allowed instanceof RegExp ? null : new Map(allowed.map((word) => [word.toLowerCase(), word]));
  const wordFor = (text: string): V | undefined =>
    codes ? codes.get(text.toLowerCase()) : (allowed as RegExp).test(text) ? (text as V) : undefined;
  const known = (texts: readonly string[]) =>
    [...new Set(texts.slice(0, MOST).flatMap((text) => wordFor(text) ?? []))].sort();
  return {
    absent: { any: [], without: [] },
    excludes: true,
    read(given, excluded) {
      const all = [...given, ...excluded];
      const wrong = all.flatMap((value): WrongValue[] => (wordFor(value) ? [] : [{ value, reason: "unknownValue" }]));
      const extra: WrongValue[] = [given, excluded].some((texts) => texts.length > MOST)
        ? [{ value: "", reason: "tooMany" }]
        : [];
      return { value: { any: known(given), without: known(excluded) }, wrong: [...wrong, ...extra] };
    },
    write: ({ any, without }) => ({ any: [...any].sort(), without: [...without].sort() }),
    terms: ({ any, without }) => [
      ...(any.length > 0 ? [{ mode: "any" as const, values: any }] : []),
      ...(without.length > 0 ? [{ mode: "without" as const, values: without }] : []),
    ],
  };
}

/** A field with one value; `read` answers the reason when the text is not one. */
function singleField<T>(
  absent: T,
  read: (text: string) => { value: T } | FilterReason,
  write: (value: T) => string | undefined,
  isSaid = true,
): FilterField<T> {
  const written = (value: T) => [write(value) ?? []].flat();
  return {
    absent,
    read([text, ...more]) {
      if (text === undefined) return { value: absent, wrong: [] };
      const result = read(text);
      const wrong: WrongValue[] = more.map((value) => ({ value, reason: "repeated" }));
      if (typeof result === "string") return { value: absent, wrong: [{ value: text, reason: result }, ...wrong] };
      return { value: result.value, wrong };
    },
    write: (value) => ({ any: written(value) }),
    terms: (value) => (isSaid && written(value).length > 0 ? [{ mode: "is", values: written(value) }] : []),
  };
}

/** Free text. A NUL is refused: PostgreSQL has no text with one. */
export const textField = (longest = 200): FilterField<string | undefined> =>
  singleField<string | undefined>(
    undefined,
    (given) => (given.length > longest ? "tooLong" : given.includes("\0") ? "unknownValue" : { value: given }),
    (value) => value?.trim() || undefined,
  );

/** One of some words, the first of which holds when nothing is asked and is not written: sort, period, tab. Says nothing. */
export const choiceField = <const V extends string>(codes: readonly [V, ...V[]]): FilterField<V> =>
  singleField<V>(
    codes[0],
    (given) => {
      const value = codes.find((word) => word === given);
      return value === undefined ? "unknownValue" : { value };
    },
    (value) => (value === codes[0] ? undefined : value),
    false,
  );

/** A calendar day, ISO; whether it is inclusive is the list's affair. */
export const dayField = (): FilterField<string | undefined> =>
  singleField<string | undefined>(
    undefined,
    (given) => (isCalendarDay(given) ? { value: given } : "notADay"),
    (value) => value,
  );

/** On or off: `contested=yes`. */
export const flagField = (): FilterField<boolean> =>
  singleField<boolean>(
    false,
    (given) => (given === "yes" ? { value: true } : "unknownValue"),
    (value) => (value ? "yes" : undefined),
  );

/** A whole number within bounds, both inclusive. Says nothing. */
export const numberField = (least: number, most: number, absent: number): FilterField<number> =>
  singleField<number>(
    absent,
    (given) => {
      const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
      return value >= least && value <= most ? { value } : "notANumber";
    },
    (value) => (value === absent ? undefined : String(value)),
    false,
  );

/** Where the page begins, as `encodeCursor` wrote it. Says nothing. */
export const cursorField = <T>(shape: z.ZodType<T>): FilterField<T | undefined> => ({
  ...singleField<T | undefined>(
    undefined,
    (given) => {
      const value = decodeCursor(given, shape);
      return value === null ? "wrongCursor" : { value };
    },
    (value) => (value === undefined ? undefined : encodeCursor(value)),
    false,
  ),
  isPlace: true,
});

export type GeoBox = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

/** A map's section in degrees, `box=west,south,east,north`; west of east unless it crosses the date line. */
export const boxField = (): FilterField<GeoBox | undefined> =>
  singleField<GeoBox | undefined>(
    undefined,
    (given) => {
      const edges = given
        .split(",")
        .map((edge) => (/^-?\d{1,3}(?:\.\d{1,6})?$/.test(edge) ? Number(edge) : Number.NaN));
      const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = edges;
      const isWithin = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && south < north && north <= 90;
      return edges.length === 4 && isWithin ? { value: { west, south, east, north } } : "wrongBox";
    },
    (value) => value && [value.west, value.south, value.east, value.north].map((edge) => edge.toString()).join(","),
  );
