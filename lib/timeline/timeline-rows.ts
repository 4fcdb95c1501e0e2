import TinyQueue from "tinyqueue";

type Placed = { readonly x: number; readonly width: number; readonly entry: { readonly id: string } };

const byPlace = (a: Placed, b: Placed) =>
  a.x - b.x || b.width - a.width || (a.entry.id < b.entry.id ? -1 : Number(a.entry.id > b.entry.id));

/**
 * Gives each bar the highest row that is free where it begins, in one sweep from left to right: O(n log n), and no more
 * rows than bars that stand over one another.
 */
export function assignRows<B extends Placed>(
  bars: readonly B[],
  gap: number,
): { rows: number; bars: (B & { row: number })[] } {
  const busy = new TinyQueue<{ until: number; row: number }>([], (a, b) => a.until - b.until);
  const free = new TinyQueue<number>([], (a, b) => a - b);
  let rows = 0;
  const placed = [...bars].sort(byPlace).map((bar) => {
    for (let next = busy.peek(); next && next.until <= bar.x; next = busy.peek()) {
      free.push(next.row);
      busy.pop();
    }
    const row = free.pop() ?? rows++;
    busy.push({ until: bar.x + bar.width + gap, row });
    return { ...bar, row };
  });
  return { rows, bars: placed };
}
