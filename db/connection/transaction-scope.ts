import type { Row, RowList } from "postgres";
import type { Connection, StatementOptions } from "./connection";
import type { Limits } from "./limits";
import type { ConnectionPool } from "./pool";

/** A statement whose answer nobody needs before the transaction ends. */
export type LastStatement = {
  readonly text: string;
  readonly params: readonly unknown[];
  /** What its failure means. */
  readonly explain?: (error: unknown) => unknown;
};

/** A transaction, or a savepoint within one: fails as a whole when any statement of it failed. */
export class TransactionScope {
  isOver = false;
  private failure: { error: unknown } | undefined;
  private last: LastStatement[] = [];
  private lastFailure: { error: unknown } | undefined;
  private savepoints = 0;

  private constructor(
    private readonly connection: Connection,
    private readonly name: string,
  ) {}

  /** Begins, works, commits; or rolls back and throws. A lost connection rejects at once, and for good. */
  static begin<T>(
    pool: ConnectionPool,
    limits: Pick<Limits, "use"> | undefined,
    work: (scope: TransactionScope) => Promise<T>,
  ): Promise<T> {
    const mode = "force_generic_plan";
    return pool.use(
      async (connection) => {
        const { planMode } = connection;
        const limit = (name: string) => `; set local ${name} = ${limits?.use}`;
        const limited = limits ? limit("statement_timeout") + limit("idle_in_transaction_session_timeout") : "";
        // The first statement goes with it. A connection that can't even begin is in an unknown state: nobody may get it.
        connection.begin(limited).catch((trouble) => connection.destroy(trouble));
        const scope = new TransactionScope(connection, "s");
        try {
          const result = await scope.finish(work, "rollback");
          await connection.commit(() => scope.sendLast());
          return result;
        } finally {
          connection.planMode = planMode;
        }
      },
      limits?.use,
      mode,
    );
  }

  /**
   * Keeps a statement for the end. It is sent in one go with COMMIT, behind those that were kept before it, so that what it
   * locks is held for no answer to this process and back; before the next statement, should one come after all.
   */
  runLast(statement: LastStatement): void {
    this.last.push(statement);
  }

  run(text: string, params: unknown[], options: StatementOptions): Promise<RowList<Row[]>> {
    if (this.isOver) return Promise.reject(new Error("This statement came after the end of its transaction."));
    // Its failure is that of the statement behind it as well, which PostgreSQL then refuses.
    this.sendLast().catch(() => undefined);
    return this.connection.runWithin(text, params, options).catch((error) => {
      this.failure ??= { error };
      throw error;
    });
  }

  /** A part that may fail on its own. */
  async savepoint<T>(work: (scope: TransactionScope) => Promise<T>): Promise<T> {
    const name = `${this.name}${++this.savepoints}`;
    const { planMode } = this.connection;
    await this.run(`savepoint ${name}`, [], {});
    const part = new TransactionScope(this.connection, `${name}_`);
    const undone = () => {
      this.connection.planMode = planMode;
    };
    const result = await part.finish(
      async () => {
        const answer = await work(part);
        await part.sendLast();
        return answer;
      },
      `rollback to savepoint ${name}`,
      undone,
    );
    await this.run(`release savepoint ${name}`, [], {});
    return result;
  }

  private async sendLast(): Promise<void> {
    const { last } = this;
    this.last = [];
    // The first that fails is the failure: PostgreSQL refuses those behind it.
    await Promise.all(last.map((statement) => this.send(statement)));
  }

  private send({ text, params, explain }: LastStatement): Promise<unknown> {
    return this.connection.run(text, [...params], { prepare: true }).catch((error) => {
      this.lastFailure ??= this.failure ?? { error: explain ? explain(error) : error };
      this.failure ??= this.lastFailure;
      throw this.failure.error;
    });
  }

  private async finish<T>(
    work: (scope: TransactionScope) => Promise<T>,
    undo: string,
    undone?: () => void,
  ): Promise<T> {
    try {
      const result = await work(this);
      if (this.failure) throw this.failure.error;
      this.isOver = true;
      return result;
    } catch (trouble) {
      const { error } = this.lastFailure ?? { error: trouble };
      if (this.connection.lost) throw error;
      this.isOver = true;
      // Whatever comes next on this connection comes after it. One that can't even roll back is in an unknown state: nobody
      // may get it, and whoever has it by then gets no answer from it.
      this.connection.run(undo).catch((loss) => this.connection.destroy(loss));
      undone?.();
      throw error;
    }
  }
}
