import { readFile, readlink, realpath } from "node:fs/promises";
import { join } from "node:path";

export type Postmaster = {
  pid: number;
  /** Folder of the Unix socket that the running server listens on. */
  sockets: string;
  /** `starting`, `ready`, `stopping`. */
  status: string;
};

/** Reads `postmaster.pid`; undefined when there is none, or it is being written. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , , , sockets = "", , , status = ""] = text.split("\n");
  return Number(pid) > 0 ? { pid: Number(pid), sockets, status: status.trim() } : undefined;
}

/** Whether the process is there, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether a living process is this folder's server. After a reboot its number may belong to any other process; where
 * the system can't tell (no /proc) a living process is taken for the server.
 */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  const name = (await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")).trim();
  if (name !== "postgres") return false;
  const at = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return at === undefined || at === (await realpath(cluster).catch(() => cluster));
}
