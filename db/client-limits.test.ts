import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, db, type Tx, transaction, Unavailable } from "./client";
import { LIMITS, type Limits } from "./connection/limits";
import { type RequestScope, runInRequest } from "./connection/request-scope";
import { type FaultProxy, openFaultProxy } from "./testing/fault-proxy";
import { startPrivateServer } from "./testing/server";

const USUAL = { ...LIMITS };
/** A fifth or a half of each time, so that nobody waits for long, but for connecting: a busy machine takes a while for that. */
const SHORTER: Limits = {
  ...USUAL,
  wait: USUAL.wait / 2,
  use: USUAL.use / 2,
  statement: USUAL.statement / 5,
  lock: USUAL.lock / 5,
  idleInTransaction: USUAL.idleInTransaction / 5,
};
/** Milliseconds that a busy machine may take beside a limit. */
const SLACK = 2500;

let server: Awaited<ReturnType<typeof startPrivateServer>>;
let proxy: FaultProxy;

beforeAll(async () => {
  Object.assign(LIMITS, SHORTER);
  server = await startPrivateServer();
  proxy = await openFaultProxy(server.url());
  process.env.DATABASE_URL = proxy.address;
});

afterAll(async () => {
  await closeDatabase();
  await proxy.close();
  await server.destroy();
});

/** Holds a connection for longer than a statement may take. */
async function sleepThrice(tx: Tx, seconds: number): Promise<void> {
  for (let n = 0; n < 3; n += 1) await tx.execute(sql`select pg_sleep(${seconds})`);
}

const refusal = async (work: Promise<unknown>) => {
  const started = performance.now();
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, after: performance.now() - started };
};

describe("the limits of a use of the database", () => {
  it("are these", () => {
    expect(USUAL).toEqual({
      connections: 10,
      connect: 3000,
      wait: 3000,
      use: 10_000,
      statement: 5000,
      lock: 2000,
      idleInTransaction: 5000,
    });
  });

  it("are set on every connection", async () => {
    const settings = await db.execute<{ name: string; setting: string }>(
      sql`select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout',
        'idle_in_transaction_session_timeout', 'plan_cache_mode', 'TimeZone')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      statement_timeout: "1000",
      lock_timeout: "400",
      idle_in_transaction_session_timeout: "1000",
      plan_cache_mode: "auto",
      TimeZone: "UTC",
    });
  });

  it("end a statement that takes too long", async () => {
    const { error, after } = await refusal(db.execute(sql`select pg_sleep(4)`));
    expect(error).toBeInstanceOf(Unavailable);
    expect(after).toBeGreaterThan(LIMITS.statement - 20);
    expect(after).toBeLessThan(LIMITS.statement + SLACK);
  });

  it("give a longer time to who asks for it", async () => {
    await transaction((tx) => tx.execute(sql`select pg_sleep(1.5)`), { limit: 20_000 });
  });

  it("give up a lock that another holds", async () => {
    await db.execute(sql`create table if not exists locked (id int)`);
    const held = transaction(async (tx) => {
      await tx.execute(sql`lock table locked`);
      await sleepThrice(tx, 0.9);
    });
    await pause(200);
    const { error, after } = await refusal(db.execute(sql`select * from locked`));
    expect(error).toBeInstanceOf(Unavailable);
    expect(after).toBeGreaterThan(LIMITS.lock - 20);
    expect(after).toBeLessThan(LIMITS.lock + SLACK);
    await held;
  });

  it("end the wait for a connection, and let those who wait less have it", async () => {
    await Promise.all(Array.from({ length: LIMITS.connections }, () => db.execute(sql`select pg_sleep(0.1)`)));
    const busy = Array.from({ length: LIMITS.connections }, (_, at) =>
      transaction((tx) => sleepThrice(tx, at === 0 ? 0.1 : 0.9)),
    );
    await pause(60);
    const patient = db.execute(sql`select 1 as one`);
    const late = refusal(transaction((tx) => sleepThrice(tx, 0.8)));
    const third = await refusal(db.execute(sql`select 1`));
    expect((await patient)[0]).toEqual({ one: 1 });
    expect((await late).error).toBeUndefined();
    expect(third.error).toBeInstanceOf(Unavailable);
    expect(third.after).toBeGreaterThan(LIMITS.wait - 20);
    expect(third.after).toBeLessThan(LIMITS.wait + SLACK);
    await Promise.all(busy);
  });

  it("end a request on a network that swallows everything, and replace the connections after it", async () => {
    await Promise.all(Array.from({ length: 5 }, () => db.execute(sql`select pg_sleep(0.1)`)));
    proxy.set("swallow");
    const [query, whole] = await Promise.all([
      refusal(db.execute(sql`select 1`)),
      refusal(transaction((tx) => tx.execute(sql`select 1`))),
    ]);
    proxy.set(null);
    for (const { error, after } of [query, whole]) {
      expect(error).toBeInstanceOf(Unavailable);
      expect(after).toBeGreaterThan(LIMITS.use - 100);
      expect(after).toBeLessThan(LIMITS.use + SLACK);
    }
    const next = await refusal(Promise.all(Array.from({ length: 10 }, () => db.execute(sql`select 1`))));
    expect(next.error).toBeUndefined();
    expect(next.after).toBeLessThan(SLACK);
  });

  it("end a request as a whole, however many uses its waits are spread over", async () => {
    const scope: RequestScope = { endsAt: performance.now() + 1250 };
    const ended: unknown[] = [];
    await runInRequest(scope, async () => {
      for (let n = 0; n < 4; n += 1) ended.push((await refusal(db.execute(sql`select pg_sleep(0.5)`))).error);
    });
    expect(ended.map((error) => error instanceof Unavailable)).toEqual([false, false, true, true]);
    expect(scope.unavailable).toBeInstanceOf(Unavailable);
    scope.isOver = true;
    await runInRequest(scope, () => db.execute(sql`select 1`));
  });

  it("leave a request as long for the rest when one use was given a limit of its own", async () => {
    const scope: RequestScope = { endsAt: performance.now() + 600 };
    await runInRequest(scope, async () => {
      await transaction((tx) => tx.execute(sql`select pg_sleep(0.8)`), { limit: 20_000 });
      await db.execute(sql`select 1`);
    });
    expect(scope.unavailable).toBeUndefined();
  });

  it("give up a connection that is never answered", async () => {
    await closeDatabase();
    proxy.set("swallow");
    const { error, after } = await refusal(db.execute(sql`select 1`));
    proxy.set(null);
    expect(error).toBeInstanceOf(Unavailable);
    expect(after).toBeLessThan(LIMITS.connect + SLACK);
    await db.execute(sql`select 1`);
  });

  it("end a transaction that does nothing", async () => {
    const { error, after } = await refusal(transaction(async () => pause(4000)));
    expect(error).toBeInstanceOf(Unavailable);
    expect(after).toBeLessThan(LIMITS.idleInTransaction + SLACK);
  });

  it("leave the errors of a statement as they are", async () => {
    const { error } = await refusal(db.execute(sql`select * from nowhere`));
    expect(error).not.toBeInstanceOf(Unavailable);
    expect(error).toMatchObject({ cause: { code: "42P01" } });
  });
});
