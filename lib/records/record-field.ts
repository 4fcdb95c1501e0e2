import type { Locale } from "../text/locale";
import { stanceInput } from "./claim";
import { countryName } from "./country";
import type { RecordKind, RevisedKind } from "./editorial";
import type { Snapshot } from "./merge";
import { RECORD_INPUTS } from "./record-input";

/** Said of the record as a whole, and not among its fields. */
const ABOUT = ["slug", "state"];

/** The order in which a person meets the fields: that of the form. What the form does not know comes last. */
export function fieldsInOrder(kind: RevisedKind, snapshots: readonly Snapshot[]): string[] {
  const known: readonly string[] = kind in RECORD_INPUTS ? Object.keys(RECORD_INPUTS[kind as RecordKind].shape) : [];
  const held = new Set(snapshots.flatMap((snapshot) => Object.keys(snapshot)));
  const others = [...held].filter((field) => !known.includes(field) && !ABOUT.includes(field)).sort();
  return [...known, ...others].filter((field) => held.has(field));
}

/** A field may be called "constructor" by whoever sends it. */
const own = <T>(known: Readonly<Record<string, T>>, field: string): T | null =>
  Object.hasOwn(known, field) ? (known[field] ?? null) : null;

/** The record kind that a field's slugs name, wherever the field stands. */
const REFERENCES: Readonly<Record<string, RecordKind>> = {
  operator: "organization",
  publisher: "organization",
  carriedBy: "organization",
  relayedBy: "organization",
  authority: "organization",
  respondent: "organization",
  origin: "organization",
  claimants: "organization",
  examiners: "organization",
  station: "station",
  stations: "station",
  evidence: "evidence",
  response: "response",
  claim: "claim",
  claims: "claim",
  disputes: "claim",
};
export const referencedKind = (field: string): RecordKind | null => own(REFERENCES, field);

/** What each of a field's rows is about: the field that no two rows share. */
const ROW_KEYS: Readonly<Record<string, string>> = { stances: "evidence", answers: "claim" };
export const rowKey = (field: string): string | null => own(ROW_KEYS, field);

/** A row's fields in the order of the form. */
export const rowFields = (row: Snapshot): string[] => {
  const known = ["claim", "answer", ...Object.keys(stanceInput.shape)];
  return [...known.filter((field) => field in row), ...Object.keys(row).filter((field) => !known.includes(field))];
};

/** The field that holds the language which a text is in. */
export const languageFieldOf = (kind: RevisedKind, field: string): string | null => {
  if (field === "quote") return "quoteLanguage";
  return kind === "evidence" && field === "title" ? "language" : null;
};

export type References = Partial<Record<RecordKind, string[]>>;

/** The slugs of all records that these snapshots name, each once, by kind. */
export function referencesIn(snapshots: readonly Snapshot[]): References {
  const found = new Map<RecordKind, Set<string>>();
  for (const snapshot of snapshots) collectReferences(snapshot, found);
  return Object.fromEntries([...found].map(([kind, slugs]) => [kind, [...slugs]]));
}

function collectReferences(snapshot: Snapshot, found: Map<RecordKind, Set<string>>): void {
  for (const [field, value] of Object.entries(snapshot)) {
    const kind = referencedKind(field);
    const key = rowKey(field);
    if (!kind && !key) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (kind && typeof item === "string") found.set(kind, (found.get(kind) ?? new Set<string>()).add(item));
      if (key && typeof item === "object" && item !== null) collectReferences(item as Snapshot, found);
    }
  }
}

/** What the records that a snapshot refers to are called, by kind and slug; one that this reader may not see is not there. */
export type ReferenceNames = Partial<Record<RecordKind, Readonly<Record<string, string>>>>;

/** What of a revision is drawn: a proposal is read as the record that it would make. */
export function drawnOf(kind: RevisedKind, snapshot: Snapshot): { kind: RevisedKind; snapshot: Snapshot } {
  const { record, input } = snapshot as { record?: { kind: RecordKind }; input?: Snapshot | null };
  return kind === "proposal" && record && input ? { kind: record.kind, snapshot: input } : { kind, snapshot };
}

const TITLES: Partial<Record<RecordKind, string>> = {
  organization: "name",
  station: "name",
  evidence: "title",
  claim: "proposition",
  response: "summary",
  event: "title",
  status_report: "station",
  reply_request: "subject",
  coverage: "country",
};

/** What a version calls its record; "" when its kind has no name of its own. */
export const titleOf = (kind: RecordKind, snapshot: object): string =>
  String((snapshot as Snapshot)[TITLES[kind] ?? ""] ?? "");

/** The same for a reader: coverage is called by its country's name. */
export const localTitleOf = (kind: RecordKind, snapshot: object, locale: Locale): string =>
  kind === "coverage" ? countryName(titleOf(kind, snapshot), locale) : titleOf(kind, snapshot);

/** Only at the place's public precision does a location leave the desk, and a version does not say what that is by now. */
const LOCATION = ["latitude", "longitude", "locationPrecision", "publicPrecision", "locationSource", "localityNote"];
const DESK_ONLY = [...LOCATION, "internalNote"];

/** Of a row: what a file says around a quote is the desk's, as its files are. */
const DESK_ONLY_IN_ROWS = ["target"];

/** A version as somebody outside the desk may read it: without records that they can't see (not in `names`), or exact places. */
export function withoutHidden(snapshot: Snapshot, names: ReferenceNames): Snapshot {
  const isSeen = (field: string, value: unknown) => {
    const kind = referencedKind(field);
    return kind === null || typeof value !== "string" || names[kind]?.[value] !== undefined;
  };
  const seen = (field: string, value: unknown): unknown => {
    const key = rowKey(field);
    if (!Array.isArray(value)) return isSeen(field, value) ? value : null;
    if (!key) return value.filter((item) => isSeen(field, item));
    return (value as Snapshot[])
      .filter((row) => isSeen(key, row[key]))
      .map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([name]) => !DESK_ONLY_IN_ROWS.includes(name))
            .map(([name, cell]) => [name, isSeen(name, cell) ? cell : null]),
        ),
      );
  };
  return Object.fromEntries(
    Object.entries(snapshot)
      .filter(([field]) => !DESK_ONLY.includes(field))
      .map(([field, value]) => [field, seen(field, value)]),
  );
}
