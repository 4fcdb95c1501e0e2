import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { isAlive } from "../embedded/postmaster";
import { startEmbedded } from "../embedded/server";
import { migrateFor } from "../migrate";
import { runAsSuperuser } from "./databases";

declare module "vitest" {
  interface ProvidedContext {
    applicationUrl: string;
    superuserUrl: string;
  }
}

const PREFIX = "wederhoor-vitest-";

/** One PostgreSQL for the run, with one migrated database that each test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAbandoned();
  const server = await startEmbedded({ dataDir: join(tmpdir(), `${PREFIX}${process.pid}`), durable: false });
  try {
    await runAsSuperuser(server.superuserUrl("postgres"), `create database template_of_tests owner wederhoor`);
    await migrateFor(server.runtimeUrl("template_of_tests"), server.url("template_of_tests"));
  } catch (error) {
    await server.destroy();
    throw error;
  }
  project.provide("applicationUrl", server.runtimeUrl("postgres"));
  project.provide("superuserUrl", server.superuserUrl("postgres"));
  return () => server.destroy();
}

/** A run that was killed leaves its server and its folder. */
async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
    if (!(pid > 0) || isAlive(pid)) continue;
    const dataDir = join(tmpdir(), name);
    const left = await startEmbedded({ dataDir, durable: false }).catch(() => undefined);
    await left?.destroy();
    await rm(dataDir, { recursive: true, force: true }).catch(() => undefined);
  }
}
