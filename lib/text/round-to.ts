/** To so many decimals, a half upwards: 1.25 → 1.3. */
export const roundTo = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;
