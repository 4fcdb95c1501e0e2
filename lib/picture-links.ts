import { PUBLIC_STATES } from "./editorial";
import type { Scope } from "./scope-filter";

type Pairs = Readonly<Record<string, string | readonly string[] | undefined>>;

const queryOf = (pairs: Pairs) =>
  new URLSearchParams(
    Object.entries(pairs).flatMap(([key, values]) =>
      [values ?? []].flat().map((value): [string, string] => [key, value]),
    ),
  ).toString();

type Narrowings = Partial<Record<"from" | "to" | "box", string>>;

/** Of a view, what each list can be narrowed by as the figures are: stations as they stood on its last day. */
const UNDERSTOOD: Readonly<Record<string, (scope: Scope) => Narrowings>> = {
  "/stations": ({ to, box }) => ({ to, box: box && [box.west, box.south, box.east, box.north].join(",") }),
  "/evidence": ({ from, to }) => ({ from, to }),
};

/** The address of the records behind a mark: what the mark is of, and of the view what that list understands. */
export function recordsOf(list: string, scope: Scope, pairs: Pairs): string {
  const states = scope.records === "published" ? { state: [...PUBLIC_STATES] } : {};
  const query = queryOf({ ...pairs, ...states, ...UNDERSTOOD[list]?.(scope) });
  return query === "" ? list : `${list}?${query}`;
}

/** The countries of the view, for lists that take them under this name. */
export const countriesOf = ({ country }: Scope, name = "country"): Pairs => ({
  [name]: country.any,
  [`not.${name}`]: country.without,
});
