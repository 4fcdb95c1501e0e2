import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as drizzlesOwn } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate";
import { openSuperuser } from "./testing/databases";
import { startPrivateServer } from "./testing/server";

const SHIPPED = "drizzle";
const server = await startPrivateServer();
const folders: string[] = [];
afterAll(async () => {
  await server.destroy();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

let made = 0;
let address = "";
beforeEach(async () => {
  const name = `migrated_${++made}`;
  await ask(server.superuserUrl("postgres"), (sql) => sql.unsafe(`create database ${name} owner wederhoor`));
  address = server.url(name);
});

async function ask<T>(at: string, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = openSuperuser(at);
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const notes = () =>
  ask(address, (sql) => sql`select id, hash, created_at from drizzle.__drizzle_migrations order by id`);
const shippedTags = async () => {
  const { entries } = JSON.parse(await readFile(join(SHIPPED, "meta/_journal.json"), "utf8"));
  return (entries as { tag: string }[]).map(({ tag }) => tag);
};

/** A folder as drizzle keeps it, of these files. */
async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-migrations-"));
  folders.push(folder);
  await mkdir(join(folder, "meta"));
  const entries = Object.keys(files).map((tag, idx) => ({
    idx,
    version: "7",
    when: idx + 1,
    tag,
    breakpoints: true,
  }));
  await writeFile(
    join(folder, "meta/_journal.json"),
    JSON.stringify({ version: "7", dialect: "postgresql", entries }),
  );
  for (const [tag, text] of Object.entries(files)) await writeFile(join(folder, `${tag}.sql`), text);
  return folder;
}

test("what it applied is noted as drizzle's own migrator notes it, which finds nothing to do", async () => {
  expect(await migrate(address)).toBe((await shippedTags()).length);
  const noted = await notes();
  await ask(address, (sql) => drizzlesOwn(drizzle(sql), { migrationsFolder: SHIPPED }));
  expect(await notes()).toEqual(noted);
  expect(await migrate(address)).toBe(0);
});

test("a database that drizzle's own migrator made part of the way goes on from there", async () => {
  const tags = await shippedTags();
  const folder = await folderOf({});
  const journal = JSON.parse(await readFile(join(SHIPPED, "meta/_journal.json"), "utf8"));
  const entries = journal.entries.slice(0, 9);
  await writeFile(join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  for (const tag of tags.slice(0, 9)) await copyFile(join(SHIPPED, `${tag}.sql`), join(folder, `${tag}.sql`));
  await ask(address, (sql) => drizzlesOwn(drizzle(sql), { migrationsFolder: folder }));
  await ask(
    address,
    (sql) => sql`
      with person as (insert into people (name, email, role) values ('E', 'e@example.org', 'editor') returning id)
      insert into organizations (slug, name, kind, url, created_by, updated_by)
      select 'one', 'مؤسسة أحمد', 'ngo', 'https://keyt.com', id, id from person`,
  );
  expect(await migrate(address)).toBe(tags.length - 9);
  expect(await notes()).toHaveLength(tags.length);
  // What was recorded before is found by the folding and the columns of now.
  const found = await ask(
    address,
    (sql) => sql`select slug from organizations where search @@ 'موسسه & احمد & keyt'`,
  );
  expect(found).toMatchObject([{ slug: "one" }]);
});

test("a file that fails is named, leaves nothing of itself and all before it, and is tried again", async () => {
  const files = {
    "0000_first": "create table first (id int);",
    "0001_broken": "create table half (id int);--> statement-breakpoint\nselect nothing_such();",
    "0002_last": "create table last (id int);",
  };
  await expect(migrate(address, await folderOf(files))).rejects.toMatchObject({
    message: expect.stringMatching(/^The migration 0001_broken failed: .*nothing_such/),
    cause: { code: "42883" },
  });
  const tables = () =>
    ask(
      address,
      (sql) =>
        sql`select array_agg(tablename order by tablename) as names from pg_tables where schemaname = 'public'`,
    );
  expect(await tables()).toMatchObject([{ names: ["first"] }]);
  const mended = await folderOf({ ...files, "0001_broken": "create table half (id int);" });
  expect(await migrate(address, mended)).toBe(2);
  expect(await tables()).toMatchObject([{ names: ["first", "half", "last"] }]);
});

test("of several that start together one migrates, and the others find it done", async () => {
  const counts = await Promise.all([migrate(address), migrate(address), migrate(address)]);
  expect(counts.filter(Boolean)).toEqual([(await shippedTags()).length]);
});
