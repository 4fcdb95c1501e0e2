import type { CoverageState } from "../records/coverage";
import type { StationStatus } from "../records/status";
import type { KindCount } from "./government-figure";
import type { ClaimMark } from "./tally";

/** By what countries can be ordered. */
export const CHART_SORTS = ["claimed", "documented", "asked", "answered", "responses", "days", "name"] as const;
export type ChartSort = (typeof CHART_SORTS)[number];

/** A figure that somebody gives, as `rangeOf` of lib/tally computes the range. */
export type ClaimedMark = Omit<ClaimMark, "claims"> & { readonly claims: readonly { readonly slug: string }[] };

/** What the figures of countries are drawn from. */
export type CountryNumbers = {
  readonly country: string;
  readonly coverage: CoverageState;
  readonly claimed: {
    readonly lowest: number | null;
    readonly highest: number | null;
    readonly marks: readonly ClaimedMark[];
    /** How many more there are, where there are very many: `marks` are then some of those that stand. */
    readonly more?: number;
  };
  /** Stations that the reader may see, by their status, and how many of them are published. */
  readonly statuses: readonly {
    readonly status: StationStatus;
    readonly count: number;
    readonly published: number;
  }[];
  readonly responses: readonly KindCount[];
  readonly replies: {
    readonly asked: number;
    readonly answered: number;
    readonly medianDays: number | null;
  };
};

type Statuses = Pick<CountryNumbers, "statuses">;
/** What the dossier documents: stations that were published (rule 1). */
export const countDocumented = ({ statuses }: Statuses) =>
  statuses.reduce((sum, { published }) => sum + published, 0);
/** Stations on file, drafts included as far as the reader may see them. */
export const countOnFile = ({ statuses }: Statuses) => statuses.reduce((sum, { count }) => sum + count, 0);

/** Share of the requests that were answered, 0 to 1; null where nobody was asked, which is not "none answered". */
export const responseRate = ({ replies: { asked, answered } }: CountryNumbers) =>
  asked === 0 ? null : answered / asked;

/** What authorities said or did, as far as it is on file. */
export const countResponsesIn = ({ responses }: Pick<CountryNumbers, "responses">) =>
  responses.reduce((sum, { count }) => sum + count, 0);

/** Countries in an order, equal ones by name. Whoever has no figure comes last: that is no number. */
export function orderCountries(
  figures: readonly CountryNumbers[],
  sort: ChartSort,
  nameOf: (country: string) => string,
): CountryNumbers[] {
  const keys: Record<Exclude<ChartSort, "name">, (figure: CountryNumbers) => number | null> = {
    claimed: ({ claimed }) => claimed.highest,
    documented: countDocumented,
    asked: ({ replies }) => replies.asked,
    answered: ({ replies }) => replies.answered,
    responses: countResponsesIn,
    // The quickest first: a figure of days counts from below.
    days: ({ replies }) => (replies.medianDays === null ? null : -replies.medianDays),
  };
  const byName = (a: CountryNumbers, b: CountryNumbers) => nameOf(a.country).localeCompare(nameOf(b.country));
  if (sort === "name") return [...figures].sort(byName);
  const keyOf = keys[sort];
  return [...figures].sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
    return other - one || countDocumented(b) - countDocumented(a) || byName(a, b);
  });
}
