import net from "node:net";
import postgres from "postgres";
import { parseAddress } from "./address";
import type { Limits } from "./limits";
import { asUnavailable, lostConnection, lostWhileCommitting, Unavailable } from "./unavailable";
import { withoutValues } from "./without-values";

export type PlanMode = "auto" | "force_generic_plan";
type Parser = (value: string) => unknown;

/** How values travel; postgres.js keeps one such table per connection. */
export type Adapters = { parsers: Record<string, Parser>; serializers: Record<string, (value: unknown) => unknown> };

export type StatementOptions = { prepare?: boolean; values?: boolean };

/**
 * One connection, once. postgres.js reconnects by itself, and may then run the rest of a transaction outside of it: this
 * one never does. When its connection is lost, whatever waits on it fails, and it refuses everything after.
 */
export class Connection {
  private readonly sql: postgres.Sql;
  private readonly pending = new Set<(reason: unknown) => void>();
  private socket: net.Socket | undefined;
  private loss: unknown;
  private committing = false;
  /** How its next statement is planned unless that wants it otherwise, which is one more statement. */
  planMode: PlanMode = "auto";

  constructor(
    address: string,
    limits: Limits,
    adapters: Adapters,
    private readonly onLost: (connection: Connection) => void,
    /** Called with the payload of whatever another connection notified, on the channels that this one listens to. */
    onNotified?: (payload: string) => void,
  ) {
    const [url, options] = parseAddress(address);
    this.sql = postgres(url, {
      ...options,
      max: 1,
      max_lifetime: null,
      // It would ask for the array types when it connects, and nobody hears when the server dies in just that moment.
      // Lists of texts are read by db/client.ts; an expression that gives another array has to be turned into JSON.
      fetch_types: false,
      connect_timeout: limits.connect / 1000,
      onnotice: () => undefined,
      onnotify: (_channel: string, payload: string) => onNotified?.(payload),
      onclose: () => this.destroy(lostConnection()),
      connection: {
        application_name: "wederhoor",
        TimeZone: "UTC",
        // Every statement without a name is planned for its values.
        plan_cache_mode: "auto",
        // Compiling an expression takes longer than any of these statements.
        jit: "off",
        // Of a million rows what an index found is held row by row; with less, each row of a page is held against all words again.
        work_mem: "32MB",
        statement_timeout: limits.statement,
        lock_timeout: limits.lock,
        idle_in_transaction_session_timeout: limits.idleInTransaction,
      },
      socket: (target: Target) => this.connect(target, limits.connect),
    } as postgres.Options<Record<string, postgres.PostgresType>>);
    Object.assign(this.sql.options.parsers, adapters.parsers);
    Object.assign(this.sql.options.serializers, adapters.serializers);
  }

  get lost(): boolean {
    return this.loss !== undefined;
  }

  /**
   * A statement outside of transactions. One that is prepared by name is planned once a connection, for whatever values: by
   * itself PostgreSQL would plan each of its first five uses anew, and every later one where their values seemed cheap.
   */
  runAlone(text: string, params: unknown[], options: StatementOptions) {
    this.planFor(planModeOf(options));
    return this.run(text, params, options);
  }

  /** @param limits what the transaction sets for itself, after a semicolon */
  begin(limits = "") {
    return this.run(`begin${limits}`);
  }

  /**
   * A statement of the transaction that is open. One without a name is planned for its values, until the transaction ends;
   * those that are prepared by name take the plan of either mode.
   */
  runWithin(text: string, params: unknown[], options: StatementOptions) {
    if (!options.prepare && params.length > 0) this.planFor("auto", "local");
    return this.run(text, params, options);
  }

  /** Travels with the statement that follows; whatever makes it fail makes that fail too. */
  private planFor(mode: PlanMode, scope: "session" | "local" = "session"): void {
    if (mode === this.planMode || this.lost) return;
    this.planMode = mode;
    this.run(`set ${scope} plan_cache_mode = ${mode}`).catch(() => undefined);
  }

  /** Sends a statement. It fails when the connection does, whatever the driver makes of it. */
  run(
    text: string,
    params: unknown[] = [],
    options: StatementOptions = {},
  ): Promise<postgres.RowList<postgres.Row[]>> {
    if (this.loss !== undefined) return Promise.reject(this.loss);
    // No more promises than these: each statement of each request goes through here.
    return new Promise((resolve, reject) => {
      this.pending.add(reject);
      const query = this.sql.unsafe(text, params as postgres.ParameterOrJSON<never>[], {
        prepare: options.prepare ?? false,
      });
      const answer = options.values ? query.values() : query;
      answer.then(
        (rows) => {
          this.pending.delete(reject);
          resolve(rows as postgres.RowList<postgres.Row[]>);
        },
        (error) => {
          this.pending.delete(reject);
          withoutValues(error);
          if (endsConnection(error)) this.destroy(asUnavailable(error));
          reject(asUnavailable(error));
        },
      );
    });
  }

  /** @param last sends the statements that COMMIT follows at once: when one fails, PostgreSQL makes a ROLLBACK of that */
  async commit(last: () => Promise<unknown>): Promise<void> {
    this.committing = true;
    // In one piece, so that the server wakes up once: the driver writes what is long at once, and the rest in setImmediate.
    this.socket?.cork();
    setImmediate(() => this.socket?.uncork());
    const ended = last();
    const [failed, answer] = await Promise.allSettled([ended, this.run("commit")]);
    this.committing = false;
    if (failed.status === "rejected") throw failed.reason;
    if (answer.status === "rejected") throw answer.reason;
    const { command } = answer.value;
    // PostgreSQL answers the COMMIT of a failed transaction with a quiet ROLLBACK.
    if (command !== "COMMIT") throw new Error("The transaction had failed, and nothing of it was saved.");
  }

  /** Runs work that fails at once when the connection is lost, even while it waits for something else. */
  settle<T>(work: () => Promise<T>): Promise<T> {
    if (this.loss !== undefined) return Promise.reject(this.loss);
    return new Promise<T>((resolve, reject) => {
      this.pending.add(reject);
      work()
        .finally(() => this.pending.delete(reject))
        .then(resolve, (error) => reject(asUnavailable(error)));
    });
  }

  /** Gives the connection up for good. */
  destroy(reason: unknown): void {
    if (this.loss !== undefined) return;
    this.loss = this.committing ? lostWhileCommitting(reason) : reason;
    for (const reject of this.pending) reject(this.loss);
    this.pending.clear();
    this.socket?.destroy();
    this.onLost(this);
  }

  /** An unused connection lets a command end. */
  unref(): void {
    this.socket?.unref();
  }

  ref(): void {
    this.socket?.ref();
  }

  async close(): Promise<void> {
    await this.sql.end({ timeout: 1 });
    this.destroy(lostConnection());
  }

  private async connect(target: Target, limit: number): Promise<net.Socket> {
    if (this.socket) throw lostConnection();
    const host = target.host[0] ?? "localhost";
    const socket = target.path ? net.connect(target.path) : net.connect(target.port[0] ?? 5432, host);
    this.socket = socket;
    try {
      await new Promise<void>((connected, failed) => {
        socket.setTimeout(limit, () => failed(Object.assign(new Error("connect timed out"), { code: "ETIMEDOUT" })));
        socket.once("connect", connected).once("error", failed);
      });
    } catch (error) {
      this.destroy(asUnavailable(error));
      throw error;
    }
    socket.setTimeout(0).removeAllListeners();
    socket.on("close", () => this.destroy(lostConnection()));
    return Object.assign(socket, { host, port: target.port[0] });
  }
}

export const planModeOf = ({ prepare }: StatementOptions): PlanMode => (prepare ? "force_generic_plan" : "auto");

type Target = { path?: string | false; host: string[]; port: number[] };

/** Told from the error itself: the socket's end may be noticed only after the connection was lent again. */
function endsConnection(error: unknown): boolean {
  if (error instanceof postgres.PostgresError) return error.severity === "FATAL" || error.severity === "PANIC";
  return asUnavailable(error) instanceof Unavailable;
}
