import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { commentInput } from "@/lib/records/comment";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { db } from "../../client";
import { filePages, files } from "../../schema";
import { makeActor, makeEvidence, publishRecord } from "../../testing/make";
import { connectAsSuperuser } from "../../testing/superuser";
import { attachToComment } from "../discussion/comment-files";
import { takeBackComment, writeComment } from "../discussion/comment-writes";
import { transitionRecord } from "../workflow/transitions";
import { searchFileTexts } from "./file-search";
import { attachFile } from "./files";

const people = {} as Record<Role, Actor>;
beforeAll(async () => {
  for (const role of ROLES) people[role] = await makeActor(role);
});

const keptOf = (name: string) => ({
  digest: createHash("sha256").update(name).digest("hex"),
  size: 10,
  type: "text/plain",
  name,
});

async function withComment(word: string) {
  const { slug } = await makeEvidence(people.reporter);
  const subject = { kind: "evidence" as const, slug };
  const comment = await writeComment(people.reporter, commentInput.parse({ ...subject, body: "See this." }));
  const { id } = await attachToComment(people.reporter, comment.id, keptOf(`${word}.txt`));
  await write(keptOf(`${word}.txt`).digest, [`They spoke of ${word}.`]);
  return { slug, comment: comment.id, id };
}

async function write(digest: string, pages: readonly string[]) {
  const [file] = await db.select({ id: files.id }).from(files).where(eq(files.digest, digest));
  const rows = pages.map((text, index) => ({ fileId: file?.id ?? "", page: index + 1, text }));
  await db.insert(filePages).values(rows);
}

test("role by role, the text of a file of a comment is found by whoever reads the comment, as long as that is there", async () => {
  const { slug, comment, id } = await withComment("quexcomment");
  const trashed = await withComment("quextrashed");
  await transitionRecord(people.reporter, "evidence", trashed.slug, "trash");
  await publishRecord("evidence", slug);
  for (const role of ROLES) {
    const asked = searchFileTexts(people[role], "quexco");
    if (role === "manager") await expect(asked).rejects.toMatchObject({ kind: "forbidden" });
    else expect((await asked).items).toMatchObject([{ id, comment, page: 1, record: { slug } }]);
    if (role !== "manager") expect((await searchFileTexts(people[role], "quextrashed")).items).toEqual([]);
  }
  await takeBackComment(people.reporter, comment);
  expect((await searchFileTexts(people.editor, "quexcomment")).items).toEqual([]);
});

test("of thousands of pages with a usual word few are read, along the index, and a long file hides no other", async () => {
  const { slug } = await makeEvidence(people.reporter);
  const names = ["long.txt", "short.txt"];
  for (const name of names) await attachFile(people.reporter, { kind: "evidence", slug }, keptOf(name));
  await write(
    keptOf("long.txt").digest,
    Array.from({ length: 3000 }, (_, n) => `Quexusual words of page ${n}, quexpage${n}`),
  );
  await write(keptOf("short.txt").digest, ["Quexusual words"]);
  const { items } = await searchFileTexts(people.editor, "quexusual");
  expect(items.map(({ name }) => name).sort()).toEqual(names);
  expect((await searchFileTexts(people.editor, "quexpage2999")).items).toMatchObject([
    { name: "long.txt", page: 3000 },
  ]);

  const sql = connectAsSuperuser();
  await sql.unsafe("analyze file_pages");
  const read = (asked: string, most: number) =>
    sql.begin(async (tx) => {
      const count = async () => {
        const [row] = await tx<{ seq: number; rows: number }[]>`
          select seq_scan::int as seq, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
          from pg_stat_xact_user_tables where relname = 'file_pages'`;
        return row ?? { seq: 0, rows: 0 };
      };
      // A connection's counts go on from one transaction to the next for a while.
      const before = await count();
      const { length: found } = await tx`select * from best_pages(to_tsquery('simple', ${asked}), ${most}, 100)`;
      const { seq, rows } = await count();
      return { found, seq: seq - before.seq, rows: rows - before.rows };
    });
  const nowhere = await read("quexnowhere", 500);
  expect(nowhere.seq).toBe(0);
  // The planner looks at both ends of an index.
  expect(nowhere.rows).toBeLessThan(10);
  const usual = await read("quexusual", 500);
  expect(usual.seq).toBe(0);
  expect(usual.rows).toBeLessThan(700);

  // Of many files the newest are gone through: until enough have the word, all of 400 for a phrase that some say.
  await sql`with made as (
      insert into files (digest, size, type, by, at) select encode(sha256(n::text::bytea), 'hex'), 1, 'text/plain', ${people.editor.id},
        now() + n * interval '1 second'
      from generate_series(1, 1300) as n returning id, at)
    insert into file_pages (file_id, page, text)
    select id, 1, 'Quexmany ' || case when row_number() over (order by at) % 20 = 0 then 'quexside by' else 'by quexside' end from made`;
  await sql.unsafe("analyze file_pages");
  const many = await read("quexmany", 5000);
  expect([many.found, many.rows < 400]).toEqual([100, true]);
  const said = await read("quexmany <-> quexside", 100);
  expect([said.found, said.rows < 600]).toEqual([20, true]);
  // What hardly any says is found nevertheless.
  await sql`update file_pages set text = 'Quexside quexmany' where file_id = (select id from files where type = 'text/plain' order by at, id limit 1)`;
  expect((await read("quexside <-> quexmany", 100)).found).toBe(1);
  await sql.end();
});
