/** What a list can be asked for in several values at once: any of these, and none of those. */
export type Choice<T extends string> = { readonly any: readonly T[]; readonly not: readonly T[] };

/** A place in a keyset: the values of the sort columns of the last row seen. */
export type Place = readonly (string | number)[];

type Read<T> = { readonly value: T } | { readonly problem: string };

/**
 * One field of a view as the address holds it. `read` gets every value of its key, and of `not.` and its key; `write` is
 * its inverse and leaves out what is the default.
 */
export type FilterField<T> = {
  readonly initial: T;
  /** False for what orders or pages a list but does not narrow it. */
  readonly narrows: boolean;
  readonly excludes: boolean;
  read(values: readonly string[], excluded: readonly string[]): Read<T>;
  write(key: string, value: T): [string, string][];
};

const unique = <T>(items: readonly T[]) => [...new Set(items)];

/** Any number of values of a closed list, each of them wanted or excluded ("not.country=IT"). */
export function many<const T extends string>(
  allowed: readonly T[] | ((value: string) => boolean),
): FilterField<Choice<T>> {
  const isAllowed =
    typeof allowed === "function" ? allowed : (value: string) => (allowed as readonly string[]).includes(value);
  return {
    initial: { any: [], not: [] },
    narrows: true,
    excludes: true,
    read(values, excluded) {
      const [any, not] = [values, excluded].map((list) => unique(list.filter((value) => value !== "")));
      if (![...(any ?? []), ...(not ?? [])].every(isAllowed)) return { problem: "validation.choice" };
      return { value: { any: (any ?? []) as T[], not: (not ?? []) as T[] } };
    },
    write: (key, { any, not }) => [
      ...[...any].sort().map((value): [string, string] => [key, value]),
      ...[...not].sort().map((value): [string, string] => [`not.${key}`, value]),
    ],
  };
}

const single = <T>(
  field: Pick<FilterField<T>, "initial" | "narrows"> & {
    parse(text: string): Read<T>;
    print(value: T): string | null;
  },
): FilterField<T> => ({
  ...field,
  excludes: false,
  read: (values) => {
    const text = values.at(-1)?.trim() ?? "";
    return text === "" ? { value: field.initial } : field.parse(text);
  },
  write: (key, value) => {
    const text = field.print(value);
    return text === null ? [] : [[key, text]];
  },
});

/** Words to look for; null when nothing was typed. */
export const text = (longest = 200) =>
  single<string | null>({
    initial: null,
    narrows: true,
    parse: (typed) => (typed.length > longest ? { problem: "validation.tooLong" } : { value: typed }),
    print: (value) => value,
  });

/** One value of a closed list, the first when none is named. `narrows` is for a field that is not an order. */
export const one = <const T extends string>(allowed: readonly [T, ...T[]], { narrows = false } = {}) =>
  single<T>({
    initial: allowed[0],
    narrows,
    parse: (typed) =>
      (allowed as readonly string[]).includes(typed) ? { value: typed as T } : { problem: "validation.choice" },
    print: (value) => (value === allowed[0] ? null : value),
  });

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (typed: string) =>
  DAY.test(typed) && new Date(`${typed}T00:00:00Z`).toJSON()?.startsWith(typed) === true;

/** An ISO day, inclusive; null when none is named. */
export const day = () =>
  single<string | null>({
    initial: null,
    narrows: true,
    parse: (typed) => (isDay(typed) ? { value: typed } : { problem: "validation.day" }),
    print: (value) => value,
  });

/** A whole number between two bounds, inclusive. */
export const whole = (initial: number, least: number, most: number) =>
  single<number>({
    initial,
    narrows: false,
    parse: (typed) => {
      const number = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
      return number >= least && number <= most ? { value: number } : { problem: "validation.number" };
    },
    print: (value) => (value === initial ? null : String(value)),
  });

const toBase64 = (plain: string) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(plain)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
const fromBase64 = (coded: string) =>
  new TextDecoder().decode(
    Uint8Array.from(atob(coded.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0)),
  );

/** A cursor as text that an address can hold (base64url of a JSON array). */
export const encodePlace = (place: Place): string => toBase64(JSON.stringify(place));

/** @returns null when the text is no cursor, never an exception */
export function decodePlace(coded: string): Place | null {
  try {
    const place: unknown = JSON.parse(fromBase64(coded));
    const isPlace =
      Array.isArray(place) && place.every((part) => typeof part === "string" || typeof part === "number");
    return isPlace ? (place as Place) : null;
  } catch {
    return null;
  }
}

/** Where a page begins. `shape` tells whether the parts are what the list's sort columns hold. */
export const cursor = (shape: (place: Place) => boolean = (place) => place.length > 0) =>
  single<Place | null>({
    initial: null,
    narrows: false,
    parse: (typed) => {
      const place = decodePlace(typed);
      return place && shape(place) ? { value: place } : { problem: "validation.cursor" };
    },
    print: (value) => (value === null ? null : encodePlace(value)),
  });

type Fields = Readonly<Record<string, FilterField<never>>>;
export type ValueOf<F> = { readonly [Key in keyof F]: F[Key] extends FilterField<infer T> ? T : never };

export type SearchParams = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a view is narrowed to, field by field, for the sentence above a list and for the chips that take it back. */
export type Said = { readonly field: string; readonly value: string; readonly excluded: boolean };

const valuesOf = (params: SearchParams, key: string): readonly string[] => {
  if (params instanceof URLSearchParams) return params.getAll(key);
  const value = params[key];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
};
const keysOf = (params: SearchParams) =>
  params instanceof URLSearchParams ? [...params.keys()] : Object.keys(params);

/** A view of a list and its address: each can be had from the other (rule 12). */
export function defineFilter<const F extends Readonly<Record<string, unknown>>>(fields: F) {
  type Value = ValueOf<F>;
  const entries = Object.entries(fields as unknown as Fields) as [string, FilterField<unknown>][];
  const known = new Set(entries.flatMap(([key, field]) => (field.excludes ? [key, `not.${key}`] : [key])));
  const initial = Object.fromEntries(entries.map(([key, field]) => [key, field.initial])) as Value;

  /**
   * Reads an address. A value that can't be read becomes its default and is named in `problems` by key: a page shows what
   * it can, the API refuses. Keys that the view does not know are problems too.
   */
  function parse(params: SearchParams): { value: Value; problems: Record<string, string> } {
    const problems: Record<string, string> = {};
    for (const key of keysOf(params)) if (!known.has(key)) problems[key] = "validation.unknownKey";
    const value = entries.map(([key, field]) => {
      const read = field.read(valuesOf(params, key), field.excludes ? valuesOf(params, `not.${key}`) : []);
      if ("value" in read) return [key, read.value];
      problems[key] = read.problem;
      return [key, field.initial];
    });
    return { value: Object.fromEntries(value) as Value, problems };
  }

  /** The one address of a view: keys in the order of the definition, values sorted, defaults left out. */
  function toQuery(value: Value): string {
    const pairs = entries.flatMap(([key, field]) => field.write(key, value[key as keyof Value]));
    return new URLSearchParams(pairs).toString();
  }

  /** The address of a changed view under a path. A change of anything but the cursor begins at the first page again. */
  function href(path: string, value: Value, patch: Partial<Value> = {}): string {
    const start = "after" in fields && !("after" in patch) ? { after: null } : {};
    const query = toQuery({ ...value, ...start, ...patch });
    return query === "" ? path : `${path}?${query}`;
  }

  const isNarrowing = (key: string) => (fields as unknown as Fields)[key]?.narrows === true;

  /** Everything that narrows the view, a value each. */
  function said(value: Value): Said[] {
    return entries
      .filter(([key]) => isNarrowing(key))
      .flatMap(([key, field]) => field.write(key, value[key as keyof Value]))
      .map(([key, text]) =>
        key.startsWith("not.")
          ? { field: key.slice(4), value: text, excluded: true }
          : { field: key, value: text, excluded: false },
      );
  }

  /** The address without one of the values that `said` named. */
  function without(path: string, value: Value, { field, value: dropped, excluded }: Said): string {
    const current = value[field as keyof Value] as unknown;
    const isChoice = typeof current === "object" && current !== null && "any" in current;
    const choice = current as Choice<string>;
    const keep = (list: readonly string[]) => list.filter((item) => item !== dropped);
    const patch = isChoice
      ? { any: excluded ? choice.any : keep(choice.any), not: excluded ? keep(choice.not) : choice.not }
      : (initial[field as keyof Value] as unknown);
    return href(path, value, { [field]: patch } as Partial<Value>);
  }

  return { fields, keys: [...known], initial, parse, toQuery, href, said, without };
}

/** The view that a filter made by `defineFilter` reads. */
export type FilterValue<D extends { readonly initial: unknown }> = D["initial"];
