import type { FILES } from "@/db/dossier/read";
import { isBlank } from "@/lib/text/blank";
import type { RandomForm } from "./random-forms";
import type { Given } from "./random-values";

type Row = Readonly<Record<string, string>>;
/** What of a noun's form a file of the loader has a column for, and how it writes that. */
export type CsvNoun = {
  readonly file: keyof typeof FILES;
  /** What the ids of its rows begin with. */
  readonly prefix: string;
  /** Field → column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Date field → the column of its precision. */
  readonly dates: Readonly<Record<string, string>>;
  /** The other columns, with what makes a row that says nothing more. */
  readonly rest: Row;
  /** Fields that a file makes of other columns; the other doors are given these. */
  readonly made: RandomForm;
  readonly slug: (id: string) => string;
  /** A field's text as the file has it; null: the file has no words for it, and says what stands in `instead`. */
  readonly write?: (field: string, text: string) => string | null;
  readonly instead?: Readonly<Record<string, string>>;
};

export const TEST_DESK = "Desk of the test";
const text = (value: string): Given => ({ kind: "text", text: value, isTyped: false });
const itself = (id: string) => id;

const SOURCE_KINDS: Readonly<Record<string, string>> = {
  report: "ngo_report",
  article: "news_article",
  statement: "government_statement",
  court_document: "court_document",
  reference: "encyclopedia",
  other: "other",
};
/** Kinds of evidence that no file has. */
const OTHER_KINDS = ["document", "photo", "video", "testimony", "web_page", "dataset"];

export const CSV_NOUNS = {
  evidence: {
    file: "sources",
    prefix: "src",
    columns: {
      ...{ kind: "kind", title: "title", author: "author", published: "published_on", language: "language" },
      ...{ url: "url", accessedVia: "accessed_via", note: "notes" },
    },
    dates: { published: "published_precision" },
    rest: { publisher: TEST_DESK },
    made: {},
    slug: itself,
    instead: { kind: "report", title: "x", language: "nl" },
    write(field, cell) {
      // Of these a file makes something else than the text itself.
      if (field === "title" && /^\(.*\)$|headline/s.test(cell.trim())) return null;
      // A file says a language of every source, and may say several.
      if (field === "language" && (isBlank(cell) || cell.includes("/"))) return null;
      if (field !== "kind") return cell;
      const word = cell.trim();
      const own = Object.hasOwn(SOURCE_KINDS, word) ? SOURCE_KINDS[word] : undefined;
      if (own !== undefined) return cell.replace(word, own);
      return OTHER_KINDS.includes(word) || Object.values(SOURCE_KINDS).includes(word) ? null : cell;
    },
  },
  station: {
    file: "stations",
    prefix: "st",
    columns: {
      ...{ kind: "kind", country: "country_iso2", city: "city", localityNote: "locality_note" },
      ...{ firstReported: "first_reported_on", latitude: "latitude", longitude: "longitude" },
      ...{ locationPrecision: "geo_precision", locationSource: "geo_source", note: "confidence_note" },
    },
    dates: { firstReported: "first_reported_precision" },
    rest: { run_by: "unknown", status: "reported", status_as_of_precision: "unknown", source_ids: "src-1" },
    made: { name: text("x") },
    slug: (id) => id.replace(/^st-/, ""),
    // Files know places as closely as their city.
    write: (field, cell) => (field !== "locationPrecision" || isBlank(cell) || cell.trim() === "city" ? cell : null),
  },
  claim: {
    file: "claims",
    prefix: "clm",
    columns: {
      ...{ scope: "scope", country: "country_iso2", subject: "subject", valueNumber: "value_number" },
      ...{ asserted: "asserted_on", position: "stance", note: "notes" },
    },
    dates: { asserted: "asserted_precision" },
    rest: { value_text: "x", asserted_by: TEST_DESK, source_id: "src-1" },
    made: { proposition: text("x") },
    slug: itself,
    instead: { scope: "global" },
    write(field, cell) {
      // Of a claim that none was found the loader makes coverage too, whose note has to say more than this one.
      if (field === "note" && cell.trim().length > 3990 && cell.trim().length <= 4000) return null;
      // Of regions files know Europe; a station's claim names it by its row.
      return field === "scope" && /^(?:region|europe|station)$/.test(cell.trim()) ? null : cell;
    },
  },
  response: {
    file: "responses",
    prefix: "rsp",
    columns: {
      ...{ kind: "response_type", officialRole: "official_role", officialName: "official_name" },
      ...{
        given: "responded_on",
        summary: "summary",
        quote: "quote",
        quoteLanguage: "quote_language",
        note: "notes",
      },
    },
    dates: { given: "responded_precision" },
    rest: { authority: TEST_DESK, country_iso2: "NL", source_id: "src-1", sourcing: "single page" },
    made: { authority: text("x") },
    slug: itself,
  },
  event: {
    file: "events",
    prefix: "evt",
    columns: {
      ...{ title: "title", kind: "kind", occurred: "occurred_on", country: "country_iso2", summary: "summary" },
      ...{ note: "notes" },
    },
    dates: { occurred: "precision" },
    rest: { source_ids: "src-1" },
    made: {},
    slug: itself,
  },
} as const satisfies Record<string, CsvNoun>;

const PRECISIONS = { day: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/, year: /^\d{4}$/ };
/** Files know days, months and years; a date that is none of them is not written in a file. */
function precisionOf(cell: string): string | null {
  if (isBlank(cell)) return "unknown";
  return Object.entries(PRECISIONS).find(([, form]) => form.test(cell.trim()))?.[0] ?? null;
}

/** The part of a form that a file can say, with its row. */
export function rowOf(noun: CsvNoun, form: RandomForm, at: number): { given: RandomForm; row: Row } {
  const row: Record<string, string> = { ...noun.rest, id: `${noun.prefix}-f${at}` };
  const given: Record<string, Given> = { ...noun.made };
  const write = (field: string, cell: string) => (noun.write ? noun.write(field, cell) : cell);
  for (const [field, column] of Object.entries(noun.columns)) {
    const value = form[field];
    const typed = value?.kind === "text" ? value.text : "";
    const isDate = field in noun.dates;
    const isSaid = write(field, typed) !== null && (!isDate || precisionOf(typed) !== null);
    const cell = isSaid ? typed : (noun.instead?.[field] ?? "");
    // A file has every column: its empty cell is an explicit nothing.
    given[field] = cell === "" ? { kind: "null" } : text(cell);
    row[column] = write(field, cell) ?? "";
    const precisionColumn = noun.dates[field];
    if (precisionColumn) row[precisionColumn] = precisionOf(cell) ?? "";
  }
  return { given, row };
}
