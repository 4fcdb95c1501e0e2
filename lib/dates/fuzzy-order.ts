import type { FuzzyDate } from "./fuzzy-date";

const NEVER = "0000";

/**
 * Orders fuzzy dates from earliest to latest, as the lists are sorted in SQL: by first possible day (the last one when the
 * beginning is open). Of two that begin together the more precise one counts as later, because it knows more: "2022-12-01"
 * after "2022-12" after "2022". An unknown date comes before everything. 0: neither is later.
 */
export function compareFuzzy(a: FuzzyDate | null, b: FuzzyDate | null): number {
  const beginnings = compare(a?.from ?? a?.to ?? NEVER, b?.from ?? b?.to ?? NEVER);
  return beginnings || compare(b?.to ?? "9999-99", a?.to ?? "9999-99");
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
