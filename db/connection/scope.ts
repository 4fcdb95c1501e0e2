import type { Row, RowList } from "postgres";
import type { Lane, StatementOptions } from "./lane";
import type { Limits } from "./limits";
import type { Pool } from "./pool";

/** A transaction, or a savepoint within one: fails as a whole when any statement of it failed. */
export class Scope {
  over = false;
  private failure: { error: unknown } | undefined;
  private savepoints = 0;

  private constructor(
    private readonly lane: Lane,
    private readonly name: string,
  ) {}

  /** Begins, works, commits; or rolls back and throws. A lost connection rejects at once, and for good. */
  static begin<T>(
    pool: Pool,
    limits: Pick<Limits, "use"> | undefined,
    work: (scope: Scope) => Promise<T>,
  ): Promise<T> {
    return pool.use(async (lane) => {
      await lane.run("begin");
      if (limits) {
        await lane.run(
          `set local statement_timeout = ${limits.use}; set local idle_in_transaction_session_timeout = ${limits.use}`,
        );
      }
      const scope = new Scope(lane, "s");
      const result = await scope.finish(work, "rollback");
      await lane.commit();
      return result;
    }, limits?.use);
  }

  run(text: string, params: unknown[], options: StatementOptions): Promise<RowList<Row[]>> {
    if (this.over) return Promise.reject(new Error("This statement came after the end of its transaction."));
    return this.lane.run(text, params, options).catch((error) => {
      this.failure ??= { error };
      throw error;
    });
  }

  /** A part that may fail on its own. */
  async savepoint<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    const name = `${this.name}${++this.savepoints}`;
    await this.run(`savepoint ${name}`, [], {});
    const result = await new Scope(this.lane, `${name}_`).finish(work, `rollback to savepoint ${name}`);
    await this.run(`release savepoint ${name}`, [], {});
    return result;
  }

  private async finish<T>(work: (scope: Scope) => Promise<T>, undo: string): Promise<T> {
    try {
      const result = await work(this);
      if (this.failure) throw this.failure.error;
      this.over = true;
      return result;
    } catch (error) {
      if (this.lane.lost) throw error;
      this.over = true;
      // A connection that can't even roll back is in an unknown state: nobody may get it.
      await this.lane.run(undo).catch((trouble) => this.lane.lose(trouble));
      throw error;
    }
  }
}
