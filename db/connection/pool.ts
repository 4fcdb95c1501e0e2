import { type Adapters, Lane } from "./lane";
import type { Limits } from "./limits";
import { allBusy, deadlinePassed } from "./unavailable";

/** At most so many connections; a wait for one, and each use of one, has its deadline. */
export class Pool {
  private readonly lanes = new Set<Lane>();
  private idle: Lane[] = [];
  private waiting: ((lane: Lane) => void)[] = [];

  constructor(
    private readonly address: string,
    private readonly limits: Limits,
    private readonly adapters: Adapters,
  ) {}

  /** Lends a connection to `work` for at most `limit` milliseconds, the wait for it included. */
  async use<T>(work: (lane: Lane) => Promise<T>, limit = this.limits.use): Promise<T> {
    const started = performance.now();
    const lane = await this.borrow();
    const left = Math.max(1, limit - (performance.now() - started));
    const timer = setTimeout(() => {
      // Whatever swallowed this answer (a dead network, a stopped server) has probably swallowed the others' connections.
      const resting = this.idle;
      this.idle = [];
      for (const other of [lane, ...resting]) other.lose(deadlinePassed());
    }, left);
    try {
      return await lane.settle(() => work(lane));
    } finally {
      clearTimeout(timer);
      this.giveBack(lane);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.lanes].map((lane) => lane.close()));
  }

  private borrow(): Promise<Lane> {
    const rested = this.idle.pop();
    if (rested) {
      rested.wake();
      return Promise.resolve(rested);
    }
    if (this.lanes.size < this.limits.connections) return Promise.resolve(this.open());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== next);
        reject(allBusy());
      }, this.limits.wait);
      const next = (lane: Lane) => {
        clearTimeout(timer);
        resolve(lane);
      };
      this.waiting.push(next);
    });
  }

  private giveBack(lane: Lane): void {
    if (lane.lost) return;
    const next = this.waiting.shift();
    if (next) {
      next(lane);
      return;
    }
    lane.rest();
    this.idle.push(lane);
  }

  private open(): Lane {
    const lane = new Lane(this.address, this.limits, this.adapters, (lost) => this.forget(lost));
    this.lanes.add(lane);
    return lane;
  }

  private forget(lane: Lane): void {
    this.lanes.delete(lane);
    this.idle = this.idle.filter((other) => other !== lane);
    const next = this.waiting.shift();
    if (next) next(this.open());
  }
}
