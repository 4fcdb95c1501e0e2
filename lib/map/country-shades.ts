/** The one quiet scale by which countries with a report are filled: from how many stations on file, and how densely. */
export const COUNTRY_SHADES = [
  { least: 0, opacity: 0.3 },
  { least: 1, opacity: 0.5 },
  { least: 2, opacity: 0.75 },
  { least: 5, opacity: 1 },
] as const;

/** Where a part of the map is looked at, its stations alone are counted: there every reported country has the same shade. */
export const oneShade = (reported: readonly string[]): string[][] =>
  COUNTRY_SHADES.map((_, step) => (step === COUNTRY_SHADES.length - 1 ? [...reported] : []));

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
