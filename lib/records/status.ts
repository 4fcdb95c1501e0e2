import { dayOf, FIRST_DAY } from "../dates/days";
import type { FuzzyDate } from "../dates/fuzzy-date";
import { compareFuzzy } from "../dates/fuzzy-order";

export const STATION_STATUSES = [
  "reported",
  "acknowledged",
  "under_investigation",
  "ordered_closed",
  "reported_closed",
  "closure_confirmed",
  "denied",
  "reopened",
  "unknown",
] as const;
export type StationStatus = (typeof STATION_STATUSES)[number];

/** Look.md's shapes: a status is known by its shape first, then by its colour. */
const GLYPHS: Record<StationStatus, string> = {
  reported: "○",
  acknowledged: "◐",
  under_investigation: "◎",
  ordered_closed: "⊘",
  reported_closed: "◒",
  closure_confirmed: "●",
  denied: "⊗",
  reopened: "↻",
  unknown: "?",
};
export const statusGlyph = (status: StationStatus) => GLYPHS[status];

/** One dated report of a status, as its history holds it. */
export type DatedStatus = {
  readonly id: string;
  readonly status: StationStatus;
  readonly asOf: FuzzyDate | null;
  /** `response`: an authority said or did it; `evidence`: a publisher reports it. */
  readonly basis: "response" | "evidence";
  /** The authority's or the publisher's name. */
  readonly by: string | null;
  /** The office that spoke for the authority: "Minister of Foreign Affairs", "spokesperson". */
  readonly role: string | null;
  /** ISO instant at which the desk recorded it. */
  readonly recordedAt: string;
};

/** What the order of two reports depends on. */
export type PlacedStatus = Pick<DatedStatus, "id" | "status" | "asOf" | "basis" | "recordedAt">;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What leads to no other status: a first report, and the word that nothing is known. Every other status is a step. */
export const NO_STEPS: readonly StationStatus[] = ["reported", "unknown"];
const isStep = ({ status }: PlacedStatus) => !NO_STEPS.includes(status);

/**
 * By date (`compareFuzzy`: first possible day, of two that begin together the more precise one is later, undated ones first).
 * With equal dates, what tells nothing (`unknown`) comes first, then what a publisher reports, then what an authority said
 * itself; then the one recorded earlier; then by id, so that the order never changes.
 */
function compareReports(a: PlacedStatus, b: PlacedStatus): number {
  return (
    compareFuzzy(a.asOf, b.asOf) ||
    Number(b.status === "unknown") - Number(a.status === "unknown") ||
    Number(a.basis === "response") - Number(b.basis === "response") ||
    compare(a.recordedAt, b.recordedAt) ||
    compare(a.id, b.id)
  );
}

/**
 * Reports from first to last. A step whose date nobody knows comes after the reports that a station is there, and before the
 * first step that has a date: whether it came before or after that one, nobody knows.
 */
export function sortReports<R extends PlacedStatus>(reports: readonly R[]): R[] {
  const sorted = [...reports].sort(compareReports);
  const undated = sorted.filter((report) => report.asOf === null && isStep(report));
  const others = sorted.filter((report) => report.asOf !== null || !isStep(report));
  const first = others.findIndex(isStep);
  return first < 0 ? [...others, ...undated] : [...others.slice(0, first), ...undated, ...others.slice(first)];
}

/** The report that a station's status is derived from: the last of its history; null when there is none. */
export const currentStatus = <R extends PlacedStatus>(reports: readonly R[]): R | null =>
  sortReports(reports).at(-1) ?? null;

/** The day from which a report tells what a station's status is: an undated step certainly from when the desk recorded it. */
export const countsFrom = ({ status, asOf, recordedAt }: PlacedStatus): string =>
  asOf === null && !NO_STEPS.includes(status) ? dayOf(new Date(recordedAt)) : (asOf?.from ?? asOf?.to ?? FIRST_DAY);

/** What the status sentence says, as data. */
export type StatusParts = Pick<DatedStatus, "status" | "basis" | "by" | "role"> & {
  readonly date: FuzzyDate | null;
  /** Whether a report in the history confirms a closure that no later report undoes by `reopened`. */
  readonly closureConfirmed: boolean;
};

/** Null when the station has no report: then nothing is said, not "unknown". */
export function statusParts(reports: readonly DatedStatus[]): StatusParts | null {
  const current = currentStatus(reports);
  if (!current) return null;
  const { status, basis, by, role, asOf } = current;
  const turn = currentStatus(reports.filter((r) => r.status === "closure_confirmed" || r.status === "reopened"));
  return { status, basis, by, role, date: asOf, closureConfirmed: turn?.status === "closure_confirmed" };
}
