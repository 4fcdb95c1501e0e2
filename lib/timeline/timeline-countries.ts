/** Lanes of countries: those with most records, then the others together, then what is about none. */
export const MOST_COUNTRIES = 8;
export const OTHERS = "others";
export const NOWHERE = "nowhere";

/** @param counts country → its records; "" for those about no country. @returns lanes from top to bottom */
export function countryLanes(counts: ReadonlyMap<string, number>): string[] {
  const codes = [...counts].filter(([code, count]) => code !== "" && count > 0);
  const ranked = codes.sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1)).map(([code]) => code);
  return [
    ...ranked.slice(0, MOST_COUNTRIES),
    ...(ranked.length > MOST_COUNTRIES ? [OTHERS] : []),
    ...((counts.get("") ?? 0) > 0 ? [NOWHERE] : []),
  ];
}

/** The lanes of a record: each of its countries' once. */
export function lanesOf(countries: readonly string[], lanes: readonly string[]): string[] {
  if (countries.length === 0) return [NOWHERE];
  return [...new Set(countries.map((code) => (lanes.includes(code) ? code : OTHERS)))];
}

export function countRecordsByCountry(
  records: readonly { readonly countries: readonly string[] }[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { countries } of records) {
    for (const code of countries.length > 0 ? countries : [""]) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
