import type { FormValues } from "./outcome";

type Flat = Readonly<Record<string, unknown>>;

/** "stances.0.evidence" belongs to the list "stances", which is merged as a whole: its rows have no names of their own. */
const unitOf = (field: string) => field.split(".")[0] ?? field;

const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value).trim());

/** Several names in one box are a list, each on its line or with a semicolon between them. */
const parts = (value: unknown) =>
  (Array.isArray(value) ? value : text(value).split(/[;\n]/)).map(text).filter((part) => part !== "");

type EnteredText = (unit: string) => string;

/** What a form says of one unit, in a form in which equal things are equal. `lists`: units that hold several names. */
const enteredText =
  (flat: Flat, lists: ReadonlySet<string>): EnteredText =>
  (unit) => {
    if (lists.has(unit)) return JSON.stringify(parts(flat[unit]));
    const rows = Object.keys(flat).filter((field) => field !== unit && unitOf(field) === unit);
    if (rows.length === 0) return text(flat[unit]);
    const filled = rows.filter((field) => text(flat[field]) !== "").sort();
    return JSON.stringify(filled.map((field) => [field, text(flat[field])]));
  };

type MergedForm = {
  readonly values: FormValues;
  /** What both changed, to different things: `values` holds the form values. */
  readonly asks: string[];
  /** What only the other person changed: `values` has theirs. */
  readonly taken: string[];
};

const formValuesOf = (value: unknown): string | string[] => (Array.isArray(value) ? value.map(text) : text(value));

/**
 * Joins form values with what somebody else saved meanwhile. All three are flat fields (see `flatFields`).
 * Fields that are not the record's (a reason, the version) stay as the form sent them.
 */
export function mergeForm(base: Flat, formValues: FormValues, current: Flat): MergedForm {
  const lists = new Set(
    Object.entries({ ...base, ...current }).flatMap(([field, value]) => (Array.isArray(value) ? [field] : [])),
  );
  const [was, mine, theirs] = [enteredText(base, lists), enteredText(formValues, lists), enteredText(current, lists)];
  const units = [...new Set([...Object.keys(base), ...Object.keys(current)].map(unitOf))];
  const inForm = new Set(Object.keys(formValues).map(unitOf));
  const asks: string[] = [];
  const taken: string[] = [];
  for (const unit of units) {
    if (was(unit) === theirs(unit) || mine(unit) === theirs(unit)) continue;
    // A list with nothing left in it sends no field at all, and neither does a form that does not show the field.
    const untouched = mine(unit) === was(unit) || !(inForm.has(unit) || lists.has(unit) || isRows(base, unit));
    (untouched ? taken : asks).push(unit);
  }
  const kept = Object.entries(formValues).filter(([field]) => !taken.includes(unitOf(field)));
  const brought = Object.entries(current).filter(([field]) => taken.includes(unitOf(field)));
  return {
    values: Object.fromEntries([...kept, ...brought.map(([field, value]) => [field, formValuesOf(value)] as const)]),
    asks: asks.sort(),
    taken: taken.sort(),
  };
}

const isRows = (flat: Flat, unit: string) =>
  Object.keys(flat).some((field) => field !== unit && unitOf(field) === unit);
