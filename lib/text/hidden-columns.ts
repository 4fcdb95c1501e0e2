/** The lists whose columns can be chosen. */
const COLUMN_LISTS = [
  "stations",
  "evidence",
  "claims",
  "responses",
  "events",
  "organizations",
  "replies",
  "countries",
] as const;
export type ColumnList = (typeof COLUMN_LISTS)[number];

export const isColumnList = (value: unknown): value is ColumnList => COLUMN_LISTS.some((list) => list === value);

export const columnsCookie = (list: ColumnList) => `wederhoor-columns-${list}`;

const KEY = /^[a-zA-Z]{1,20}$/;
const MOST = 20;

/** The columns that somebody hides, as a cookie keeps them. */
export const writeHidden = (keys: readonly string[]): string =>
  keys
    .filter((key) => KEY.test(key))
    .slice(0, MOST)
    .join(".");

export const readHidden = (text: string | undefined): readonly string[] =>
  (text ?? "")
    .split(".")
    .filter((key) => KEY.test(key))
    .slice(0, MOST);
