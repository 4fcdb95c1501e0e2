/** What we know of a country (rule 4). Absence is not zero: two of the three have no station, and mean different things. */
export const COVERAGES = ["reported", "examined_none_found", "not_examined"] as const;
export type CoverageState = (typeof COVERAGES)[number];

/**
 * @param facts.stations how many stations are reported there, whatever their status
 * @param facts.claimed how many claims say that there is one, also where no station is on file
 * @param facts.noneFound whether a record with evidence says that somebody looked and found none. A report weighs
 * more: then the two disagree, and the country's page shows both.
 */
export function coverageOf(facts: {
  readonly stations: number;
  readonly claimed: number;
  readonly noneFound: boolean;
}): CoverageState {
  if (facts.stations > 0 || facts.claimed > 0) return "reported";
  return facts.noneFound ? "examined_none_found" : "not_examined";
}
