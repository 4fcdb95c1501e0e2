import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "../../client";
import { comments, proposals, revisions } from "../../schema";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makeStatusReport,
  publishRecord,
} from "../../testing/make";
import { connectAsSuperuser } from "../../testing/superuser";
import { reviseOne } from "../record-one";
import { findRecord } from "../records/record-snapshot";
import { latestSnapshots } from "../revisions";
import { findStation } from "../stations/stations";
import { openProposal } from "../workflow/proposals";
import { listReferencingRecords } from "../workflow/referencing-records";
import { eraseContent } from "./erasures";
import { checkHistory } from "./history-check";

const reason = "A court ordered it.";
const whole = (slug: string) => ({ slug, scope: "record", reason }) as const;
const earlier = (slug: string) => ({ slug, scope: "earlier", reason }) as const;
const textOf = async (id: string) =>
  JSON.stringify(await db.select().from(revisions).where(eq(revisions.recordId, id)).orderBy(revisions.version));

test("an erased record is gone with every word of it, and the chain holds by its tombstone", async () => {
  const [reporter, admin] = [await makeActor("reporter"), await makeActor("admin")];
  const { id, slug, input } = await makeOrganization(reporter, { name: "Jane Witness", note: "She lives in Prato." });
  await reviseOne(reporter, "organization", {
    slug,
    basedOn: 1,
    input: { ...input, note: "Prato still" },
    reason: "Jane asked",
  });
  await db
    .insert(comments)
    .values({ subjectKind: "organization", subjectId: id, body: "Jane called", authorId: reporter.id });
  await eraseContent(admin, "organization", whole(slug));

  expect(await textOf(id)).not.toMatch(/Jane|Prato/);
  expect(await db.$count(comments, eq(comments.subjectId, id))).toBe(0);
  await expect(findRecord(admin, "organization", slug)).rejects.toMatchObject({ kind: "not_found" });
  const rows = await db.select().from(revisions).where(eq(revisions.recordId, id)).orderBy(revisions.version);
  expect(rows.map(({ action, erasedBySeq }) => [action, erasedBySeq])).toEqual([
    ["organization.record", rows[2]?.seq],
    ["organization.revise", rows[2]?.seq],
    ["organization.erase", null],
  ]);
  expect(rows[2]).toMatchObject({ reason, authorId: admin.id, snapshot: { slug } });
  expect((await checkHistory()).problem).toBeNull();
});

test("what other records rest on is not erased, and the refusal names them", async () => {
  const [reporter, admin] = [await makeActor("reporter"), await makeActor("admin")];
  const { slug, id } = await makeOrganization(reporter, {});
  const item = await makeEvidence(reporter, { publisher: slug });
  const claim = await makeClaim(reporter, { claimants: [slug] });
  expect(await listReferencingRecords(admin, "organization", id)).toEqual([
    { kind: "evidence", slug: item.slug },
    { kind: "claim", slug: claim.slug },
  ]);
  await expect(eraseContent(admin, "organization", whole(slug))).rejects.toThrow(
    `This can't be erased while other items rest on it: ${item.slug}, ${claim.slug}.`,
  );
});

test("the versions before the present one lose their content, and the present one stays as it is", async () => {
  const [reporter, admin] = [await makeActor("reporter"), await makeActor("admin")];
  const { id, slug, input } = await makeOrganization(reporter, { note: "He lives in Prato." });
  await reviseOne(reporter, "organization", { slug, basedOn: 1, input: { ...input, note: null } });
  await publishRecord("organization", slug);
  const before = await findRecord(admin, "organization", slug);
  const open = await openProposal(reporter, "organization", slug, {
    basedOn: before.version,
    typed: { ...input, alternateNames: "", note: "Prato" },
    reason: "x",
    correctionNote: null,
  });
  await expect(eraseContent(admin, "organization", earlier(slug))).rejects.toThrow(open.slug);
  await db.update(proposals).set({ state: "withdrawn" }).where(eq(proposals.slug, open.slug));
  await eraseContent(admin, "organization", earlier(slug));

  expect(await findRecord(admin, "organization", slug)).toEqual({ ...before, version: before.version + 1 });
  expect(await textOf(id)).not.toContain("Prato");
  expect(JSON.stringify(await db.select().from(revisions).where(eq(revisions.recordKind, "proposal")))).not.toContain(
    "Prato",
  );
  expect((await latestSnapshots(db, "organization", [id])).get(id)).toMatchObject({
    slug,
    state: "published",
    note: null,
  });
  expect((await checkHistory()).problem).toBeNull();
});

test("a record is erased again and again, and the last tombstone tells of all", async () => {
  const [reporter, admin] = [await makeActor("reporter"), await makeActor("admin")];
  const { id, slug, input } = await makeOrganization(reporter, {});
  await reviseOne(reporter, "organization", { slug, basedOn: 1, input: { ...input, note: "one" } });
  await eraseContent(admin, "organization", earlier(slug));
  await reviseOne(reporter, "organization", { slug, basedOn: 3, input: { ...input, note: "two" } });
  await eraseContent(admin, "organization", earlier(slug));
  await eraseContent(admin, "organization", whole(slug));
  expect(await textOf(id)).not.toMatch(/"one"|"two"/);
  expect((await checkHistory()).problem).toBeNull();
});

test("a station that lost its only report has no status", async () => {
  const [reporter, admin] = [await makeActor("reporter"), await makeActor("admin")];
  const report = await makeStatusReport(reporter, { status: "ordered_closed" });
  await eraseContent(admin, "status_report", whole(report.slug));
  expect((await findStation(reporter, report.input.station)).status).toBe("unknown");
});

test("content emptied without a tombstone, or with a forged one, is a broken link", async () => {
  const reporter = await makeActor("reporter");
  const { id } = await makeOrganization(reporter, {});
  const [row] = await db
    .select()
    .from(revisions)
    .where(and(eq(revisions.recordId, id), eq(revisions.version, 1)));
  const empty = db
    .update(revisions)
    .set({ snapshot: {}, erasedBySeq: (row?.seq ?? 0) + 1 })
    .where(eq(revisions.recordId, id));
  await expect(empty).rejects.toThrow();
  const behind = connectAsSuperuser();
  await behind.begin(async (sql) => {
    await sql.unsafe("set local session_replication_role = replica");
    await sql.unsafe(
      `update revisions set snapshot = '{}', reason = null, detail = null, erased_by_seq = seq + 1 where record_id = '${id}'`,
    );
  });
  await behind.end();
  expect((await checkHistory()).problem).toMatchObject({ recordId: id, version: 1, problem: "erasure" });
});

test("nobody but an admin erases, and a reason has to be given", async () => {
  const editor = await makeActor("editor");
  const { slug } = await makeOrganization(editor, {});
  await expect(eraseContent(editor, "organization", whole(slug))).rejects.toThrow("An editor may not erase content.");
});
