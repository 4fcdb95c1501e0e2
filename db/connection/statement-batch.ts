import type { StatementOptions } from "./connection";

type Rows = readonly unknown[];
type Send = (text: string, params: unknown[], options: StatementOptions) => Promise<Rows>;
type Waiting = {
  readonly text: string;
  readonly params: unknown[];
  readonly columns: number;
  readonly prepare: boolean;
  readonly resolve: (rows: Rows) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Queries that are issued in one turn, sent as one statement that gives each its rows as JSON. The values are those that
 * the queries would have by themselves, but for instants, which PostgreSQL writes with their offset in JSON.
 */
export class StatementBatch {
  private waiting: Waiting[] = [];

  private readonly send: Send;

  constructor(send: Send) {
    // A send that throws is one that fails.
    this.send = async (...statement) => send(...statement);
  }

  /** @param columns how many columns the query has */
  add(text: string, params: unknown[], columns: number, { prepare = false }: StatementOptions): Promise<Rows> {
    return new Promise((resolve, reject) => {
      // After all that this turn still does, the queries among them that wait for a promise already kept.
      if (this.waiting.length === 0) process.nextTick(() => this.flush());
      this.waiting.push({ text, params, columns, prepare, resolve, reject });
    });
  }

  private flush(): void {
    const queries = this.waiting;
    this.waiting = [];
    const isPrepared = queries.every(({ prepare }) => prepare);
    const [only, second] = queries;
    if (only && !second) {
      this.send(only.text, only.params, { prepare: isPrepared, values: true }).then(only.resolve, only.reject);
      return;
    }
    const [text, params] = joinQueries(queries);
    this.send(text, params, { prepare: isPrepared, values: true }).then(
      ([row]) => {
        for (const [index, { resolve }] of queries.entries()) resolve((row as Rows[])[index] ?? []);
      },
      (error) => {
        for (const { reject } of queries) reject(error);
      },
    );
  }
}

/** One row, with a column for each query: its rows as an array of arrays. */
function joinQueries(
  queries: readonly Pick<Waiting, "text" | "params" | "columns">[],
): [text: string, params: unknown[]] {
  const params: unknown[] = [];
  const parts = queries.map(({ text, params: own, columns }) => {
    const before = params.length;
    params.push(...own);
    const names = Array.from({ length: columns }, (_, index) => `c${index}`).join(", ");
    const moved = text.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + before}`);
    return `(select coalesce(json_agg(json_build_array(${names})), '[]') from (${moved}) as q(${names}))`;
  });
  return [`select ${parts.join(",\n")}`, params];
}
