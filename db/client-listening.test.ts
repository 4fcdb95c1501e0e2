import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, db, subscribeToNotifications, transaction, whenListening } from "./client";
import { startEmbedded } from "./embedded/server";
import { startPrivateServer } from "./testing/server";

let server: Awaited<ReturnType<typeof startPrivateServer>>;

beforeAll(async () => {
  server = await startPrivateServer();
  process.env.DATABASE_URL = server.url();
});

afterAll(async () => {
  await closeDatabase();
  await server.destroy();
});

const notify = (on: typeof db, word: string) => on.execute(sql`select pg_notify('desk', ${word})`);

const listening = async () =>
  Number(
    (
      await db.execute<{ count: number }>(
        sql`select count(*)::int as count from pg_stat_activity where query ilike 'listen desk%' or query = 'select 1'`,
      )
    )[0]?.count,
  );

/** Until it is heard that somebody listens: a notice that comes before is nobody's. */
async function heardBy(received: (string | null)[], word: string): Promise<void> {
  await vi.waitFor(
    async () => {
      await notify(db, word);
      expect(received).toContain(word);
    },
    { timeout: 15_000, interval: 50 },
  );
}

test("what a transaction notifies is heard when it commits, and what is rolled back never", async () => {
  const received: (string | null)[] = [];
  const stop = subscribeToNotifications((payload) => received.push(payload));
  await heardBy(received, "ready");
  await transaction(async (tx) => {
    await notify(tx as typeof db, "committed");
    expect(received).not.toContain("committed");
  });
  await transaction(async (tx) => {
    await notify(tx as typeof db, "rolled back");
    throw new Error("second thoughts");
  }).catch(() => undefined);
  await heardBy(received, "later");
  expect(received).toContain("committed");
  expect(received).not.toContain("rolled back");
  stop();
});

test("who waited until it listens misses nothing that is written then", async () => {
  await db.execute(sql`select 1`);
  for (let turn = 1; turn <= 20; turn += 1) {
    const received: (string | null)[] = [];
    const stop = subscribeToNotifications((payload) => received.push(payload));
    await whenListening();
    await notify(db, `of turn ${turn}`);
    await vi.waitFor(() => expect(received).toEqual([`of turn ${turn}`]));
    stop();
  }
});

test("all who hear share one connection, which the last one closes", async () => {
  const received: (string | null)[][] = [[], [], []];
  const stops = received.map((own) => subscribeToNotifications((payload) => own.push(payload)));
  for (const own of received) await heardBy(own, "to all");
  expect(await listening()).toBe(1);
  for (const stop of stops) stop();
  await vi.waitFor(async () => expect(await listening()).toBe(0));
});

test("after a restart of the server it listens again, and says that something may have been missed", async () => {
  const received: (string | null)[] = [];
  const stop = subscribeToNotifications((payload) => received.push(payload));
  await heardBy(received, "before");
  await server.stop();
  Object.assign(server, await startEmbedded({ dataDir: server.dataDir, durable: false }));
  await vi.waitFor(() => expect(received).toContain(null), { timeout: 15_000 });
  await db.execute(sql`select 1`).catch(() => undefined);
  await heardBy(received, "after");
  stop();
});

test("listening does not keep a process from ending", async () => {
  const program = `
    import("./db/client.ts").then(async ({ db, subscribeToNotifications }) => {
      const heard = [];
      subscribeToNotifications((payload) => heard.push(payload));
      const { sql } = await import("drizzle-orm");
      for (let tries = 0; heard.length === 0 && tries < 200; tries++) {
        await db.execute(sql\`select pg_notify('desk', 'hello'), pg_sleep(0.02)\`);
      }
      console.log(heard[0]);
    });`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "--eval", program],
    { timeout: 20_000, env: { ...process.env, DATABASE_URL: server.url() } },
  );
  expect(stdout.trim()).toBe("hello");
});
