import type { FilterField, FilterReason, WrongValue } from "./filter-field";

type AnyField = FilterField<never>;
type Fields = Readonly<Record<string, AnyField>>;
type ValueOf<F> = { readonly [Key in keyof F]: F[Key] extends FilterField<infer T> ? T : never };

export type SearchParams = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What of an address could not be taken. */
export type FilterProblem = WrongValue & { readonly key: string };

/** What narrows a view, a value each: for the sentence above a list, and for the chips that take it back. */
export type Narrowing = { readonly key: string; readonly value: string; readonly excluded: boolean };

const NOT = "not.";

const valuesOf = (params: SearchParams, key: string): string[] => {
  const values = params instanceof URLSearchParams ? params.getAll(key) : [params[key] ?? []].flat();
  return values.map((value) => value.trim()).filter((value) => value !== "");
};
const keysOf = (params: SearchParams) =>
  params instanceof URLSearchParams
    ? [...new Set(params.keys())]
    : Object.keys(params).filter((key) => params[key] !== undefined);

/** A view of a list and its address: each can be had from the other (rule 12). */
export function defineFilter<const F extends object>(fields: F) {
  type Value = ValueOf<F>;
  const entries = Object.entries(fields as unknown as Fields) as [string, FilterField<unknown>][];
  const field = new Map(entries);
  const known = new Set(entries.flatMap(([key, { excludes }]) => (excludes ? [key, NOT + key] : [key])));
  const absent = Object.fromEntries(entries.map(([key, { absent: value }]) => [key, value])) as Value;
  const valueAt = (value: Value, key: string) => (value as Record<string, unknown>)[key];

  /**
   * Reads an address. What can't be taken is left out and named in `problems`, keys that the view does not know too: a
   * page shows what it can, the API refuses.
   */
  function parse(params: SearchParams): { value: Value; problems: FilterProblem[] } {
    const strange = keysOf(params).filter((key) => !known.has(key));
    const problems = strange.map(
      (key): FilterProblem => ({ key, value: key, reason: "unknownKey" satisfies FilterReason }),
    );
    const value = entries.map(([key, { read, excludes }]) => {
      const taken = read(valuesOf(params, key), excludes ? valuesOf(params, NOT + key) : []);
      problems.push(...taken.wrong.map((wrong) => ({ key, ...wrong })));
      return [key, taken.value];
    });
    return { value: Object.fromEntries(value) as Value, problems };
  }

  const pairsOf = (key: string, own: FilterField<unknown>, value: Value): [string, string][] => {
    const { any, without = [] } = own.write(valueAt(value, key));
    return [
      ...any.map((item): [string, string] => [key, item]),
      ...without.map((item): [string, string] => [NOT + key, item]),
    ];
  };

  /** The one query of a view: keys in the order of the definition, values sorted, what is absent left out. */
  const toQuery = (value: Value) =>
    new URLSearchParams(entries.flatMap(([key, own]) => pairsOf(key, own, value))).toString();

  /** The address of a view with some of it changed. A change of anything else takes the place in the list away. */
  function href(path: string, value: Value, patch: Partial<Value> = {}): string {
    const places = entries.filter(([, { isPlace }]) => isPlace).map(([key, own]) => [key, own.absent]);
    const query = toQuery({ ...value, ...Object.fromEntries(places), ...patch });
    return query === "" ? path : `${path}?${query}`;
  }

  /** Everything that narrows the view; an order or a place does not. */
  const narrowings = (value: Value): Narrowing[] =>
    entries.flatMap(([key, own]) =>
      own
        .terms(valueAt(value, key))
        .flatMap(({ mode, values }) => values.map((item) => ({ key, value: item, excluded: mode === "without" }))),
    );

  /** The address of the view without one of its narrowings. */
  function without(path: string, value: Value, { key, value: dropped, excluded }: Narrowing): string {
    const own = field.get(key);
    if (!own) return href(path, value);
    const { any, without: not = [] } = own.write(valueAt(value, key));
    const keep = (items: readonly string[], isIt: boolean) => items.filter((item) => !isIt || item !== dropped);
    const rest = own.read(keep(any, !excluded), keep(not, excluded)).value;
    return href(path, value, { [key]: rest } as Partial<Value>);
  }

  /** The pairs that a GET form has to carry along hidden, so that sending the form leaves the rest of the view. */
  const hidden = (value: Value, shown: readonly (keyof F)[]): [string, string][] =>
    entries
      .filter(([key, { isPlace }]) => !isPlace && !(shown as readonly string[]).includes(key))
      .flatMap(([key, own]) => pairsOf(key, own, value));

  return { keys: [...known], absent, parse, toQuery, href, narrowings, without, hidden };
}

/** The view that a filter made by `defineFilter` reads. */
export type FilterValue<D extends { readonly absent: unknown }> = D["absent"];
