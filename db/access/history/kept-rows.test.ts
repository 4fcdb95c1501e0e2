import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { RECORD_KINDS } from "@/lib/records/editorial";
import * as schema from "../../schema";
import { makeActor, makeStation } from "../../testing/make";
import { connectAsSuperuser } from "../../testing/superuser";
import { createFeedToken } from "../accounts/feeds";
import { editComment, takeBackComment, writeComment } from "../discussion/comment-writes";
import { planWork } from "../queue/assignments";
import { RECORD_MAPPERS } from "../record-mappers";
import { EDITORIAL_TABLES } from "../tables";
import { checkHistory } from "./history-check";
import { beginKeepingRows } from "./kept-rows";
import { KEPT_NAMES, keptTable } from "./kept-tables";

const behind: postgres.Sql = connectAsSuperuser();
afterAll(() => behind.end());

/** Held against their own revisions, or not at all: nobody's word hangs on the second line. */
const BESIDE = ["proposals", "waivers", "reply_entries", "annotations", "revisions"];
const LEFT = [
  ...[
    "sessions",
    "notices",
    "follows",
    "comment_mentions",
    "visits",
    "reading_starts",
    "reading_marks",
    "held_forms",
    "sign_in_attempts",
    "saved_views",
    "view_alerts",
  ],
  ...["idempotency_keys", "evidence_counts", "evidence_sums", "evidence_words", "upload_locks"],
  ...[
    "search_words",
    "search_word_marks",
    "file_texts",
    "file_pages",
    "text_fingerprints",
    "compared_texts",
    "alike_texts",
  ],
  // Whoever watches a page changes their watch alone, and what it saw is a capture, which the chain keeps.
  "watches",
];

test("every table is in the history, or is named as one that need not be", () => {
  const tables = Object.values(schema as Record<string, unknown>).flatMap((one) =>
    is(one, PgTable) ? [getTableName(one)] : [],
  );
  const ofRecords = RECORD_KINDS.flatMap((kind) => [
    getTableName(EDITORIAL_TABLES[kind]),
    ...RECORD_MAPPERS[kind].links.map(({ table }) => getTableName(table)),
  ]);
  const kept = KEPT_NAMES.map((name) => getTableName(keptTable(name).table));
  expect([...new Set([...ofRecords, ...kept, ...BESIDE, ...LEFT])].sort()).toEqual([...new Set(tables)].sort());
});

test("what was said and planned is in the chain with who did it, and its words are not", async () => {
  const [reporter, editor] = [await makeActor("reporter"), await makeActor("editor")];
  const { slug, id: station } = await makeStation(reporter);
  const { id } = await writeComment(reporter, {
    kind: "station",
    slug,
    field: null,
    parent: null,
    body: "A secret word",
  });
  await editComment(reporter, id, "Another word");
  await takeBackComment(reporter, id);
  await planWork(editor, { kind: "station", slug }, { assignee: reporter.id, priority: "high" });
  await createFeedToken(reporter);
  const rows = await behind`select action, author_id, version, snapshot->>'table' as name, snapshot->'row' as row
    from revisions where record_kind = 'kept_row' and record_id in (${id}, md5('station ' || ${station})::uuid) order by seq`;
  expect(rows.map(({ name, author_id, version }) => [name, author_id, version])).toEqual([
    ["comments", reporter.id, 1],
    ["comments", reporter.id, 2],
    ["comments", reporter.id, 3],
    ["assignments", editor.id, 1],
  ]);
  expect(rows.map(({ row }) => row.body?.slice(0, 7) ?? null)).toEqual(["sha256:", "sha256:", null, null]);
  expect(rows[3]?.row).toMatchObject({ assigneeId: reporter.id, priority: "high" });
  const [told] = await behind`select count(*)::int as count from revisions where snapshot::text like '%secret word%'`;
  expect(told?.count).toBe(0);
  expect((await checkHistory()).problem).toBeNull();
});

test("a database from before is taken in once, as it stands, and no row after that", async () => {
  await behind.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`delete from revisions`;
    await sql`delete from stations`;
  });
  const stood = await behind`select
    (select count(*) from people) + (select count(*) from comments) + (select count(*) from assignments)
    + (select count(*) from feed_tokens) + (select count(*) from history_checks) as count`;
  expect(await beginKeepingRows()).toBe(Number(stood[0]?.count));
  expect((await checkHistory()).problem).toBeNull();
  await behind`insert into people (name, email, role) values ('Put There', 'put@example.org', 'admin')`;
  expect(await beginKeepingRows()).toBe(0);
  expect((await checkHistory()).problem).toMatchObject({ slug: "people", problem: "row_unrecorded" });
});
