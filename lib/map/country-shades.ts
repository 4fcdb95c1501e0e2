/** The one quiet scale by which countries with a report are filled: from how many stations on file, and how densely. */
export const COUNTRY_SHADES = [
  { least: 0, opacity: 0.3 },
  { least: 1, opacity: 0.5 },
  { least: 2, opacity: 0.75 },
  { least: 5, opacity: 1 },
] as const;

/** Reported countries by the shade that they have, in the order of `COUNTRY_SHADES`. */
export function countriesByShade(
  reported: readonly string[],
  counted: readonly { readonly country: string; readonly stations: number }[],
): string[][] {
  const stationsOf = new Map(counted.map(({ country, stations }) => [country, stations]));
  const shades: string[][] = COUNTRY_SHADES.map(() => []);
  for (const code of reported) {
    const stations = stationsOf.get(code) ?? 0;
    shades[COUNTRY_SHADES.findLastIndex(({ least }) => stations >= least)]?.push(code);
  }
  return shades;
}
