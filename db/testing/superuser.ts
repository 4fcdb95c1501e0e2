import type postgres from "postgres";
import { openSuperuser } from "./databases";

/** Superuser on the running test file's own database, for tests that go behind the application's back; `end()` it. */
export function connectAsSuperuser(): postgres.Sql {
  const address = process.env.SUPERUSER_DATABASE_URL;
  if (!address) throw new Error("Only a test of the project “database” has a database of its own.");
  return openSuperuser(address);
}
