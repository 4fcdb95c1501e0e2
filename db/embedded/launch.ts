import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { ReadableError } from "../readable-error";
import { isAlive, isServerOf, type Postmaster, readPostmaster } from "./postmaster";
import type { ServerFolders } from "./server-folders";

const run = promisify(execFile);
const MAJOR = "18";
/** The server inherits nothing: no secret, no PG… variable, no locale. */
const BARE: NodeJS.ProcessEnv = { NODE_ENV: process.env.NODE_ENV, LC_ALL: "C", TZ: "UTC" };
const START_LIMIT = 60_000;
/**
 * For data that nobody misses after a power cut: the log is written for the running server alone, and joins of few rows are
 * done as they are written, since looking for a better order takes longer than they do.
 */
const PASSING_DATA = {
  join_collapse_limit: "2",
  from_collapse_limit: "2",
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "2GB",
  autovacuum: "off",
};

/** What a start may still say for a moment after the last server was killed. */
const PASSING = /lock file ".*" already exists|shared memory block .*still in use|is being shut down/;

/** initdb, beside its final place, so that an interrupted one leaves nothing half made. */
export async function makeCluster(
  ground: ServerFolders,
  binaries: string,
  onProgress: (line: string) => void,
): Promise<void> {
  const version = (await readFile(join(ground.cluster, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (version === MAJOR) return;
  if (version) {
    throw new ReadableError(
      `The database in ${ground.cluster} was made by PostgreSQL ${version}; this is PostgreSQL ${MAJOR}. Set DATA_DIR to another folder.`,
    );
  }
  onProgress("making a new database");
  const draft = `${ground.cluster}.${process.pid}`;
  const passwordFile = join(ground.sockets, `password-${randomBytes(6).toString("hex")}`);
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, ground.password, { mode: 0o600 });
    if (ground.who) {
      await chown(draft, ground.who.uid, ground.who.gid);
      await chown(passwordFile, ground.who.uid, ground.who.gid);
    }
    await run(
      join(binaries, "bin", "initdb"),
      [
        ...["-D", draft, "-U", "postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"],
        ...["--locale-provider=builtin", "--locale=C.UTF-8", "--no-sync", "--no-instructions"],
      ],
      { ...ground.who, cwd: "/", env: { ...BARE, PATH: process.env.PATH } },
    );
    await rename(draft, ground.cluster);
  } catch (error) {
    if (await stat(join(ground.cluster, "PG_VERSION")).catch(() => undefined)) return;
    const message = (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
    throw new ReadableError(`The database can't be made in ${ground.cluster}: ${message}`);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** Attaches to the folder's running server, or starts one, waiting out one that is still recovering or leaving. */
export async function startCluster(
  ground: ServerFolders,
  binaries: string,
  durable: boolean,
  onProgress: (line: string) => void,
): Promise<{ pid: number; sockets: string; adopted: boolean }> {
  const until = Date.now() + START_LIMIT;
  let child: ChildProcess | undefined;
  let waiting = false;
  while (Date.now() < until) {
    const found = await readPostmaster(ground.cluster);
    const living = found && (await isServerOf(found.pid, ground.cluster));
    if (found && living && found.status === "ready") {
      const adopted = found.pid !== child?.pid;
      if (adopted) onProgress(`found a server running on it (process ${found.pid})`);
      return { pid: found.pid, sockets: found.sockets || ground.sockets, adopted };
    }
    if (living || (child && child.exitCode === null && child.signalCode === null)) {
      if (!waiting && !child) onProgress("waiting for a server that is still starting or stopping");
      waiting = true;
      await pause(15);
      continue;
    }
    if (child) await refuseUnlessPassing(ground);
    if (found) await forgetStale(ground, found);
    child = await spawnServer(ground, binaries, durable);
    await pause(15);
  }
  throw new ReadableError(
    `PostgreSQL did not become ready in ${START_LIMIT / 1000} s. Its messages are in ${ground.log}.`,
  );
}

async function spawnServer(ground: ServerFolders, binaries: string, durable: boolean): Promise<ChildProcess> {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: ground.sockets,
    unix_socket_permissions: "0700",
    port: "5432",
    max_connections: "100",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    ...(durable ? {} : PASSING_DATA),
  };
  const log = await open(ground.log, "w", 0o600);
  try {
    // Of its own process group: Ctrl-C must reach the site first, and the server by our hand.
    const child = spawn(
      join(binaries, "bin", "postgres"),
      ["-D", ground.cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      { ...ground.who, cwd: "/", detached: true, stdio: ["ignore", log.fd, log.fd], env: BARE },
    );
    child.unref();
    await new Promise((started, failed) => child.once("spawn", started).once("error", failed));
    return child;
  } catch (error) {
    throw new ReadableError(
      `PostgreSQL can't be started here (${(error as Error).message}). Set DATABASE_URL instead.`,
    );
  } finally {
    await log.close();
  }
}

async function refuseUnlessPassing(ground: ServerFolders): Promise<void> {
  const log = (await readFile(ground.log, "utf8").catch(() => "")).trim();
  if (!PASSING.test(log))
    throw new ReadableError(`PostgreSQL did not start:\n${log.split("\n").slice(-8).join("\n")}`);
  await pause(150);
}

/** PostgreSQL itself clears a dead server's lock file, but not one whose number now belongs to another process. */
async function forgetStale(ground: ServerFolders, found: Postmaster): Promise<void> {
  if (!isAlive(found.pid)) return;
  const now = await readPostmaster(ground.cluster);
  if (now?.pid === found.pid) await rm(join(ground.cluster, "postmaster.pid"), { force: true });
}

/** Fast shutdown, then an immediate one for a server that hangs. */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, patience] of [["SIGINT", 15_000] as const, ["SIGQUIT", 5_000] as const]) {
    const until = Date.now() + patience;
    if (isAlive(pid)) process.kill(pid, signal);
    while (isAlive(pid) && Date.now() < until) await pause(10);
    if (!isAlive(pid)) return;
  }
  throw new ReadableError(`PostgreSQL (process ${pid}) does not stop.`);
}
