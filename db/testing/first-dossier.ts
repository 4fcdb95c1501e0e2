import { clearCache } from "../access/figures/result-cache";
import { closeDatabase } from "../client";
import { FIRST_DOSSIER, loadDossier } from "../dossier/load";
import { onDatabase, openSuperuser } from "./databases";

const TEMPLATE = "template_with_dossier";
const DRAFT = `${TEMPLATE}_draft`;

/**
 * Puts a copy of a database with the first dossier in the place of the running test file's own. Whoever asks first in a
 * run loads it, as everybody does, and the others wait: it is the same for all.
 */
export async function openFirstDossier(): Promise<void> {
  const { DATABASE_URL: own = "", SUPERUSER_DATABASE_URL: administration = "" } = process.env;
  const name = new URL(own).pathname.slice(1);
  await closeDatabase();
  clearCache();
  const sql = openSuperuser(onDatabase(administration, "postgres"));
  const copy = (of: string, as: string) =>
    sql.unsafe(`create database ${as} template ${of} owner wederhoor strategy file_copy`);
  try {
    await sql`select pg_advisory_lock(hashtext(${TEMPLATE}))`;
    const [made] = await sql`select from pg_database where datname = ${TEMPLATE}`;
    if (!made) {
      await sql.unsafe(`drop database if exists ${DRAFT} with (force)`);
      await copy("template_of_tests", DRAFT);
      process.env.DATABASE_URL = onDatabase(own, DRAFT);
      await loadDossier({ folder: FIRST_DOSSIER }).finally(closeDatabase);
      await sql.unsafe(`alter database ${DRAFT} rename to ${TEMPLATE}`);
    }
    await sql.unsafe(`drop database ${name} with (force)`);
    await copy(TEMPLATE, name);
  } finally {
    process.env.DATABASE_URL = own;
    clearCache();
    await sql.end();
  }
}
