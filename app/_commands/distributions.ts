/** The value below which a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

/** How much the second number of a point grows by each one of the first (least squares). */
export function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const together = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return together / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

type DistributionComparison = {
  /** The one median by the other. */
  readonly ratio: number;
  /** How often one of the first is greater than one of the others; 0.5 when neither tells itself from the other. */
  readonly greater: number;
  /** How likely ranks that differ so much are, when both come from one distribution (Mann and Whitney, two-sided). */
  readonly likelihood: number;
};

/** Whether two samples, of a few dozen or more, could be told apart. */
export function compareDistributions(ones: readonly number[], others: readonly number[]): DistributionComparison {
  let pairs = 0;
  for (const one of ones) for (const other of others) pairs += one > other ? 1 : one === other ? 0.5 : 0;
  const all = ones.length * others.length;
  const deviation = Math.sqrt((all * (ones.length + others.length + 1)) / 12);
  return {
    ratio: quantile(ones, 0.5) / quantile(others, 0.5),
    greater: pairs / all,
    likelihood: twoSided(Math.abs(pairs - all / 2) / deviation),
  };
}

/** What lies beyond so many standard deviations on both sides (Abramowitz and Stegun 7.1.26, to 1e-7). */
function twoSided(deviations: number): number {
  const x = deviations / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  return series.reduce((sum, term) => (sum + term) * t, 0) * Math.exp(-x * x);
}
