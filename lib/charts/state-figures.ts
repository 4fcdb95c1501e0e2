import type { ClaimedMark } from "../figures/country-figure";
import { type DashboardFilter, dashboardFilter } from "../filters/dashboard-filter";
import { COUNT_SUBJECT } from "../records/claim";
import { onlyValues, recordsBehind } from "./records-behind";

type Range = {
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly marks: readonly ClaimedMark[];
};

/** A state of affairs, as it is counted. */
export type Known = {
  readonly stations: { readonly total: number; readonly published: number; readonly countries: number };
  /** Null: of several countries, whose figures nobody gave. */
  readonly claimed: Range | null;
  readonly responses: { readonly total: number; readonly denied: number; readonly acted: number };
  readonly governments: number;
};

/** How it stands now, and at the two ends of the days that are compared. */
export type KnownOverDays = { readonly now: Known; readonly end: Known; readonly before: Known };

/** A number with what it counts, and by how much it changed over the days. */
export type StateFigure = { readonly value: number; readonly change: number; readonly href: string };

export type StateFigures = {
  readonly documented: StateFigure & { readonly onFile: number; readonly countries: number };
  readonly governments: StateFigure & { readonly responses: number };
  readonly acted: StateFigure;
  readonly denied: StateFigure;
  readonly claimed: {
    readonly range: Range | null;
    /** How many gave a figure that stands. */
    readonly claimants: number;
    /** The figures that stood before the days; null: the same. */
    readonly before: Range | null;
    readonly href: string;
  };
};

/** The key figures of the first page. */
export function stateFigures({ now, end, before }: KnownOverDays, scope: DashboardFilter): StateFigures {
  const figure = (numberOf: (known: Known) => number, href: string): StateFigure => ({
    value: numberOf(now),
    change: numberOf(end) - numberOf(before),
    href,
  });
  const isWorld = scope.country.any.length === 0;
  return {
    documented: {
      ...figure(({ stations }) => stations.published, recordsBehind("documented", scope)),
      onFile: now.stations.total,
      countries: now.stations.countries,
    },
    governments: {
      ...figure(({ governments }) => governments, recordsBehind("responses", scope)),
      responses: now.responses.total,
    },
    acted: figure(({ responses }) => responses.acted, recordsBehind("acted", scope)),
    denied: figure(({ responses }) => responses.denied, recordsBehind("denied", scope)),
    claimed: {
      range: now.claimed,
      claimants: now.claimed ? countClaimants(now.claimed) : 0,
      before: isSameRange(end.claimed, before.claimed) ? null : before.claimed,
      href: recordsBehind("claims", scope, {
        subject: onlyValues(COUNT_SUBJECT),
        scope: onlyValues(isWorld ? "global" : "country"),
      }),
    },
  };
}

/** Of the figures that stand; one that nobody signed is nobody's. */
const countClaimants = ({ marks }: Range) =>
  new Set(marks.filter(({ standing }) => standing).flatMap(({ claimants }) => claimants.map(({ slug }) => slug)))
    .size;

const isSameRange = (one: Range | null, other: Range | null) =>
  one?.lowest === other?.lowest && one?.highest === other?.highest;

/** Whether anything that is compared differs between the two days. */
export const isStateChanged = (over: KnownOverDays): boolean => {
  const { documented, governments, acted, denied, claimed } = stateFigures(over, dashboardFilter.absent);
  return claimed.before !== null || [documented, governments, acted, denied].some(({ change }) => change !== 0);
};
