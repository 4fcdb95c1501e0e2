import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { onExit, runCommand } from "@/db/commands/lifetime";
import { loadDossier } from "@/db/dossier/load";
import { ReadableError } from "@/db/readable-error";
import { openSuperuser } from "@/db/testing/databases";
import { prepareBareInserts } from "@/db/testing/newsroom/bare-inserts";
import { writeDossierFolder } from "@/db/testing/newsroom/dossier-folder";
import { startBenchDatabase } from "./bench-database";
import { cpuOfPostgres } from "./postgres-cpu";

/** How long the loader takes over a folder of so many sources, and a second time; beside bare INSERTs of the same rows. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { sources: { type: "string", default: "10000" } } });
  const sources = Number(values.sources);
  if (!(sources >= 100)) throw new ReadableError("--sources takes a number from 100 upwards.");
  const { folder, server } = await startBenchDatabase("loader", { durable: true });
  const superuser = openSuperuser(server.superuserUrl());
  onExit(() => superuser.end());
  const [{ pid } = { pid: 0 }] = await superuser<{ pid: number }[]>`
    select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid`;
  const files = join(folder, "dossier");
  await mkdir(files);
  await writeDossierFolder(files, sources);

  let rows = 0;
  const load = async () => {
    const loaded = await loadDossier({ folder: files });
    rows = loaded.files.reduce((sum, file) => sum + file.rows, 0);
  };
  const first = await measure("a first load", pid, load, () => rows);
  await measure("a second load of the same files", pid, load, () => rows);
  const floor = await measure(
    "the same records by bare INSERTs",
    pid,
    await prepareBareInserts(superuser),
    () => rows,
  );
  console.log(
    `\nThe first load takes ${(first.took / floor.took).toFixed(1)} times as long as bare INSERTs without a`,
  );
  console.log(`history, and ${(first.cpu / floor.cpu).toFixed(1)} times the CPU time.`);
  console.log(`At most ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB of memory.`);
  return 0;
});

async function measure(name: string, pid: number, work: () => Promise<unknown>, rowsOf: () => number) {
  const [node, database, started] = [process.cpuUsage(), await cpuOfPostgres(pid), performance.now()];
  await work();
  const took = performance.now() - started;
  const { user, system } = process.cpuUsage(node);
  const own = (user + system) / 1000;
  const theirs = (await cpuOfPostgres(pid)) - database;
  const rows = rowsOf();
  const each = `${((own * 1000) / rows).toFixed(0)} + ${((theirs * 1000) / rows).toFixed(0)} µs of CPU a row`;
  console.log(
    `${name.padEnd(36)}${rows} rows in ${(took / 1000).toFixed(1)} s: ${((rows / took) * 1000).toFixed(0)} rows/s, ` +
      `${((rows / (own + theirs)) * 1000).toFixed(0)} rows a second of CPU; ${each} (loader + database)`,
  );
  return { took, cpu: own + theirs };
}
