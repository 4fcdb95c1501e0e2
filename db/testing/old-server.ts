import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { prepareServerFolders } from "../embedded/server-folders";
import { openSuperuser } from "./databases";

const run = promisify(execFile);

export type OldServer = { readonly url: string; stop(): Promise<void> };

/**
 * An empty database on a PostgreSQL of one's own, as its packager ships it: the system's locale provider, on a Unix socket,
 * for a role that owns the database and is no superuser.
 * @param programs the folder of its initdb and postgres
 */
export async function startOldServer(programs: string): Promise<OldServer> {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-old-"));
  await chmod(folder, 0o711);
  const { who, sockets } = await prepareServerFolders(folder);
  const cluster = join(folder, "cluster");
  await mkdir(cluster, { mode: 0o700 });
  if (who) await chown(cluster, who.uid, who.gid);
  const bare = { ...who, cwd: "/", env: { NODE_ENV: process.env.NODE_ENV, LC_ALL: "C.UTF-8" } };
  const first = ["-D", cluster, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"];
  await run(join(programs, "initdb"), first, bare);
  const settings = ["listen_addresses=", `unix_socket_directories=${sockets}`, "fsync=off"];
  const server = spawn(
    join(programs, "postgres"),
    ["-D", cluster, ...settings.flatMap((setting) => ["-c", setting])],
    { ...bare, stdio: ["ignore", "ignore", "pipe"] },
  );
  let output = "";
  server.stderr?.on("data", (data) => {
    output += data;
  });
  const gone = once(server, "exit");
  const stop = async () => {
    server.kill("SIGINT");
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  const address = (role: string, database: string) =>
    `postgres://${role}@localhost/${database}?host=${encodeURIComponent(sockets)}`;
  try {
    await prepare(address("postgres", "postgres"), () => server.exitCode === null);
    return { url: address("desk", "newsroom"), stop };
  } catch (cause) {
    await stop();
    throw new Error(`The old PostgreSQL did not start: ${output}`, { cause });
  }
}

/** Waits until it answers, and makes the role and its database. */
async function prepare(superuser: string, isRunning: () => boolean): Promise<void> {
  const sql = openSuperuser(superuser);
  try {
    for (;;) {
      const failure = await sql`select 1`.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (!failure) break;
      if (!isRunning()) throw failure;
      await pause(50);
    }
    await sql.unsafe("create role desk login");
    await sql.unsafe("create database newsroom owner desk");
  } finally {
    await sql.end();
  }
}
