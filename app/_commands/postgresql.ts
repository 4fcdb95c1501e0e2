import { existsSync } from "node:fs";
import { join } from "node:path";
import { runApt, whyNoApt } from "@/app/_commands/chromium";

/** The oldest that Wederhoor runs on (README). */
const OLDEST = 15;
const DEBIANS = `/usr/lib/postgresql/${OLDEST}/bin`;

/** What a server of one's own may be at the oldest: where its programs are, or why there are none. */
type OldPostgreSQL = { readonly programs: string } | { readonly missing: string };

/** The machine's own PostgreSQL 15, else one that is installed now where that can be done. */
export async function findOrInstallPostgreSQL(): Promise<OldPostgreSQL> {
  if (isThere()) return { programs: DEBIANS };
  const reason = whyNoApt();
  if (reason) return missing(reason);
  console.log(`No PostgreSQL ${OLDEST} here: installing the system's with apt-get.`);
  await runApt("update");
  const { code } = await runApt("install", "--yes", "--no-install-recommends", `postgresql-${OLDEST}`);
  return isThere() ? { programs: DEBIANS } : missing(`apt-get ended with ${code}`);
}

const isThere = () => ["initdb", "postgres"].every((name) => existsSync(join(DEBIANS, name)));

const missing = (reason: string) => ({
  missing: `There is no PostgreSQL ${OLDEST} in ${DEBIANS}, and none could be installed: ${reason}.`,
});
