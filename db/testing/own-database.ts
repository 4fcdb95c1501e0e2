import { randomBytes } from "node:crypto";
import { afterAll, inject, vi } from "vitest";
import { clearCache } from "../access/figures/result-cache";
import { closeDatabase } from "../client";
import { LIMITS } from "../connection/limits";
import { onDatabase, runAsSuperuser } from "./databases";

// Runs before each test file: its own copy of the migrated database, dropped afterwards.
const name = `test_${randomBytes(6).toString("hex")}`;
const administration = inject("superuserUrl");

await runAsSuperuser(
  administration,
  `create database ${name} template template_of_tests owner wederhoor strategy file_copy`,
);
process.env.DATABASE_URL = onDatabase(inject("applicationUrl"), name);
process.env.SUPERUSER_DATABASE_URL = onDatabase(administration, name);
// What the limits are is tested elsewhere: a machine that is busy with other things is no failure here.
const PATIENCE = 300_000;
Object.assign(LIMITS, {
  // Each reads the catalogue anew for each file's database.
  connections: 4,
  ...{ connect: PATIENCE, wait: PATIENCE, use: PATIENCE },
  ...{ statement: PATIENCE, lock: PATIENCE, idleInTransaction: PATIENCE },
});
// The process is that of many files, and its cache knows revisions, not databases.
clearCache();

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await closeDatabase();
  await runAsSuperuser(administration, `drop database if exists ${name} with (force)`);
});
