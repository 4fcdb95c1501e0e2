import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { RecordKind } from "@/lib/records/editorial";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { verifyHistory } from "../../access/history/history-check";
import { EDITORIAL_TABLES } from "../../access/tables";
import { db } from "../../client";
import { evidence, evidenceCounts, responses, stations, statusReports } from "../../schema";
import { makeActor } from "../make";
import { connectAsSuperuser } from "../superuser";
import { fillNewsroom, newsroomRecord } from "./fill";
import { countsBeside, NEWSROOM_KINDS } from "./records";

test.each(NEWSROOM_KINDS)("what is made up of each %s is what its form would give", (kind: RecordKind) => {
  for (let number = 0; number < 100; number += 1) {
    const { input } = newsroomRecord(kind, number);
    const asTyped = Object.fromEntries(
      Object.entries(input).map(([field, value]) => [field, isDate(value) ? value.edtf : value]),
    );
    expect(RECORD_INPUTS[kind].parse(asTyped)).toEqual(input);
    expect(newsroomRecord(kind, number)).toEqual(newsroomRecord(kind, number));
  }
});

const isDate = (value: unknown): value is { edtf: string } =>
  typeof value === "object" && value !== null && "edtf" in value;

const [FIRST, THEN] = [150, 400];
beforeAll(async () => {
  const superuser = connectAsSuperuser();
  const desk = { writer: (await makeActor("reporter")).id, approver: (await makeActor("editor")).id };
  await fillNewsroom(superuser, desk, FIRST);
  await fillNewsroom(superuser, desk, THEN, FIRST);
  await superuser.end();
});

test("a database is filled, and filled further, with as many records as are to stand beside its items", async () => {
  for (const kind of NEWSROOM_KINDS) {
    expect([kind, await db.$count(EDITORIAL_TABLES[kind])]).toEqual([kind, countsBeside(THEN)[kind]]);
  }
});

test("the chain of its revisions holds, and each record's version is its last revision's", async () => {
  const { problem } = await verifyHistory(await makeActor("admin"));
  expect(problem).toBeNull();
  const [row] = await db.execute(sql`select count(*)::int as wrong from ${evidence} where version <>
    (select max(version) from revisions where record_id = ${evidence.id})`);
  expect(row).toEqual({ wrong: 0 });
});

test("what triggers and projections keep is as they would have it", async () => {
  const [counted] = await db.select({ items: sql<number>`sum(${evidenceCounts.items})::int` }).from(evidenceCounts);
  const [kept] = await db.execute(sql`select count(*)::int as items from ${evidence} where state <> 'trashed'`);
  expect(counted).toEqual(kept);
  const [wrong] = await db.execute(sql`select count(*)::int as wrong from ${responses} r
    join organizations o on o.id = r.authority_id where r.government is distinct from o.country`);
  expect(wrong).toEqual({ wrong: 0 });
  const last = sql`(select status from ${statusReports} r where r.station_id = ${stations.id}
    and r.state in ('published', 'corrected') order by r.as_of_sort desc, r.slug desc limit 1)`;
  const [off] = await db.execute(
    sql`select count(*)::int as off from ${stations} where status <> coalesce(${last}, 'unknown')`,
  );
  expect(off).toEqual({ off: 0 });
});

test("it is found: columns for finding are generated", async () => {
  const [row] = await db.execute(sql`select count(*)::int as unfound from ${evidence}
    where length(search) = 0 or likeness_keys is null`);
  expect(row).toEqual({ unfound: 0 });
});
