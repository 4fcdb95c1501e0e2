/** A heap of numbers with a payload, the least first. */
class LeastFirst {
  readonly #keys: number[] = [];
  readonly #rows: number[] = [];

  get least(): number {
    return this.#keys[0] ?? Number.POSITIVE_INFINITY;
  }

  add(key: number, row: number): void {
    let at = this.#keys.push(key) - 1;
    this.#rows.push(row);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isLess(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  take(): number | undefined {
    this.#swap(0, this.#keys.length - 1);
    this.#keys.pop();
    const row = this.#rows.pop();
    for (let at = 0; ; ) {
      const least = [2 * at + 1, 2 * at + 2].reduce((best, child) => (this.#isLess(child, best) ? child : best), at);
      if (least === at) return row;
      this.#swap(at, least);
      at = least;
    }
  }

  #isLess(a: number, b: number): boolean {
    const [left, right] = [this.#keys[a], this.#keys[b]];
    return left !== undefined && right !== undefined && left < right;
  }

  #swap(a: number, b: number): void {
    for (const list of [this.#keys, this.#rows]) [list[a], list[b]] = [list[b] as number, list[a] as number];
  }
}

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
  const busy = new LeastFirst();
  const free = new LeastFirst();
  let rows = 0;
  const placed = [...bars].sort(byPlace).map((bar) => {
    while (busy.least <= bar.x) {
      const row = busy.take() ?? 0;
      free.add(row, row);
    }
    const row = free.least < Number.POSITIVE_INFINITY ? (free.take() ?? 0) : rows++;
    busy.add(bar.x + bar.width + gap, row);
    return { ...bar, row };
  });
  return { rows, bars: placed };
}
