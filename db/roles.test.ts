import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseContent } from "./access/history/erasures";
import { checkHistory } from "./access/history/history-check";
import { db, transaction } from "./client";
import { RUNTIME_ROLE } from "./roles";
import { makeActor, makeOrganization } from "./testing/make";
import { connectAsSuperuser } from "./testing/superuser";

const behind = connectAsSuperuser();
afterAll(() => behind.end());
beforeAll(async () => {
  await makeOrganization(await makeActor("reporter"), { slug: "role-ministry" });
});

const DENIED = "42501";
const GROWING = [
  "revisions",
  "corrections",
  "reply_entries",
  "history_checks",
  "distinct_records",
  "files",
  "custody_events",
  "comment_files",
];

/** What the role that the site runs as may not do, each statement on its own. */
const FORBIDDEN: readonly string[] = [
  ...GROWING.flatMap((table) => [
    `update ${table} set ${table === "distinct_records" ? "said_at" : table === "history_checks" ? "problem" : "id"} = null`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
    `alter table ${table} disable trigger all`,
    `select * from ${table} for update`,
  ]).map((statement) =>
    statement.replace("update revisions set id = null", "update revisions set reason = 'forged'"),
  ),
  "truncate organizations cascade",
  "drop table comments",
  "drop trigger revisions_no_rewrite on revisions",
  "alter table revisions owner to current_user",
  "alter table revisions drop constraint revisions_chained",
  "alter table people add column is_admin boolean",
  "create trigger own before insert on revisions for each row execute function refuse_change()",
  "create rule own as on delete to revisions do instead nothing",
  "create table own (id int)",
  "create table graphile_worker.own (id int)",
  "drop table graphile_worker._private_jobs",
  "delete from graphile_worker.migrations",
  "create view own as select 1",
  "create function own() returns int language sql as 'select 1'",
  "create or replace function refuse_rewrite() returns trigger language plpgsql as 'begin return new; end'",
  "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
  "alter function refuse_rewrite() rename to own",
  "drop function append_revisions(text, text, text, text, json, bigint)",
  "create index own on revisions (at)",
  "create schema own",
  "create extension file_fdw",
  "create role own",
  "alter role wederhoor password 'own'",
  "set role wederhoor",
  "set session_replication_role = replica",
  "set session authorization postgres",
  "insert into drizzle.__drizzle_migrations (hash, created_at) values ('own', 1)",
  "delete from drizzle.__drizzle_migrations",
  "copy revisions to '/tmp/own'",
  "copy (select 1) to program 'true'",
  "select pg_read_file('postgresql.conf')",
  "select lo_import('/etc/passwd')",
  "select pg_reload_conf()",
];

test("the site runs as a role of its own, which owns nothing", async () => {
  const [row] = await db.execute(sql`select current_user as name,
    (select count(*)::int from pg_class where relowner = current_user::regrole) as owned`);
  expect(row).toEqual({ name: RUNTIME_ROLE, owned: 0 });
});

test.each(FORBIDDEN)("the site's role may not: %s", async (statement) => {
  const tried = transaction(async (tx) => {
    await tx.execute(sql.raw(statement));
    throw new Error("It was allowed.");
  });
  const failure = await tried.catch((error: { code?: string; cause?: { code?: string }; message: string }) => error);
  const { code, cause, message } = failure as { code?: string; cause?: { code?: string }; message: string };
  expect([code ?? cause?.code, message]).toEqual([DENIED, expect.any(String)]);
});

test("an erasure is lawful, empties what its tombstone names, and nothing else goes by its function", async () => {
  const { slug } = await makeOrganization(await makeActor("reporter"));
  await eraseContent(await makeActor("admin"), "organization", { slug, scope: "record", reason: "A court said so" });
  expect((await checkHistory()).problem).toBeNull();
  const forged = db.execute(sql`select erase_revisions(array[1]::bigint[], (select max(seq) from revisions))`);
  await expect(forged).rejects.toMatchObject({ cause: { code: "23001" } });
});

test("what the site needs of each table it has, and of no other more than that", async () => {
  const rows =
    await behind`select table_name as name, array_agg(privilege_type::text order by privilege_type::text) as may
    from information_schema.role_table_grants where grantee = ${RUNTIME_ROLE} and table_schema = 'public' group by 1`;
  for (const { name, may } of rows) {
    const grows = ["INSERT", "SELECT"];
    expect([name, may]).toEqual([name, GROWING.includes(name) ? grows : ["DELETE", ...grows, "UPDATE"]]);
  }
  expect(rows.length).toBeGreaterThan(30);
});
