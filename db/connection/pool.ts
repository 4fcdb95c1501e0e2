import { type Adapters, Connection, type PlanMode } from "./connection";
import type { Limits } from "./limits";
import { noteUnavailable, prolongRequest, timeLeft } from "./request-scope";
import { allBusy, asUnavailable, deadlinePassed, Unavailable } from "./unavailable";

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

  /**
   * Lends a connection to `work` for at most `limit` milliseconds, the wait for it included. Without a limit of its own
   * it ends with its request, whatever that has waited for before.
   * @param mode how the work's first statement is to be planned: a connection that plans so already is lent first
   */
  async use<T>(work: (connection: Connection) => Promise<T>, limit?: number, mode: PlanMode = "auto"): Promise<T> {
    const started = performance.now();
    try {
      return await this.lend(
        work,
        limit ?? this.limits.use,
        limit === undefined ? timeLeft() : Number.POSITIVE_INFINITY,
        mode,
      );
    } catch (error) {
      const known = asUnavailable(error);
      if (known instanceof Unavailable) noteUnavailable(known);
      throw error;
    } finally {
      if (limit !== undefined) prolongRequest(performance.now() - started);
    }
  }

  private async lend<T>(
    work: (connection: Connection) => Promise<T>,
    limit: number,
    request: number,
    mode: PlanMode,
  ): Promise<T> {
    if (request <= 0) throw deadlinePassed();
    const started = performance.now();
    const connection = await this.borrow(Math.min(this.limits.wait, request), mode);
    const left = Math.max(1, Math.min(limit, request) - (performance.now() - started));
    const timer = setTimeout(() => {
      // Its request had waited before: what is left was too short to say anything of how the others fare.
      if (left < this.limits.statement) return connection.destroy(deadlinePassed());
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

  /** @param patience milliseconds */
  private borrow(patience: number, mode: PlanMode): Promise<Connection> {
    const alike = this.idle.findLastIndex(({ planMode }) => planMode === mode);
    // Where none is, -1: the one that was used last.
    const [rested] = this.idle.splice(alike, 1);
    if (rested) {
      rested.ref();
      return Promise.resolve(rested);
    }
    if (this.connections.size < this.limits.connections) return Promise.resolve(this.open());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== next);
        reject(allBusy());
      }, patience);
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
