import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase } from "@/db/client";
import { onExit, runCommand } from "@/db/commands/lifetime";
import { startEmbedded } from "@/db/embedded/server";
import { migrate } from "@/db/migrate";
import { writeTogether } from "@/db/testing/many-writers";
import { cpuOfPostgres } from "./postgres-cpu";

const WRITERS = 32;
const WRITES = 2000;

await runCommand(async () => {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-writes-"));
  // As root the database runs as another account, which must pass through.
  await chmod(folder, 0o711);
  const server = await startEmbedded({ dataDir: folder });
  onExit(() => server.destroy());
  process.env.DATABASE_URL = server.url();
  await migrate(server.url());
  onExit(() => closeDatabase());

  const [own, database] = [process.cpuUsage(), await cpuOfPostgres(server.pid)];
  const { times, took, conflicts, failures, broken, gaps } = await writeTogether(WRITERS, WRITES);
  const { user, system } = process.cpuUsage(own);
  const each = (milliseconds: number) => `${(milliseconds / WRITES).toFixed(1)} ms`;
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => `${(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1)} ms`;
  console.log(`${WRITES} writes by ${WRITERS} people at once, on a database that is safe at a power cut`);
  console.log(`p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`);
  console.log(`${((WRITES / took) * 1000).toFixed(0)} writes a second; ${conflicts} conflicts, each tried again`);
  const theirs = (await cpuOfPostgres(server.pid)) - database;
  console.log(`CPU of a write: ${each((user + system) / 1000)} of this process, ${each(theirs)} of the database`);
  console.log(broken ? `The chain is broken at ${broken.seq}: ${broken.problem}.` : "The chain holds.");
  console.log(gaps ? `${gaps} records have a gap in their versions.` : "No record has a gap in its versions.");
  for (const failure of new Set(failures)) console.error(failure);
  if (failures.length > 0) console.error(`${failures.length} writes failed.`);
  return failures.length > 0 || broken || gaps ? 1 : 0;
});
