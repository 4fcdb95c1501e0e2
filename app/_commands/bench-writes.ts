import { runCommand } from "@/db/commands/lifetime";
import { writeTogether } from "@/db/testing/many-writers";
import { startBenchDatabase } from "./bench-database";
import { cpuOfPostgres } from "./postgres-cpu";

const WRITERS = 32;
const WRITES = 2000;

await runCommand(async () => {
  const { server } = await startBenchDatabase("writes", { durable: true });

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
