/** Random values of a seed: the same ones for the same seed, on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
    this.next();
  }

  /** From 0 up to, not with, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @param skew 1: all alike; the more, the longer the tail behind the first few */
  below(count: number, skew = 1): number {
    return Math.min(count - 1, Math.floor(count * this.next() ** skew));
  }

  pick<T>(items: readonly T[], skew = 1): T {
    return items[this.below(items.length, skew)] as T;
  }

  /** So many different ones, fewer when chance falls on one twice. */
  several<T>(items: readonly T[], count: number, skew = 1): T[] {
    return [...new Set(Array.from({ length: count }, () => this.pick(items, skew)))];
  }

  /** A wait of this mean, as between things that happen by chance. */
  wait(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }
}
