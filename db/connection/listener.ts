import { type Adapters, Lane } from "./lane";
import type { Limits } from "./limits";

/** Where writes tell the desk's open pages that something changed. */
export const CHANNEL = "desk";

/** Called with each payload, in the order of the commits; with null when some may have been missed. */
export type Hearer = (payload: string | null) => void;

const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 5000;
const PULSE = 15_000;

/**
 * One connection that listens for as long as somebody hears. When it is lost, another is opened, after a pause that grows
 * while the server is away. Neither its socket nor its timers keep a process from ending.
 */
export class Listener {
  private readonly hearers = new Set<Hearer>();
  private lane: Lane | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = SHORTEST_PAUSE;
  private wasLost = false;

  constructor(
    readonly address: string,
    private readonly limits: Limits,
    private readonly adapters: Adapters,
  ) {}

  hear(hearer: Hearer): () => void {
    this.hearers.add(hearer);
    if (!this.lane && !this.timer) this.open();
    return () => {
      this.hearers.delete(hearer);
      if (this.hearers.size === 0) this.close();
    };
  }

  /** Gives the connection up; whoever still hears is told nothing more. */
  close(): void {
    this.hearers.clear();
    clearTimeout(this.timer);
    this.timer = undefined;
    const { lane } = this;
    this.lane = undefined;
    lane?.close().catch(() => undefined);
  }

  private tell(payload: string | null): void {
    for (const hearer of [...this.hearers]) hearer(payload);
  }

  private open(): void {
    const lane = new Lane(
      this.address,
      this.limits,
      this.adapters,
      (lost) => this.reopen(lost),
      (payload) => {
        if (this.lane === lane) this.tell(payload);
      },
    );
    this.lane = lane;
    lane
      .run(`listen ${CHANNEL}`)
      .then(() => {
        if (this.lane !== lane) return;
        lane.rest();
        this.pause = SHORTEST_PAUSE;
        if (this.wasLost) this.tell(null);
        this.wasLost = false;
        this.beat(lane);
      })
      .catch((error) => lane.lose(error));
  }

  private reopen(lost: Lane): void {
    if (this.lane !== lost) return;
    this.lane = undefined;
    this.wasLost = true;
    this.later(() => this.open(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  /** A network that died in silence is noticed by a question that nobody answers. */
  private beat(lane: Lane): void {
    this.later(() => {
      const deadline = setTimeout(() => lane.lose(new Error("The listening connection is silent.")), this.limits.use);
      deadline.unref();
      lane
        .run("select 1")
        .then(() => this.lane === lane && this.beat(lane))
        .catch((error) => lane.lose(error))
        .finally(() => clearTimeout(deadline));
    }, PULSE);
  }

  private later(work: () => void, milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      work();
    }, milliseconds);
    this.timer.unref();
  }
}
