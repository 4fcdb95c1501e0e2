import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { openSuperuser } from "../testing/databases";
import { isAlive, readPostmaster } from "./postmaster";
import { startEmbedded } from "./server";

const folders: string[] = [];
const children: ChildProcess[] = [];

const folderPath = (name = "") => join(tmpdir(), `wederhoor-launch-${randomBytes(6).toString("hex")}${name}`);
const newFolder = (name = "") => {
  const dataDir = folderPath(name);
  folders.push(dataDir);
  return dataDir;
};
/** Of the tests that are not about a first start: making a database is most of the time of one. */
const used = folderPath();

const removeFolder = (dataDir: string) =>
  startEmbedded({ dataDir, durable: false }).then(
    (server) => server.destroy(),
    () => rm(dataDir, { recursive: true, force: true }),
  );

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const dataDir of folders.splice(0)) await removeFolder(dataDir);
});
afterAll(() => removeFolder(used));

type Said = { pid: number; adopted: boolean; refused?: string };

/** A launcher in a process of its own. */
async function launch(dataDir: string): Promise<Said & { child: ChildProcess }> {
  const child = spawn(process.execPath, ["--import", "tsx", "db/testing/keep-server-running.ts", dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { ...(JSON.parse(line) as Said), child };
}

async function note(address: string, word?: string): Promise<string[]> {
  const sql = openSuperuser(address);
  try {
    await sql`create table if not exists words (word text)`;
    if (word) await sql`insert into words values (${word})`;
    return (await sql<{ word: string }[]>`select word from words order by word`).map((row) => row.word);
  } finally {
    await sql.end();
  }
}

describe("the embedded PostgreSQL", () => {
  it("keeps its data from one start to the next, and leaves no process behind", async () => {
    const dataDir = used;
    const first = await startEmbedded({ dataDir });
    await note(first.superuserUrl(), "kept");
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await startEmbedded({ dataDir });
    expect(second.adopted).toBe(false);
    expect(await note(second.superuserUrl())).toContain("kept");
    await second.stop();
  });

  it("listens on a socket in a private folder, and asks for a password kept in a private file", async () => {
    const dataDir = used;
    const server = await startEmbedded({ dataDir, durable: false });
    const sql = openSuperuser(server.superuserUrl());
    const [settings] = await sql`select current_setting('listen_addresses') as addresses,
      current_setting('unix_socket_directories') as folder, current_setting('server_encoding') as encoding`;
    const [locale] = await sql`select datlocprovider as provider, datlocale as locale from pg_database
      where datname = current_database()`;
    await sql.end();
    expect(settings).toMatchObject({ addresses: "", encoding: "UTF8" });
    expect(locale).toEqual({ provider: "b", locale: "C.UTF-8" });
    expect((await stat(settings?.folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, "postgres-password"))).mode & 0o777).toBe(0o600);
    const wrong = openSuperuser(server.url().replace(/:[^:@/]+@/, ":guess@"));
    await expect(wrong`select 1`).rejects.toMatchObject({ code: "28P01" });
    await server.stop();
  });

  it("takes over the server of a launcher that was killed", async () => {
    const dataDir = used;
    const killed = await launch(dataDir);
    killed.child.kill("SIGKILL");
    await once(killed.child, "exit");
    expect(isAlive(killed.pid)).toBe(true);
    const next = await startEmbedded({ dataDir });
    expect(next).toMatchObject({ adopted: true, pid: killed.pid });
    await next.stop();
    expect(isAlive(killed.pid)).toBe(false);
  });

  it("recovers what a killed server had saved", async () => {
    const dataDir = used;
    const server = await startEmbedded({ dataDir });
    await note(server.superuserUrl(), "saved");
    process.kill(server.pid, "SIGKILL");
    await server.ended;
    const next = await startEmbedded({ dataDir });
    expect(await note(next.superuserUrl())).toContain("saved");
    await next.stop();
  });

  it("refuses a second living instance by name, and leaves the first alone", async () => {
    const dataDir = used;
    const first = await startEmbedded({ dataDir });
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      `Another Wederhoor (process ${process.pid}) is running on the data folder ${dataDir}.`,
    );
    expect(await note(first.superuserUrl(), "mine")).toContain("mine");
    await first.stop();
  });

  it("lets exactly one of three first starts at the same moment have the folder", async () => {
    const dataDir = newFolder();
    const all = await Promise.all([launch(dataDir), launch(dataDir), launch(dataDir)]);
    const refused = all.flatMap((output) => output.refused ?? []);
    expect(refused).toHaveLength(2);
    for (const sentence of refused) expect(sentence).toMatch(/^Another Wederhoor/);
    const winner = all.find((output) => !output.refused);
    winner?.child.kill("SIGTERM");
    await once(winner?.child as ChildProcess, "exit");
    expect(await readPostmaster(join(dataDir, "postgres"))).toBeUndefined();
  });

  it("is not misled by a lock file whose number now belongs to another process", async () => {
    const dataDir = used;
    await (await startEmbedded({ dataDir })).stop();
    await writeFile(
      join(dataDir, "postgres", "postmaster.pid"),
      `${process.pid}\n${dataDir}/postgres\n1\n5432\n${dataDir}/run\n\n  1  1\nready   \n`,
    );
    const server = await startEmbedded({ dataDir });
    expect(server.adopted).toBe(false);
    await server.stop();
  });

  it("finds room for its socket when the data folder's path is too long for one", async () => {
    const dataDir = newFolder(`-${"long".repeat(25)}`);
    const server = await startEmbedded({ dataDir, durable: false });
    expect(await note(server.superuserUrl(), "fits")).toEqual(["fits"]);
    await server.destroy();
  });

  it("says in one sentence that another version made the database", async () => {
    const dataDir = newFolder();
    await mkdir(join(dataDir, "postgres"), { recursive: true });
    await writeFile(join(dataDir, "postgres", "PG_VERSION"), "14\n");
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/was made by PostgreSQL 14; this is PostgreSQL 18/);
  });
});
