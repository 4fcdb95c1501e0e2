import { AsyncLocalStorage } from "node:async_hooks";
import { type SQL, sql } from "drizzle-orm";
import { type PgDatabase, PgDialect } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { Row, Sql } from "postgres";
import { type Adapters, planModeOf, type StatementOptions } from "./connection/connection";
import { LIMITS } from "./connection/limits";
import { Listener, type Subscriber } from "./connection/listener";
import { ConnectionPool } from "./connection/pool";
import { outsideRequest, tellUnavailable } from "./connection/request-scope";
import { StatementBatch } from "./connection/statement-batch";
import { parseTextArray } from "./connection/text-array";
import { type LastStatement, TransactionScope } from "./connection/transaction-scope";
import { asUnavailable, Unavailable } from "./connection/unavailable";
import { withoutValues } from "./connection/without-values";
import { ReadableError } from "./readable-error";

export { outsideRequest, tellUnavailable, Unavailable };

/** The database, or a transaction on it: what an access function may be given. */
export type Db = PgDatabase<PostgresJsQueryResultHKT>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export type TransactionOptions = {
  isolation?: "read committed" | "repeatable read" | "serializable";
  /** Milliseconds for the whole, and for each statement, where the usual limits are too short (a loader, say). */
  limit?: number;
};

/** The transaction that the running code is inside of, so that it never waits for a second connection. */
const inside = new AsyncLocalStorage<{
  scope?: TransactionScope;
  limit?: number;
  /** Where the queries of `readTogether` wait for each other; `columns` of the one that is sent now. */
  batch?: StatementBatch;
  columns?: number;
}>();
const adapters: Adapters = { parsers: {}, serializers: {} };

/**
 * Every read and write goes through it. Connects at first use; inside a transaction it is that transaction.
 * It is given no schema: of each table drizzle would make a builder anew in every transaction.
 */
export const db: Db = withUnwrappedErrors(drizzle(driver() as unknown as Sql));

// Timestamps as ISO 8601 in UTC, the zone of every connection: "2022-10-26 09:30:00+00" → "2022-10-26T09:30:00Z".
adapters.parsers["1009"] = parseTextArray;
adapters.parsers["1184"] = (value) => value.replace(" ", "T").replace(/\+00$/, "Z");

/**
 * One transaction; within another, a part of it that may fail on its own.
 * @throws Unavailable when the database can't do it now; it then had no effect, unless the error is `inDoubt`
 */
export function transaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const { isolation, limit } = options;
  const config = isolation && !inside.getStore()?.scope ? { isolationLevel: isolation } : undefined;
  return inside.run({ ...inside.getStore(), limit }, () => db.transaction(work, config));
}

/**
 * Ends the transaction that the running code is inside of with this statement, in one go with its COMMIT and behind those
 * kept before; it is sent earlier when another statement comes after it. Its failure is the transaction's.
 */
export function runLast(statement: LastStatement): void {
  const scope = openScope();
  if (!scope) throw new Error("There is no transaction to end.");
  scope.runLast(statement);
}

/** A statement whose text is always the same: the server reads it once a connection. Joins the transaction, as `db` does. */
export const runPrepared = (text: string, params: readonly unknown[]) =>
  run(text, [...params], { prepare: true }) as Promise<readonly Row[]>;

/** The same of one that was put together before. Its rows are as they are sent. */
export const runKept = async <Row>({ text, params }: Pick<LastStatement, "text" | "params">) =>
  (await runPrepared(text, params)) as unknown as readonly Row[];

const dialect = new PgDialect();

/** The same for a statement that is put together each time, and comes to one of a few texts. Its rows are as they are sent. */
export async function executePrepared<Row>(statement: SQL): Promise<readonly Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return (await runPrepared(text, params)) as unknown as readonly Row[];
}

/** `runLast` of a statement that is put together each time, and comes to one of a few texts. */
export function executeLast(statement: SQL, explain?: LastStatement["explain"]): void {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  runLast(explain ? { text, params, explain } : { text, params });
}

/**
 * Sends the queries that `work` issues side by side as one statement, and so at one moment of the database. A query that
 * waits for the answer of another one goes with those that wait beside it.
 */
export function readTogether<T>(work: () => Promise<T>): Promise<T> {
  if (inside.getStore()?.batch) return work();
  return inside.run({ ...inside.getStore(), batch: new StatementBatch(run) }, work);
}

/** Whether the database answers now. An answer is believed for a quarter of a second; a failure is asked anew. */
export async function isReachable(): Promise<boolean> {
  if (Date.now() - (clientState.answeredAt ?? 0) < 250) return true;
  try {
    await db.execute(sql`select 1`);
    clientState.answeredAt = Date.now();
    return true;
  } catch (error) {
    if (asUnavailable(error) instanceof Unavailable) return false;
    throw error;
  }
}

/**
 * Hears what transactions of any process notify when they commit, on the one listening connection of this process: opened
 * for the first who hears, and closed after the last. It comes back by itself; what it may have missed meanwhile, it says.
 * @returns stops hearing
 */
export function subscribeToNotifications(subscriber: Subscriber): () => void {
  const address = databaseAddress();
  if (!clientState.listener || clientState.listener.address !== address) {
    clientState.listener?.close();
    clientState.listener = new Listener(address, LIMITS, adapters);
  }
  return clientState.listener.subscribe(subscriber);
}

/** After this, who has subscribed hears every commit. It never fails. */
export const whenListening = (): Promise<void> => clientState.listener?.whenListening() ?? Promise.resolve();

/** Ends all connections. A later use opens new ones. */
export async function closeDatabase(): Promise<void> {
  const { pool, listener } = clientState;
  clientState.pool = undefined;
  clientState.listener = undefined;
  listener?.close();
  await pool?.close();
}

// On globalThis, since the development server evaluates this module anew after each change.
const KEY = Symbol.for("wederhoor.pool");
type ClientState = { pool?: ConnectionPool; address?: string; answeredAt?: number; listener?: Listener };
const shared = globalThis as typeof globalThis & { [KEY]?: ClientState };
shared[KEY] ??= {};
const clientState = shared[KEY];

function databaseAddress(): string {
  const address = process.env.DATABASE_URL;
  if (!address) throw new ReadableError("DATABASE_URL is not set. npm start sets it; see .env.example.");
  return address;
}

function currentPool(): ConnectionPool {
  const address = databaseAddress();
  if (clientState.pool && clientState.address === address) return clientState.pool;
  clientState.pool?.close().catch(() => undefined);
  clientState.address = address;
  clientState.pool = new ConnectionPool(address, LIMITS, adapters);
  return clientState.pool;
}

function run(
  text: string,
  params: unknown[],
  options: StatementOptions,
  own?: TransactionScope,
): Promise<readonly unknown[]> {
  const scope = own ?? openScope();
  return scope
    ? scope.run(text, params, options)
    : currentPool().use((connection) => connection.runAlone(text, params, options), undefined, planModeOf(options));
}

/** What drizzle takes for postgres.js: the few calls it makes, on our own connections. */
function driver(own?: TransactionScope) {
  return {
    options: adapters,
    unsafe: (text: string, params: unknown[] = [], options: StatementOptions = {}) => {
      let values = false;
      // A moment later, since drizzle says only after the call whether it wants rows as arrays.
      const answer = Promise.resolve().then(() => {
        const { batch, columns } = inside.getStore() ?? {};
        return batch && columns && values
          ? batch.add(text, params, columns, options)
          : run(text, params, { ...options, values }, own);
      });
      const asArrays = () => {
        values = true;
        return answer;
      };
      return Object.assign(answer, { values: asArrays });
    },
    begin: (work: (client: unknown) => Promise<unknown>) => {
      const limit = inside.getStore()?.limit;
      const scope = openScope();
      return scope
        ? scope.savepoint((part) => runInScope(part, work))
        : TransactionScope.begin(currentPool(), limit ? { use: limit } : undefined, (whole) =>
            runInScope(whole, work),
          );
    },
    savepoint: (work: (client: unknown) => Promise<unknown>) => own?.savepoint((part) => runInScope(part, work)),
  };
}

function runInScope<T>(scope: TransactionScope, work: (client: unknown) => Promise<T>): Promise<T> {
  return inside.run({ scope }, () => work(driver(scope)));
}

function openScope(): TransactionScope | undefined {
  const scope = inside.getStore()?.scope;
  return scope?.isOver ? undefined : scope;
}

/** drizzle wraps every error in its own; `Unavailable` must arrive as what it is. */
function withUnwrappedErrors<T extends Db>(database: T): T {
  const { session } = database._;
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = ((...args: Parameters<typeof prepareQuery>) => {
    const prepared = prepareQuery(...args);
    const execute = prepared.execute.bind(prepared);
    const [, fields] = args;
    prepared.execute = (...values) => {
      const store = inside.getStore();
      const executed = store?.batch
        ? inside.run({ ...store, columns: fields?.length }, () => execute(...values))
        : execute(...values);
      return executed.catch(unwrap);
    };
    return prepared;
  }) as typeof session.prepareQuery;
  const begin = database.transaction.bind(database);
  database.transaction = (work, config) => begin((tx) => work(withUnwrappedErrors(tx)), config);
  return database;
}

function unwrap(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  throw cause instanceof Unavailable ? cause : withoutValues(error);
}
