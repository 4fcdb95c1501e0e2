import type postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "../../client";
import { historyChecks } from "../../schema";
import { makeActor, makeClaim, makeEvidence, makeOrganization, makeStation, publishRecord } from "../../testing/make";
import { connectAsSuperuser } from "../../testing/superuser";
import { reviseOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { checkHistory, exportChainHead, listHistoryChecks, verifyHistory } from "./history-check";

const behind: postgres.Sql = connectAsSuperuser();
afterAll(() => behind.end());

/** What somebody who owns the database's machine could do: the triggers are off for these statements. */
const tamper = (statement: string, ...values: (string | number)[]) =>
  behind.begin(async (sql) => {
    await sql.unsafe("set local session_replication_role = replica");
    await sql.unsafe(statement, values);
  });

/** Undoes a test's damage: its broken copy is the next one's whole history. */
async function remembering<T>(work: () => Promise<T>): Promise<T> {
  await behind.unsafe(
    "drop table if exists kept_revisions, kept_organizations; create table kept_revisions as table revisions; create table kept_organizations as table organizations",
  );
  try {
    return await work();
  } finally {
    await behind.begin(async (sql) => {
      await sql.unsafe("set local session_replication_role = replica");
      await sql.unsafe("delete from revisions; insert into revisions select * from kept_revisions");
      // What the test wrote beside the records is no more in the history either.
      for (const table of ["history_checks", "people"]) {
        await sql.unsafe(`delete from ${table} where id not in (select record_id from revisions)`);
      }
      await sql.unsafe("delete from organizations");
      const columns =
        await sql`select string_agg(quote_ident(column_name), ', ') as list from information_schema.columns
        where table_name = 'organizations' and is_generated = 'NEVER'`;
      const list = String(columns[0]?.list);
      await sql.unsafe(`insert into organizations (${list}) select ${list} from kept_organizations`);
    });
  }
}

let seqs: { seq: number; version: number }[] = [];
let id = "";
const slug = "history-ministry";

beforeEach(async () => {
  if (id) return;
  const reporter = await makeActor("reporter");
  ({ id } = await makeOrganization(reporter, { slug, kind: "ministry" }));
  await publishRecord("organization", slug);
  const station = await makeStation(reporter, {
    operator: slug,
    firstReported: "2022-10~",
    latitude: 52.37,
    longitude: 4.9,
    locationPrecision: "city",
  });
  const item = await makeEvidence(reporter, {
    stations: [station.slug],
    published: "2022-10",
    countries: ["NL", "IT"],
  });
  await makeClaim(reporter, {
    station: station.slug,
    scope: "station",
    valueNumber: 2.5,
    claimants: [slug],
    asserted: "2022",
    stances: [{ evidence: item.slug, stance: "supports", derivation: "original", origin: slug, quote: "“two”" }],
  });
  await reviseOne(reporter, "station", {
    slug: station.slug,
    basedOn: 1,
    input: { ...(await findRecord(reporter, "station", station.slug)).input, alternateNames: ["福州警侨服务站"] },
  });
  seqs = await behind.unsafe(`select seq::int, version from revisions where record_id = '${id}' order by version`);
});

test("a history that nobody touched is whole, rows and links included, and the check is stored", async () => {
  const admin = await makeActor("admin");
  const result = await verifyHistory(admin);
  expect(result.problem).toBeNull();
  expect(result.head?.seq).toBe(result.revisions);
  expect(result.records).toBeGreaterThanOrEqual(4);
  const [latest] = await listHistoryChecks(admin);
  expect(latest).toMatchObject({ by: admin.name, headHash: result.head?.hash, problem: null });
});

test("a rewritten snapshot is found at its revision", () =>
  remembering(async () => {
    await tamper(
      `update revisions set snapshot = jsonb_set(snapshot, '{name}', '"Another"') where seq = $1`,
      seqs[1]?.seq ?? 0,
    );
    const { problem } = await checkHistory();
    expect(problem).toMatchObject({ ...seqs[1], recordKind: "organization", recordId: id, slug, problem: "hash" });
  }));

test("an exchanged author is found at the revision", () =>
  remembering(async () => {
    const other = await makeActor("editor");
    await tamper("update revisions set author_id = $1 where seq = $2", other.id, seqs[2]?.seq ?? 0);
    expect((await checkHistory()).problem).toMatchObject({ ...seqs[2], recordId: id, problem: "hash" });
  }));

test("a revision taken out of the middle is missed, with the record and the version that it was", () =>
  remembering(async () => {
    await tamper("delete from revisions where seq = $1", seqs[1]?.seq ?? 0);
    expect((await checkHistory()).problem).toMatchObject({
      seq: (seqs[1]?.seq ?? 0) + 1,
      problem: "order",
      missing: { recordKind: "organization", recordId: id, version: 2 },
    });
  }));

test("the last revision, taken off the end, is missed by its record and by an earlier export", () =>
  remembering(async () => {
    const admin = await makeActor("admin");
    const { slug: station } = await makeStation(admin);
    const { input } = await findRecord(admin, "station", station);
    await reviseOne(admin, "station", { slug: station, basedOn: 1, input: { ...input, alternateNames: ["福州"] } });
    const head = await exportChainHead(admin);
    await tamper("delete from revisions where seq = $1", head?.seq ?? 0);
    const { problem } = await checkHistory();
    expect(problem).toMatchObject({ recordKind: "station", version: 1, problem: "row_changed" });
    expect(problem?.fields).toContain("version");
    const cut = await checkHistory({ against: head });
    expect(cut.problem).not.toBeNull();
    await tamper("delete from stations where slug = $1", station);
  }));

test("an end that was cut off together with its record is seen only with the head that was exported", () =>
  remembering(async () => {
    const admin = await makeActor("admin");
    const earlier = await exportChainHead(admin);
    expect((await checkHistory({ against: earlier })).problem).toBeNull();
    const { id: gone } = await makeOrganization(admin, {});
    const head = await exportChainHead(admin);
    await tamper("delete from revisions where record_id = $1", gone);
    await tamper("delete from organizations where id = $1", gone);
    expect((await checkHistory()).problem).toBeNull();
    expect((await verifyHistory(admin, head)).problem).toMatchObject({ seq: head?.seq, problem: "head" });
  }));

test("a head of another chain is reported", async () => {
  const head = { seq: 2, hash: `sha256:${"0".repeat(64)}` };
  expect((await checkHistory({ against: head })).problem).toMatchObject({ seq: 2, problem: "head" });
});

test("a record changed behind the history's back is found at its last revision", () =>
  remembering(async () => {
    await tamper("update organizations set name = 'A friendly ministry' where id = $1", id);
    expect((await checkHistory()).problem).toMatchObject({
      ...seqs.at(-1),
      slug,
      problem: "row_changed",
      fields: ["name"],
    });
  }));

test("a record deleted behind the history's back is found at its last revision", () =>
  remembering(async () => {
    await tamper("delete from organizations where id = $1", id);
    const { problem } = await checkHistory();
    expect(problem).toMatchObject({ slug: expect.any(String) });
    expect(["row_missing", "row_changed"]).toContain(problem?.problem);
  }));

test("a link that was added behind the history's back is found", async () => {
  await behind.unsafe(`update claim_evidence set stance = 'contradicts'`);
  expect((await checkHistory()).problem).toMatchObject({
    recordKind: "claim",
    problem: "row_changed",
    fields: ["claim_evidence"],
  });
  await behind.unsafe(`update claim_evidence set stance = 'supports'`);
  expect((await checkHistory()).problem).toBeNull();
});

test("only an admin has the history verified", async () => {
  const before = await db.$count(historyChecks);
  await expect(verifyHistory(await makeActor("editor"))).rejects.toThrow("An editor may not verify the history.");
  expect(await db.$count(historyChecks)).toBe(before);
});
