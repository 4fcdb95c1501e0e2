import { isBlank } from "../text/blank";
import { canonicalJson } from "../text/canonical-json";

type Flat = Readonly<Record<string, unknown>>;
type Row = Record<string, unknown>;

const ROW_FIELD = /^([A-Za-z]\w*)\.(\d{1,3})\.([A-Za-z]\w*)$/;
const isEmpty = (value: unknown) => value === null || (typeof value === "string" && isBlank(value));

/** The name of a field in a repeated row of a form: "stances.0.evidence". */
export const rowField = (list: string, index: number, field: string) => `${list}.${index}.${field}`;

/**
 * A form's flat fields with its repeated rows gathered: "stances.0.evidence" goes into `stances[0].evidence`. Rows in
 * which nothing was filled in are left out; `indexes` maps each row to its row in the form.
 */
export function groupRowFields(flat: Flat): { content: Row; indexes: Record<string, number[]> } {
  const others: [string, unknown][] = [];
  const lists = new Map<string, Map<number, Row>>();
  for (const [name, value] of Object.entries(flat)) {
    const [, list, place, field] = ROW_FIELD.exec(name) ?? [];
    // What is given as a list already takes no rows beside it: their names stay, and are unknown.
    if (list === undefined || place === undefined || field === undefined || Object.hasOwn(flat, list)) {
      others.push([name, value]);
      continue;
    }
    const rows = lists.get(list) ?? new Map<number, Row>();
    rows.set(Number(place), { ...rows.get(Number(place)), [field]: value });
    lists.set(list, rows);
  }
  const filled = [...lists].map(
    ([list, rows]) =>
      [list, [...rows].filter(([, row]) => !Object.values(row).every(isEmpty)).sort(([a], [b]) => a - b)] as const,
  );
  return {
    content: Object.fromEntries([...others, ...filled.map(([list, rows]) => [list, rows.map(([, row]) => row)])]),
    indexes: Object.fromEntries(filled.map(([list, rows]) => [list, rows.map(([index]) => index)])),
  };
}

const isDate = (value: unknown): value is { edtf: string } =>
  typeof value === "object" && value !== null && "edtf" in value && typeof value.edtf === "string";
const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null);

/** A stored input as form values: dates as their EDTF text, rows as they are. */
export const rawInput = (input: object): Row =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, isDate(value) ? value.edtf : value]));

/** What a form can hold of a cell: of an object its JSON. */
const formCell = (cell: unknown) => (typeof cell === "object" && cell !== null ? canonicalJson(cell) : cell);

/** The other way: a stored input as a form's flat fields, dates as the EDTF text that was typed. */
export function flatFields(input: Flat): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]): [string, unknown][] => {
      if (isDate(value)) return [[name, value.edtf]];
      if (!isRows(value)) return [[name, value]];
      return value.flatMap((row, index) =>
        Object.entries(row).map(([field, cell]): [string, unknown] => [rowField(name, index, field), formCell(cell)]),
      );
    }),
  );
}

/** How many rows of a list the fields hold, counting from the first to the last that is named. */
export function rowCount(fields: Flat, list: string): number {
  return Object.keys(fields).reduce((most, name) => {
    const [, own, index] = ROW_FIELD.exec(name) ?? [];
    return own === list ? Math.max(most, Number(index) + 1) : most;
  }, 0);
}
