import { once } from "node:events";
import net from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, db, transaction, Unavailable } from "./client";
import { startEmbedded } from "./embedded/server";
import { startPrivateServer } from "./testing/server";

let server: Awaited<ReturnType<typeof startPrivateServer>>;

beforeAll(async () => {
  server = await startPrivateServer();
  process.env.DATABASE_URL = server.url();
  await db.execute(sql`create table notes (id serial primary key, run int not null, word text not null)`);
});

beforeEach(async () => {
  await recovered();
  await db.execute(sql`truncate notes`);
});

afterAll(async () => {
  await closeDatabase();
  await server.destroy();
});

const write = (to: typeof db, run: number, word: string) =>
  to.execute(sql`insert into notes (run, word) values (${run}, ${word})`);
const written = async (run: number) =>
  (await db.execute<{ word: string }>(sql`select word from notes where run = ${run} order by id`)).map(
    (row) => row.word,
  );

/** Until the server answers again. */
async function recovered(): Promise<number> {
  for (let refused = 0; ; refused++) {
    try {
      await db.execute(sql`select 1`);
      return refused;
    } catch (error) {
      expect(error).toBeInstanceOf(Unavailable);
      await pause(20);
    }
  }
}

it("plans what has no name for its values until a transaction ends, and leaves the connection as it was", async () => {
  const kept = db.select({ one: sql`1` }).from(sql`(select 1) as one`).prepare("one");
  const mode = async (on: typeof db) => (await on.execute<{ plan_cache_mode: string }>(sql`show plan_cache_mode`))[0];
  const generic = { plan_cache_mode: "force_generic_plan" };
  await kept.execute();
  const seen = await transaction(async (tx) => {
    const before = await mode(tx);
    await tx.transaction(async (part) => write(part, 7, "lost").then(() => part.rollback())).catch(() => undefined);
    const undone = await mode(tx);
    await write(tx, 7, "kept");
    return [before, undone, await mode(tx)];
  });
  expect(seen).toEqual([generic, generic, { plan_cache_mode: "auto" }]);
  expect(await transaction(mode)).toEqual(generic);
  const failed = transaction(async (tx) => {
    await write(tx, 7, "lost");
    throw new Error("second thoughts");
  });
  await expect(failed).rejects.toThrow("second thoughts");
  expect(await transaction(mode)).toEqual(generic);
  expect(await written(7)).toEqual(["kept"]);
});

/** A connection that only waits: the server closes it when it has noticed the crash, and not before. */
async function openWitness(): Promise<{ closed: Promise<unknown> }> {
  const socket = net.connect(join(new URL(server.url()).searchParams.get("host") ?? "", ".s.PGSQL.5432"));
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return { closed: once(socket.resume(), "close") };
}

/** Kills every session at once, as a crash of one backend does. */
async function crashBackends(): Promise<void> {
  const witness = await openWitness();
  const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  process.kill(row?.pid ?? 0, "SIGKILL");
  await witness.closed;
}

async function restartServer(): Promise<void> {
  process.kill(server.pid, "SIGKILL");
  Object.assign(server, await startEmbedded({ dataDir: server.dataDir, durable: false }));
}

describe("a transaction", () => {
  it("saves all of its statements, or none", async () => {
    await transaction(async (tx) => {
      await write(tx, 1, "first");
      await write(tx, 1, "second");
    });
    expect(await written(1)).toEqual(["first", "second"]);
    const failed = transaction(async (tx) => {
      await write(tx, 2, "first");
      throw new Error("second thoughts");
    });
    await expect(failed).rejects.toThrow("second thoughts");
    expect(await written(2)).toEqual([]);
  });

  it("fails when one of its statements failed, even if nobody looked", async () => {
    const failed = transaction(async (tx) => {
      await write(tx, 1, "first");
      await tx.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(failed).rejects.toMatchObject({ code: "22012" });
    expect(await written(1)).toEqual([]);
  });

  it("lets a part of it fail on its own", async () => {
    await transaction(async (tx) => {
      await write(tx, 1, "kept");
      await tx.transaction(async (part) => write(part, 1, "lost").then(() => part.rollback())).catch(() => undefined);
      await write(tx, 1, "kept too");
    });
    expect(await written(1)).toEqual(["kept", "kept too"]);
  });

  it("is joined by what runs inside it, without a second connection", async () => {
    const all = Array.from({ length: 30 }, (_, run) =>
      transaction(async (tx) => {
        await write(tx, run, "outer");
        await transaction((part) => write(part, run, "inner"));
        return written(run);
      }),
    );
    for (const seen of await Promise.all(all)) expect(seen).toEqual(["outer", "inner"]);
  });

  it("refuses a statement that comes after its end", async () => {
    let late: Promise<unknown> | undefined;
    await transaction(async (tx) => {
      late = pause(50).then(() => write(tx, 1, "late"));
    });
    await expect(late).rejects.toMatchObject({ cause: { message: expect.stringContaining("after the end") } });
    expect(await written(1)).toEqual([]);
  });

  it("runs at the isolation asked for", async () => {
    const level = await transaction((tx) => tx.execute(sql`show transaction_isolation`), {
      isolation: "serializable",
    });
    expect(level[0]).toEqual({ transaction_isolation: "serializable" });
  });
});

describe("a server that is restarted inside transactions", () => {
  it.each([
    ["a crashed backend", crashBackends],
    ["a killed and restarted server", restartServer],
  ])("%s: each transaction is whole or absent, and the next request is fine", async (_, disturb) => {
    for (let round = 0; round < 6; round++) {
      const runs = Array.from({ length: 8 }, (_, at) => round * 100 + at);
      const outcomes = runs.map((run) =>
        transaction(async (tx) => {
          // The tests' server answers a commit before it has written it anywhere: a kill would take it back.
          await tx.execute(sql`set local synchronous_commit = on`);
          await write(tx, run, "first");
          await pause(run % 2 ? 40 : 150);
          await write(tx, run, "second").catch(() => undefined);
          await write(tx, run, "third");
          await pause(60);
        }).then(
          () => "saved" as const,
          (error: unknown) => error,
        ),
      );
      await pause(30 + round * 10);
      await disturb();
      const settled = await Promise.all(outcomes);
      await recovered();
      for (const [at, run] of runs.entries()) {
        const saved = settled[at] === "saved";
        if (!saved) expect(settled[at]).toBeInstanceOf(Unavailable);
        expect(await written(run), `run ${run}`).toEqual(saved ? ["first", "second", "third"] : []);
      }
      const requests = await Promise.all(Array.from({ length: 10 }, () => db.execute(sql`select 1 as one`)));
      for (const rows of requests) expect(rows[0]).toEqual({ one: 1 });
    }
  });

  it("ends a transaction that waits for something else as soon as its connection is lost", async () => {
    let hasWaited = false;
    const waiting = transaction(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      process.kill(row?.pid ?? 0, "SIGTERM");
      await pause(3000);
      hasWaited = true;
    });
    await expect(waiting).rejects.toBeInstanceOf(Unavailable);
    expect(hasWaited).toBe(false);
    await recovered();
  });

  it("answers at once that it is away while the server is stopped", async () => {
    await server.stop();
    await expect(db.execute(sql`select 1`)).rejects.toBeInstanceOf(Unavailable);
    await expect(transaction((tx) => write(tx, 1, "never"))).rejects.toMatchObject({ retryAfter: 2, inDoubt: false });
    Object.assign(server, await startEmbedded({ dataDir: server.dataDir, durable: false }));
    expect(await recovered()).toBe(0);
    expect(await written(1)).toEqual([]);
  });
});
