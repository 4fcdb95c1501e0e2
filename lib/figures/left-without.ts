import type { Assessment } from "../records/claim";
import { currentStatus, type PlacedStatus, type StationStatus } from "../records/status";
import { assessClaim, independentSources, type StanceRow } from "./independence";

/** What a record stands on now, and what of that is left when some items count no more. */
export type Left<Word> = {
  /** A claim's independent sources; of any other record, the items and answers that it names. */
  readonly grounds: number;
  readonly left: number;
  /** What the rules make of it now and then; null where they make nothing of it. */
  readonly word: { readonly now: Word; readonly after: Word } | null;
};

/** A claim without some of its items: its independent sources (rule 2), and what the rules alone would assess. */
export function claimWithout(
  rows: readonly StanceRow[],
  isGone: (evidenceId: string) => boolean,
  isDisputed: boolean,
): Left<Assessment> {
  const others = rows.filter(({ evidenceId }) => !isGone(evidenceId));
  return {
    grounds: independentSources(rows).count,
    left: independentSources(others).count,
    word: { now: assessClaim(rows, isDisputed), after: assessClaim(others, isDisputed) },
  };
}

/** What a station's status is derived to be, and what it would be without the reports that have nothing else to rest on. */
export function statusWithout<R extends PlacedStatus>(
  reports: readonly R[],
  isGone: (report: R) => boolean,
): { readonly now: StationStatus; readonly after: StationStatus } {
  const of = (some: readonly R[]) => currentStatus(some)?.status ?? "unknown";
  return { now: of(reports), after: of(reports.filter((report) => !isGone(report))) };
}
