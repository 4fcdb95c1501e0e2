import { stringify } from "csv-stringify/sync";
import { inertCell } from "../text/inert-cell";

/** How a column of a list stands in a file: as its value; a fuzzy date with its days; a name with its slug, or that alone; several of either. */
type ColumnForm = "value" | "date" | "named" | "slug" | "values" | "several";

const STATIONS = {
  name: "value",
  country: "value",
  city: "value",
  kind: "value",
  status: "value",
  operator: "named",
  firstReported: "date",
  evidence: "value",
  state: "value",
  updatedAt: "value",
} as const;

/** The columns of each list's file behind `slug` and `address`; countries are ISO 3166-1 alpha-2. */
const LIST_COLUMNS = {
  stations: STATIONS,
  evidence: {
    title: "value",
    kind: "value",
    published: "date",
    language: "value",
    countries: "values",
    publisher: "named",
    credibility: "value",
    sharing: "value",
    stations: "several",
    state: "value",
  },
  claims: {
    proposition: "value",
    subject: "value",
    scope: "value",
    region: "value",
    country: "value",
    position: "value",
    valueNumber: "value",
    valueBound: "value",
    claimants: "several",
    relayedBy: "named",
    spokesperson: "value",
    asserted: "date",
    period: "date",
    assessment: "value",
    independentSources: "value",
    answers: "value",
    disputes: "several",
    station: "named",
    state: "value",
  },
  responses: {
    summary: "value",
    kind: "value",
    authority: "named",
    government: "value",
    countries: "values",
    officialRole: "value",
    officialName: "value",
    given: "date",
    quote: "value",
    quoteLanguage: "value",
    quoteTranslation: "value",
    answered: "value",
    unanswered: "value",
    state: "value",
  },
  organizations: {
    name: "value",
    kind: "value",
    country: "value",
    reliability: "value",
    published: "value",
    claimed: "value",
    answered: "value",
    state: "value",
  },
  events: {
    title: "value",
    kind: "value",
    country: "value",
    occurred: "date",
    summary: "value",
    state: "value",
  },
  replies: {
    subject: "value",
    respondent: "named",
    countries: "values",
    sentOn: "value",
    deadline: "value",
    status: "value",
    answer: "slug",
    state: "value",
  },
  countries: {
    country: "value",
    coverage: "value",
    claimedLowest: "value",
    claimedHighest: "value",
    claimants: "several",
    stations: "value",
    status: "value",
    statusOf: "named",
    statusAsOf: "date",
    answer: "slug",
    answerKind: "value",
    authority: "value",
    answered: "date",
  },
} as const satisfies Record<string, Readonly<Record<string, ColumnForm>>>;
/** The lists that are files too, and whose views are saved. */
export type ListName = keyof typeof LIST_COLUMNS;
export const LIST_NAMES = Object.keys(LIST_COLUMNS) as ListName[];

/** Those of records: what the other counts is in these, and comes into them. */
export type RecordList = Exclude<ListName, "countries">;
export const isRecordList = (list: ListName): list is RecordList => list !== "countries";

type Named = { readonly slug: string; readonly name?: string };
type Item = Readonly<Record<string, unknown>>;

const textOf = (value: unknown) => (value === null || value === undefined ? "" : String(value));
const joined = (values: readonly unknown[] | null) => (values ?? []).map(textOf).join("; ");

const HEADS: Record<ColumnForm, (key: string) => string[]> = {
  value: (key) => [key],
  slug: (key) => [key],
  values: (key) => [key],
  date: (key) => [key, `${key}From`, `${key}To`],
  named: (key) => [key, `${key}Slug`],
  several: (key) => [key, `${key}Slugs`],
};
const CELLS: Record<ColumnForm, (value: never) => string[]> = {
  value: (value: unknown) => [textOf(value)],
  values: (values: readonly unknown[] | null) => [joined(values)],
  date: (date: { edtf: string; from: string | null; to: string | null } | null) => [
    textOf(date?.edtf),
    textOf(date?.from),
    textOf(date?.to),
  ],
  named: (named: Named | null) => [textOf(named?.name), textOf(named?.slug)],
  slug: (named: Named | null) => [textOf(named?.slug)],
  several: (several: readonly Named[] | null) => [
    joined((several ?? []).map(({ name, slug }) => name ?? slug)),
    joined((several ?? []).map(({ slug }) => slug)),
  ],
};

const columnsOf = (list: ListName) => Object.entries<ColumnForm>(LIST_COLUMNS[list]);
const write = (rows: readonly string[][], bom = false) =>
  stringify(
    rows.map((row) => row.map(inertCell)),
    { bom, record_delimiter: "windows" },
  );

/** The heading of a list's CSV file: RFC 4180, with a byte order mark. */
export const listCsvHead = (list: ListName): string =>
  write([["slug", "address", ...columnsOf(list).flatMap(([key, form]) => HEADS[form](key))]], true);

/** Its lines of some items; what is not known is empty. */
export const listCsvLines = (list: ListName, items: readonly Item[], addressOf: (slug: string) => string): string =>
  write(
    items.map((item) => [
      textOf(item.slug),
      addressOf(textOf(item.slug)),
      ...columnsOf(list).flatMap(([key, form]) => CELLS[form](item[key] as never)),
    ]),
  );
