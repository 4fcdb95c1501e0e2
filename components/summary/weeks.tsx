import { useClock } from "#translations";
import type { DeskFigures } from "@/db/access/figures/desk-figures";
import { buildFigure } from "@/lib/charts/figures";
import type { SummaryView } from "@/lib/filters/summary-filter";
import { SummaryFigure } from "./summary-figure";

type Props = { desk: Pick<DeskFigures, "weeks" | "head">; view: SummaryView; seesDrafts: boolean; now: Date };

/** What went through the desk week by week. */
export function Weeks({ desk: { weeks, head }, view, seesDrafts, now }: Props) {
  const context = { filter: view, seesDrafts, ...useClock(), asOf: now.toISOString(), revision: head };
  return <SummaryFigure figure={buildFigure("weeks", { weeks }, context)} view={view} isCompact isClosed />;
}
