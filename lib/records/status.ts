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

/**
 * Orders reports from first to last: by date (`compareFuzzy`: first possible day, of two that begin together the more precise
 * one is later, undated ones first). With equal dates, what tells nothing (`unknown`) comes first, then what a publisher
 * reports, then what an authority said itself; then the one recorded earlier; then by id, so that the order never changes.
 */
export function compareReports(a: PlacedStatus, b: PlacedStatus): number {
  return (
    compareFuzzy(a.asOf, b.asOf) ||
    Number(b.status === "unknown") - Number(a.status === "unknown") ||
    Number(a.basis === "response") - Number(b.basis === "response") ||
    compare(a.recordedAt, b.recordedAt) ||
    compare(a.id, b.id)
  );
}

/** The report that a station's status is derived from: the last of its history; null when there is none. */
export function currentStatus<R extends PlacedStatus>(reports: readonly R[]): R | null {
  return reports.reduce<R | null>((last, report) => (last && compareReports(last, report) > 0 ? last : report), null);
}

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
