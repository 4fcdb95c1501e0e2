import { STATION_STATUSES, type StationStatus } from "./status";

/** By how much the number of stations that have a status changed on a day, ISO. */
export type StatusDelta = { readonly day: string; readonly status: StationStatus; readonly change: number };

/** How many stations had which status from a day on; a status that none has is left out. */
export type StatusChange = {
  readonly day: string;
  readonly counts: readonly { readonly status: StationStatus; readonly count: number }[];
};

/**
 * The state from each day on which it changed, from first to last. With `from` the first step is what had come before,
 * as the state of that day; nothing after `to`. Both inclusive.
 */
export function statusChangesOf(
  changes: readonly StatusDelta[],
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined } = {},
): StatusChange[] {
  const counts = new Map<StationStatus, number>();
  const steps = new Map<string, StatusChange>();
  for (const { day, status, change } of [...changes].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))) {
    if (to && day > to) break;
    counts.set(status, (counts.get(status) ?? 0) + change);
    const shown = from && day < from ? from : day;
    steps.set(shown, {
      day: shown,
      counts: STATION_STATUSES.flatMap((word) => {
        const count = counts.get(word) ?? 0;
        return count === 0 ? [] : [{ status: word, count }];
      }),
    });
  }
  return [...steps.values()];
}
