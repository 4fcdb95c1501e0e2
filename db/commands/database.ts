import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { parseAddress } from "@/db/connection/address";
import { migrateFor } from "@/db/migrate";
import { ReadableError } from "@/db/readable-error";
import { runCommand } from "./lifetime";

const USAGE = `npm run database -- postgres://<who may make databases>:<password>@<host>/postgres [--name wederhoor]

Makes a database in a PostgreSQL of your own, with two roles: <name>_owner, which owns its tables and is for migrations
alone, and <name>_app, as which the site runs, and which can change no table, trigger or function, nor what only grows. Each
gets a random password. Prints the two lines for .env. Of a database that is there already, it makes the second role.`;

function readArguments() {
  try {
    const options = { name: { type: "string", default: "wederhoor" } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [address] = positionals;
    if (address && positionals.length === 1 && /^[a-z][a-z0-9_]{0,50}$/.test(values.name)) {
      return { address, name: values.name };
    }
  } catch (error) {
    throw new ReadableError(`${(error as Error).message}\n\n${USAGE}`);
  }
  throw new ReadableError(USAGE);
}

/** The address of another role on another database of the same server. */
function addressFor(address: string, role: string, password: string, database: string): string {
  const url = new URL(address);
  Object.assign(url, { username: role, password, pathname: `/${database}` });
  return url.href;
}

await runCommand(async () => {
  const { address, name } = readArguments();
  const [url, options] = parseAddress(address);
  const sql = postgres(url, { ...options, max: 1, connect_timeout: 10, onnotice: () => undefined });
  const makeRole = async (role: string) => {
    const password = randomBytes(24).toString("base64url");
    const [found] = await sql`select from pg_roles where rolname = ${role}`;
    if (found) throw new ReadableError(`There is a role ${role} already. Drop it, or give --name another name.`);
    await sql.unsafe(`create role ${role} login password '${password}'`);
    return addressFor(address, role, password, name);
  };
  try {
    const [there] = await sql`select from pg_database where datname = ${name}`;
    const site = await makeRole(`${name}_app`);
    console.log(`DATABASE_URL=${site}`);
    if (there) {
      console.log("DATABASE_OWNER_URL=<what DATABASE_URL has been so far>");
      return 0;
    }
    const owner = await makeRole(`${name}_owner`);
    // Whoever is no superuser makes databases only for roles that they belong to.
    await sql.unsafe(`grant ${name}_owner to current_user`);
    await sql.unsafe(`create database ${name} owner ${name}_owner`);
    await migrateFor(site, owner);
    console.log(`DATABASE_OWNER_URL=${owner}`);
    return 0;
  } finally {
    await sql.end({ timeout: 5 });
  }
});
