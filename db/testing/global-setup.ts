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

type Running = Awaited<ReturnType<typeof startEmbedded>>;
/** Each project of a run sets up by itself, in one process. */
const shared = globalThis as { wederhoorTests?: { server: Promise<Running>; users: number } };

/** One PostgreSQL for the run, with one migrated database that each test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.wederhoorTests ??= { server: startMigrated(), users: 0 };
  const run = shared.wederhoorTests;
  run.users += 1;
  const server = await run.server;
  project.provide("applicationUrl", server.runtimeUrl("postgres"));
  project.provide("superuserUrl", server.superuserUrl("postgres"));
  return async () => {
    run.users -= 1;
    if (run.users > 0) return;
    shared.wederhoorTests = undefined;
    await server.destroy();
  };
}

async function startMigrated(): Promise<Running> {
  await clearAbandoned();
  const server = await startEmbedded({ dataDir: join(tmpdir(), `${PREFIX}${process.pid}`), durable: false });
  try {
    await runAsSuperuser(server.superuserUrl("postgres"), `create database template_of_tests owner wederhoor`);
    await migrateFor(server.runtimeUrl("template_of_tests"), server.url("template_of_tests"));
  } catch (error) {
    await server.destroy();
    throw error;
  }
  return server;
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
