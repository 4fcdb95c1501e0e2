import { readdir, readFile } from "node:fs/promises";

/** Milliseconds of a clock tick of /proc: Linux gives a hundred a second wherever Node runs. */
const TICK = 10;

/** Milliseconds of CPU time of a PostgreSQL server, its ended children included; not a number without /proc. */
export async function cpuOfPostgres(postmaster: number): Promise<number> {
  const stats = await Promise.all(
    (await readdir("/proc").catch(() => []))
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readFile(`/proc/${name}/stat`, "utf8").catch(() => "")),
  );
  let ticks = 0;
  let isThere = false;
  for (const stat of stats) {
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent = 0, user = 0, system = 0, userOfEnded = 0, systemOfEnded = 0] = [1, 11, 12, 13, 14].map(
      (n) => fields[n],
    );
    const isServer = stat.startsWith(`${postmaster} `);
    if (isServer) isThere = true;
    if (isServer) ticks += user + system + userOfEnded + systemOfEnded;
    else if (parent === postmaster) ticks += user + system;
  }
  return isThere ? ticks * TICK : Number.NaN;
}
