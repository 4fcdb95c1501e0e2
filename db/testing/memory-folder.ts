import { chmodSync, lstatSync, mkdirSync, readFileSync, statfsSync } from "node:fs";
import { freemem } from "node:os";
import { join } from "node:path";

/** Where Linux keeps files in memory. */
const SHARED_MEMORY = "/dev/shm";
/** Three times what a whole run keeps at once. */
const ENOUGH = 4 * 2 ** 30;

/**
 * Has this process and its children keep their temporary files in memory, where the machine has room for them and nobody said
 * otherwise (`TMPDIR`). Each file of tests has a database of its own, of 700 files: written to a disk they are a tenth of a run's work.
 */
export function keepFilesInMemory(): void {
  if (process.env.TMPDIR || !hasRoom()) return;
  const own = process.getuid?.() ?? 0;
  const folder = join(SHARED_MEMORY, `wederhoor-tests-${own}`);
  mkdirSync(folder, { recursive: true });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== own) return;
  // As root the database runs as another account.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
}

function hasRoom(): boolean {
  try {
    const mount = readFileSync("/proc/self/mounts", "utf8")
      .split("\n")
      .map((line) => line.split(" "))
      .find(([, place]) => place === SHARED_MEMORY);
    // Some tests write a program and run it.
    if (!mount || mount[3]?.split(",").includes("noexec")) return false;
    const { bavail, bsize } = statfsSync(SHARED_MEMORY);
    return Math.min(bavail * bsize, freemem()) > ENOUGH;
  } catch {
    return false;
  }
}
