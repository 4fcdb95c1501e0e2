/** How far apart lines of labels stand, in CSS pixels. */
export const LINE = 16;

/** Places (from the bottom up) at least a line apart, within bounds. */
export function spreadOut(
  indexes: readonly number[],
  { least, most }: { least: number; most: number },
  line = LINE,
): number[] {
  const spread: number[] = [];
  for (const position of indexes) {
    const before = spread.at(-1);
    spread.push(Math.min(position, before === undefined ? most : before - line));
  }
  const over = least - (spread.at(-1) ?? least);
  return over > 0 ? spread.map((position, index) => Math.min(most - index * line, position + over)) : spread;
}
