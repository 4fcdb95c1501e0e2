type GateLimits = {
  /** So many are in work at once. */
  readonly room: number;
  /** So many wait for a place, each for at most `patience` milliseconds. */
  readonly queue: number;
  readonly patience: number;
};

type Waiting = { readonly enter: () => void; readonly timer: NodeJS.Timeout };

/** Lets in a bounded number at once, in the order in which they came; the others wait shortly, or are turned away. */
export class Gate {
  private inWork = 0;
  private readonly waiting = new Set<Waiting>();

  constructor(private readonly limits: GateLimits) {}

  get load(): { inWork: number; waiting: number } {
    return { inWork: this.inWork, waiting: this.waiting.size };
  }

  /**
   * @param enter is called once there is a place, with what gives that back
   * @param refuse is called instead, at once when the queue is full
   * @returns gives up waiting
   */
  ask(enter: (leave: () => void) => void, refuse: () => void): () => void {
    if (this.inWork < this.limits.room) {
      this.admit(enter);
      return () => undefined;
    }
    if (this.waiting.size >= this.limits.queue) {
      refuse();
      return () => undefined;
    }
    const timer = setTimeout(() => {
      this.waiting.delete(own);
      refuse();
    }, this.limits.patience);
    const own: Waiting = { enter: () => this.admit(enter), timer };
    this.waiting.add(own);
    return () => this.forget(own);
  }

  private admit(enter: (leave: () => void) => void): void {
    this.inWork += 1;
    let isIn = true;
    enter(() => {
      if (!isIn) return;
      isIn = false;
      this.inWork -= 1;
      const [next] = this.waiting;
      if (!next) return;
      this.forget(next);
      next.enter();
    });
  }

  private forget(waiting: Waiting): void {
    clearTimeout(waiting.timer);
    this.waiting.delete(waiting);
  }
}
