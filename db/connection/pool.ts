import { type Adapters, Connection } from "./connection";
import type { Limits } from "./limits";
import { allBusy, deadlinePassed } from "./unavailable";

/** At most so many connections; a wait for one, and each use of one, has its deadline. */
export class ConnectionPool {
  private readonly connections = new Set<Connection>();
  private idle: Connection[] = [];
  private waiting: ((connection: Connection) => void)[] = [];

  constructor(
    private readonly address: string,
    private readonly limits: Limits,
    private readonly adapters: Adapters,
  ) {}

  /** Lends a connection to `work` for at most `limit` milliseconds, the wait for it included. */
  async use<T>(work: (connection: Connection) => Promise<T>, limit = this.limits.use): Promise<T> {
    const started = performance.now();
    const connection = await this.borrow();
    const left = Math.max(1, limit - (performance.now() - started));
    const timer = setTimeout(() => {
      // Whatever swallowed this answer (a dead network, a stopped server) has probably swallowed the others' connections.
      const idle = this.idle;
      this.idle = [];
      for (const other of [connection, ...idle]) other.destroy(deadlinePassed());
    }, left);
    try {
      return await connection.settle(() => work(connection));
    } finally {
      clearTimeout(timer);
      this.giveBack(connection);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.connections].map((connection) => connection.close()));
  }

  private borrow(): Promise<Connection> {
    const rested = this.idle.pop();
    if (rested) {
      rested.ref();
      return Promise.resolve(rested);
    }
    if (this.connections.size < this.limits.connections) return Promise.resolve(this.open());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== next);
        reject(allBusy());
      }, this.limits.wait);
      const next = (connection: Connection) => {
        clearTimeout(timer);
        resolve(connection);
      };
      this.waiting.push(next);
    });
  }

  private giveBack(connection: Connection): void {
    if (connection.lost) return;
    const next = this.waiting.shift();
    if (next) {
      next(connection);
      return;
    }
    connection.unref();
    this.idle.push(connection);
  }

  private open(): Connection {
    const connection = new Connection(this.address, this.limits, this.adapters, (lost) => this.forget(lost));
    this.connections.add(connection);
    return connection;
  }

  private forget(connection: Connection): void {
    this.connections.delete(connection);
    this.idle = this.idle.filter((other) => other !== connection);
    const next = this.waiting.shift();
    if (next) next(this.open());
  }
}
