import { afterAll, expect, test } from "vitest";
import { CONSOLE } from "@/db/access/accounts/account-keeper";
import { createPerson, findForSignIn } from "@/db/access/accounts/people";
import { closeDatabase } from "@/db/client";
import { FIRST_DOSSIER, loadDossier } from "@/db/dossier/load";
import { migrate } from "@/db/migrate";
import { type OldServer, startOldServer } from "@/db/testing/old-server";
import { findOrInstallPostgreSQL } from "./postgresql";

const found = await findOrInstallPostgreSQL();
let server: OldServer | undefined;
afterAll(async () => {
  await closeDatabase();
  await server?.stop();
});

const PATIENT = 180_000;

test(
  "a PostgreSQL 15 of one's own is migrated, has its first account and takes the first dossier",
  async (context) => {
    if ("missing" in found) return context.skip(found.missing);
    server = await startOldServer(found.programs);
    expect(await migrate(server.url)).toBeGreaterThan(0);
    expect(await migrate(server.url)).toBe(0);
    process.env.DATABASE_URL = server.url;
    const email = "admin@example.org";
    await createPerson(CONSOLE, { role: "admin", email, name: "First Admin", passwordHash: "a hash" });
    expect(await findForSignIn(email)).toMatchObject({ disabled: false });
    const { files } = await loadDossier({ folder: FIRST_DOSSIER });
    expect(files.map(({ rows }) => rows)).not.toContain(0);
    expect(files).toHaveLength(5);
  },
  PATIENT,
);
