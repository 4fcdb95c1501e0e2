import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, db, transaction, Unavailable } from "./client";
import { parseAddress } from "./connection/address";
import { LIMITS } from "./connection/limits";
import { startPrivateServer } from "./testing/server";

let server: Awaited<ReturnType<typeof startPrivateServer>>;
let proxy: net.Server;
/** When set, nothing passes the proxy any more in either direction, and nothing says so. */
let swallowing = false;

beforeAll(async () => {
  server = await startPrivateServer();
  const [, { host }] = parseAddress(server.url());
  proxy = net.createServer((client) => {
    const upstream = net.connect(`${host}/.s.PGSQL.5432`);
    client.on("data", (data) => swallowing || upstream.write(data));
    upstream.on("data", (data) => swallowing || client.write(data));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on("error", () => undefined).on("close", () => other.destroy());
    }
  });
  await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
  const direct = new URL(server.url());
  direct.searchParams.delete("host");
  direct.hostname = "127.0.0.1";
  direct.port = String((proxy.address() as net.AddressInfo).port);
  process.env.DATABASE_URL = direct.href;
});

afterAll(async () => {
  await closeDatabase();
  proxy.close();
  await server.destroy();
});

const refusal = async (work: Promise<unknown>) => {
  const started = performance.now();
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, after: performance.now() - started };
};

describe("the limits of a use of the database", () => {
  it("are set on every connection", async () => {
    const settings = await db.execute<{ name: string; setting: string }>(
      sql`select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout',
        'idle_in_transaction_session_timeout', 'plan_cache_mode', 'TimeZone')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      statement_timeout: "5000",
      lock_timeout: "2000",
      idle_in_transaction_session_timeout: "5000",
      plan_cache_mode: "force_custom_plan",
      TimeZone: "UTC",
    });
  });

  it("give a statement 5 s", async () => {
    const { error, after } = await refusal(db.execute(sql`select pg_sleep(20)`));
    expect(error).toBeInstanceOf(Unavailable);
    expect(after).toBeGreaterThan(4900);
    expect(after).toBeLessThan(6000);
  });

  it("give a longer time to who asks for it", async () => {
    await transaction((tx) => tx.execute(sql`select pg_sleep(5.5)`), { limit: 20_000 });
  });

  it("give a lock 2 s", async () => {
    await db.execute(sql`create table if not exists locked (id int)`);
    const held = transaction(async (tx) => {
      await tx.execute(sql`lock table locked`);
      await pause(3500);
    });
    await pause(200);
    const { error, after } = await refusal(db.execute(sql`select * from locked`));
    expect(error).toBeInstanceOf(Unavailable);
    expect(after).toBeGreaterThan(1900);
    expect(after).toBeLessThan(3000);
    await held;
  });

  it("give the wait for a connection 3 s, and let those who wait less have it", async () => {
    const busy = Array.from({ length: LIMITS.connections }, (_, at) =>
      transaction((tx) => tx.execute(sql`select pg_sleep(${at === 0 ? 1 : 4.5})`)),
    );
    await pause(300);
    const patient = db.execute(sql`select 1 as one`);
    const late = refusal(transaction(async (tx) => tx.execute(sql`select pg_sleep(4)`)));
    const third = await refusal(db.execute(sql`select 1`));
    expect((await patient)[0]).toEqual({ one: 1 });
    expect((await late).error).toBeUndefined();
    expect(third.error).toBeInstanceOf(Unavailable);
    expect(third.after).toBeGreaterThan(2900);
    expect(third.after).toBeLessThan(3600);
    await Promise.all(busy);
  });

  it("give a request 10 s on a network that swallows everything, and replace the connections after it", async () => {
    await Promise.all(Array.from({ length: 5 }, () => db.execute(sql`select pg_sleep(0.1)`)));
    swallowing = true;
    const [query, whole] = await Promise.all([
      refusal(db.execute(sql`select 1`)),
      refusal(transaction((tx) => tx.execute(sql`select 1`))),
    ]);
    swallowing = false;
    for (const { error, after } of [query, whole]) {
      expect(error).toBeInstanceOf(Unavailable);
      expect(after).toBeGreaterThan(9500);
      expect(after).toBeLessThan(11_000);
    }
    const next = await refusal(Promise.all(Array.from({ length: 10 }, () => db.execute(sql`select 1`))));
    expect(next.error).toBeUndefined();
    expect(next.after).toBeLessThan(1000);
  });

  it("give a connection that is never answered 3 s", async () => {
    await closeDatabase();
    swallowing = true;
    const { error, after } = await refusal(db.execute(sql`select 1`));
    swallowing = false;
    expect(error).toBeInstanceOf(Unavailable);
    expect(after).toBeLessThan(4000);
    await db.execute(sql`select 1`);
  });

  it("end a transaction that does nothing for 5 s", async () => {
    const { error, after } = await refusal(transaction(async () => pause(8000)));
    expect(error).toBeInstanceOf(Unavailable);
    expect(after).toBeLessThan(6000);
  });

  it("leave the errors of a statement as they are", async () => {
    const { error } = await refusal(db.execute(sql`select * from nowhere`));
    expect(error).not.toBeInstanceOf(Unavailable);
    expect(error).toMatchObject({ cause: { code: "42P01" } });
  });
});
