import type { StatusChange } from "../records/status-changes";

/** Days of a change that are drawn each for itself at most, and stretches of time where there are more. */
const MOST_STEPS = 120;
const MOST_STRETCHES = 40;

/** The stretch of time that a day is in. */
type StretchOf = (day: string) => string;
const STRETCHES: readonly StretchOf[] = [
  (day) => day.slice(0, 7),
  (day) => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  (day) => day.slice(0, 4),
  (day) => day.slice(0, 3),
];

/** The first change, and the last of each stretch of time: each of them is the state from its own day on. */
export const lastOfEach = (steps: readonly StatusChange[], stretchOf: StretchOf): StatusChange[] =>
  steps.filter(({ day }, index) => {
    const next = steps[index + 1];
    return index === 0 || !next || stretchOf(next.day) !== stretchOf(day);
  });

/** Where there are more changes than can be told apart, the finest stretch that leaves few enough. */
export function stretchFor(steps: readonly StatusChange[]): StretchOf {
  if (steps.length <= MOST_STEPS) return (day) => day;
  const fits = STRETCHES.find((stretchOf) => lastOfEach(steps, stretchOf).length <= MOST_STRETCHES);
  return fits ?? ((day) => day.slice(0, 2));
}
