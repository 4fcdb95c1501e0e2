import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { ReadableError } from "../readable-error";
import { OWNER_ROLE, RUNTIME_ROLE } from "../roles";
import { findBinaries } from "./binaries";
import { makeCluster, startCluster, stopServer } from "./launch";
import { takeOwnership } from "./owner";
import { isAlive } from "./postmaster";
import { prepareServerFolders, type ServerFolders } from "./server-folders";

const DATABASE = "wederhoor";

export type EmbeddedServer = {
  /** Address of a database for the role that owns it and its tables, and is no superuser. */
  url(database?: string): string;
  /** The same for the role that the site runs as. */
  runtimeUrl(database?: string): string;
  superuserUrl(database?: string): string;
  /** The server's first process. */
  pid: number;
  /** True when an earlier run had left the server behind, and it was taken over. */
  adopted: boolean;
  /** Settles when the server ended without being asked to; nothing of it is left to stop then. */
  ended: Promise<string>;
  /** Fast shutdown; returns when the server is gone. */
  stop(): Promise<void>;
  /** Stops, and removes the data folder for good. */
  destroy(): Promise<void>;
};

/**
 * Finds or makes the PostgreSQL of a data folder and starts it, on a Unix socket only.
 * @param options.durable false (tests) trades safety at a power cut for speed
 * @throws ReadableError when another living process uses the folder, or PostgreSQL can't run here
 */
export async function startEmbedded(options: {
  dataDir: string;
  durable?: boolean;
  onProgress?: (line: string) => void;
}): Promise<EmbeddedServer> {
  const { dataDir, durable = true, onProgress = () => undefined } = options;
  const ground = await prepareServerFolders(dataDir);
  const binaries = await findBinaries(ground.who, onProgress);
  await makeCluster(ground, binaries, onProgress);
  const { pid, sockets, adopted, ownership } = await own(
    () => startCluster(ground, binaries, durable, onProgress),
    ground.password,
    resolve(dataDir),
  );
  const connection = { host: sockets, username: "postgres", password: ground.password };

  let stopping = false;
  let isGone = false;
  const address = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
  const { owner, runtime } = ground.rolePasswords;
  const stop = async () => {
    stopping = true;
    await ownership.release();
    // Its number may be another process's by now.
    if (!isGone) await stopServer(pid);
  };
  const server: EmbeddedServer = {
    url: (database = DATABASE) => address(OWNER_ROLE, owner, database),
    runtimeUrl: (database = DATABASE) => address(RUNTIME_ROLE, runtime, database),
    superuserUrl: (database = DATABASE) => address("postgres", ground.password, database),
    pid,
    adopted,
    ended: watch(pid, () => stopping).then(async () => {
      isGone = true;
      await ownership.release();
      return "by itself";
    }),
    stop,
    destroy: async () => {
      await stop();
      await rm(sockets, { recursive: true, force: true });
      if (ground.home !== resolve(dataDir)) await rm(ground.home, { recursive: true, force: true });
      await rm(resolve(dataDir), { recursive: true, force: true });
    },
  };
  try {
    await prepare(connection, ground);
  } catch (error) {
    await stop();
    throw error;
  }
  return server;
}

/** A server that was killed a moment ago can still look alive: only one that answers counts. */
async function own(
  bringUpServer: () => Promise<{ pid: number; sockets: string; adopted: boolean }>,
  password: string,
  dataDir: string,
) {
  for (let attempt = 1; ; attempt++) {
    const up = await bringUpServer();
    try {
      const connection = { host: up.sockets, username: "postgres", password };
      return { ...up, ownership: await takeOwnership(connection, dataDir, () => isAlive(up.pid)) };
    } catch (error) {
      const refused = error instanceof ReadableError || (error as { code?: string }).code === "28P01";
      if (refused || attempt === 20) throw error;
      await pause(100);
    }
  }
}

/** The two roles and their database, made when they are missing; a role from before gets a password of its own. */
async function prepare(
  connection: { host: string; username: string },
  { password, rolePasswords }: Pick<ServerFolders, "password" | "rolePasswords">,
): Promise<void> {
  const sql = postgres({ ...connection, password, port: 5432, database: "postgres", max: 1, fetch_types: false });
  try {
    for (const [role, own] of [
      [OWNER_ROLE, rolePasswords.owner],
      [RUNTIME_ROLE, rolePasswords.runtime],
    ] as const) {
      const [found] = await sql`select from pg_roles where rolname = ${role}`;
      await sql.unsafe(`${found ? "alter" : "create"} role ${role} login password '${own}'`);
    }
    const [database] = await sql`select from pg_database where datname = ${DATABASE}`;
    if (!database) await sql.unsafe(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function watch(pid: number, isStopAsked: () => boolean): Promise<void> {
  while (isAlive(pid)) await pause(300, undefined, { ref: false });
  if (isStopAsked()) await new Promise(() => undefined);
}
