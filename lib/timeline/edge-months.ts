import type { Period } from "./timeline-scale";
import { windowAt } from "./timeline-window";

/** The months, as days, that a period takes in only a part of: two at most, and none twice. */
export function edgeMonths({ from, to }: { from?: string | undefined; to?: string | undefined }): Period[] {
  const begins = from === undefined ? undefined : windowAt("month", from);
  const ends = to === undefined ? undefined : windowAt("month", to);
  const cut = [...(begins && begins.from !== from ? [begins] : []), ...(ends && ends.to !== to ? [ends] : [])];
  return cut.filter((month, index) => cut.findIndex((other) => other.from === month.from) === index);
}
