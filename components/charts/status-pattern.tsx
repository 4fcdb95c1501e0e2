import type { StationStatus } from "@/lib/status";

/** Each status has a colour of five and a pattern of its own, so that two bars differ without colour too. */
const DRAWN: Record<StationStatus, { colour: string; stripes?: string }> = {
  reported: { colour: "var(--data-1)" },
  acknowledged: { colour: "var(--data-1)", stripes: "M2 4h4" },
  under_investigation: { colour: "var(--data-5)", stripes: "M-2 2l4 -4M0 8l8 -8M6 10l4 -4" },
  ordered_closed: { colour: "var(--data-2)", stripes: "M4 0v8" },
  reported_closed: { colour: "var(--data-2)", stripes: "M0 2h8M0 6h8" },
  closure_confirmed: { colour: "var(--data-2)" },
  denied: { colour: "var(--data-4)", stripes: "M0 0l8 8M8 0l-8 8" },
  reopened: { colour: "var(--data-3)", stripes: "M0 8l4 -8l4 8" },
  unknown: { colour: "var(--data-rest)", stripes: "M3 4h2" },
};

const patternId = (chart: string, status: StationStatus) => `${chart}-${status}`;
export const patternOf = (chart: string, status: StationStatus) => `url(#${patternId(chart, status)})`;

/** The patterns of the statuses that a picture uses; `chart` keeps the ids of two pictures apart. */
export function StatusPatterns({ chart, statuses }: { chart: string; statuses: readonly StationStatus[] }) {
  return (
    <defs>
      {statuses.map((status) => {
        const { colour, stripes } = DRAWN[status];
        return (
          <pattern key={status} id={patternId(chart, status)} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" fill={colour} />
            {stripes && <path d={stripes} stroke="var(--paper)" strokeWidth="1.5" fill="none" />}
          </pattern>
        );
      })}
    </defs>
  );
}
