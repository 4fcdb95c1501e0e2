import { type Adapters, Connection } from "./connection";
import type { Limits } from "./limits";

/** Where writes tell the desk's open pages that something changed. */
export const CHANNEL = "desk";

/** Called with each payload, in the order of the commits; with null when some may have been missed. */
export type Subscriber = (payload: string | null) => void;

const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 5000;
const PULSE = 15_000;

/**
 * One connection that listens for as long as somebody hears. When it is lost, another is opened, after a pause that grows
 * while the server is away. Neither its socket nor its timers keep a process from ending.
 */
export class Listener {
  private readonly subscribers = new Set<Subscriber>();
  private connection: Connection | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = SHORTEST_PAUSE;
  private wasLost = false;
  private listening: Promise<void> = Promise.resolve();

  constructor(
    readonly address: string,
    private readonly limits: Limits,
    private readonly adapters: Adapters,
  ) {}

  subscribe(subscriber: Subscriber): () => void {
    this.subscribers.add(subscriber);
    if (!this.connection && !this.timer) this.open();
    return () => {
      this.subscribers.delete(subscriber);
      if (this.subscribers.size === 0) this.close();
    };
  }

  /** Ends once every later commit is heard; or once that failed, after which subscribers are told what they may have missed. */
  whenListening(): Promise<void> {
    return this.listening;
  }

  /** Gives the connection up; subscribers get nothing more. */
  close(): void {
    this.subscribers.clear();
    clearTimeout(this.timer);
    this.timer = undefined;
    const { connection } = this;
    this.connection = undefined;
    connection?.close().catch(() => undefined);
  }

  private publish(payload: string | null): void {
    for (const subscriber of [...this.subscribers]) subscriber(payload);
  }

  private open(): void {
    const connection = new Connection(
      this.address,
      this.limits,
      this.adapters,
      (lost) => this.reopen(lost),
      (payload) => {
        if (this.connection === connection) this.publish(payload);
      },
    );
    this.connection = connection;
    this.listening = connection
      .run(`listen ${CHANNEL}`)
      .then(() => {
        if (this.connection !== connection) return;
        connection.unref();
        this.pause = SHORTEST_PAUSE;
        if (this.wasLost) this.publish(null);
        this.wasLost = false;
        this.beat(connection);
      })
      .catch((error) => connection.destroy(error));
  }

  private reopen(lost: Connection): void {
    if (this.connection !== lost) return;
    this.connection = undefined;
    this.wasLost = true;
    this.schedule(() => this.open(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  /** A network that died in silence is noticed by a question that nobody answers. */
  private beat(connection: Connection): void {
    this.schedule(() => {
      const deadline = setTimeout(
        () => connection.destroy(new Error("The listening connection is silent.")),
        this.limits.use,
      );
      deadline.unref();
      connection
        .run("select 1")
        .then(() => this.connection === connection && this.beat(connection))
        .catch((error) => connection.destroy(error))
        .finally(() => clearTimeout(deadline));
    }, PULSE);
  }

  private schedule(work: () => void, milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      work();
    }, milliseconds);
    this.timer.unref();
  }
}
