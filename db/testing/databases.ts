import postgres from "postgres";
import { parseAddress } from "../connection/address";

/** A connection as superuser, for what the application may not do; `end()` it. */
export function openSuperuser(address: string): postgres.Sql {
  const [url, options] = parseAddress(address);
  return postgres(url, { ...options, max: 1, max_lifetime: null, onnotice: () => undefined });
}

export async function runAsSuperuser(address: string, statement: string): Promise<void> {
  const sql = openSuperuser(address);
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

/** The same server's other database. */
export function onDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
