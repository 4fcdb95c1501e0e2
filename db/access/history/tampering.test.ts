import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq, gte, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { erasedIn, hashRest, hashRevision } from "@/lib/history/revision";
import { annotationInput } from "@/lib/records/annotation";
import { flatFields } from "@/lib/records/rows";
import { GATE_WARNINGS } from "@/lib/workflow/gate";
import { CheckpointKeeper } from "../../checkpoints/keeper";
import { logFolder } from "../../checkpoints/log-folder";
import { closeDatabase, db, type Tx, transaction } from "../../client";
import { revisions } from "../../schema";
import {
  makeActor,
  makeClaim,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makeReplyRequest,
  makeStation,
  publishRecord,
} from "../../testing/make";
import { mergedOrganizations } from "../../testing/matrix/matrix-transition-writes";
import { TAMPERINGS, type Tampering } from "../../testing/tamperings";
import { CONSOLE } from "../accounts/account-keeper";
import { createFeedToken } from "../accounts/feeds";
import { createPerson, disablePerson } from "../accounts/people";
import { writeComment } from "../discussion/comment-writes";
import { recordOrganization } from "../organizations/organizations";
import { planWork } from "../queue/assignments";
import { findRecord } from "../records/record-snapshot";
import { recordReplyEntry } from "../replies/replies";
import { waiveReply } from "../replies/waivers";
import { annotate, approveAnnotation } from "../timeline/annotation-writes";
import { transitionProposal } from "../workflow/proposal-transitions";
import { openProposal } from "../workflow/proposals";
import { eraseContent } from "./erasures";
import { checkHistory } from "./history-check";

let dataDir: string;

/** One of everything that the history tells of, under a checkpoint. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "wederhoor-tampering-"));
  const [reporter, editor, admin] = [
    await makeActor("reporter"),
    await makeActor("editor"),
    await makeActor("admin"),
  ];
  const person = { email: "t-editor@example.org", name: "Before", role: "editor", passwordHash: "a hash" } as const;
  await createPerson(CONSOLE, person);
  await createPerson(CONSOLE, { ...person, email: "t-gone@example.org" });
  await disablePerson(CONSOLE, "t-gone@example.org");
  const { input } = await makeOrganization(reporter, { slug: "t-ministry", kind: "ministry" });
  await recordOrganization(reporter, { input, distinctFrom: ["t-ministry"] });
  await publishRecord("organization", "t-ministry");
  const { slug: erased } = await makeOrganization(reporter);
  await eraseContent(admin, "organization", { slug: erased, scope: "record", reason: "A court said so" });
  const { slug: station } = await makeStation(reporter, { slug: "t-station", operator: "t-ministry" });
  const item = await makeEvidence(reporter, { slug: "t-item", stations: [station] });
  await makeEvidence(reporter, { slug: "t-other" });
  await makeClaim(reporter, {
    ...{ station, scope: "station", claimants: ["t-ministry"] },
    stances: [
      { evidence: item.slug, stance: "supports", derivation: "original", origin: "t-ministry", quote: "“two”" },
    ],
  });
  const letter = await makeReplyRequest(reporter, { respondent: "t-ministry", stations: [station] });
  const entry = { kind: "no_reply", happenedOn: "2022-12-01", dueOn: null, response: null, note: "Silence" } as const;
  await recordReplyEntry(reporter, letter.slug, entry);
  await waiveReply(editor, "station", station, "Nobody to ask");
  await writeComment(reporter, { kind: "station", slug: station, field: null, parent: null, body: "Look again" });
  await planWork(editor, { kind: "station", slug: station }, { assignee: reporter.id });
  for (let count = 0; count < 2; count++) await createFeedToken(reporter);
  await mergedOrganizations(reporter);
  await approveAnnotation(
    editor,
    await annotate(admin, annotationInput.parse({ text: "Second report", dated: "2022-12-05" })),
  );
  await correctMinistry();
  await checkHistory();
  await makeEvent(reporter, { slug: "t-event" });
  process.env.DATA_DIR = dataDir;
  const keeper = new CheckpointKeeper({ folder: logFolder(dataDir), host: "t.example", log: console.error });
  await keeper.compare();
  await keeper.seal();
  await closeDatabase();
  process.env.DATABASE_URL = process.env.SUPERUSER_DATABASE_URL;
});
afterAll(async () => {
  delete process.env.DATA_DIR;
  await rm(dataDir, { recursive: true });
});

async function correctMinistry() {
  const [writer, other] = [await makeActor("reporter"), await makeActor("editor")];
  const { input, version } = await findRecord(writer, "organization", "t-ministry");
  const typed = { ...flatFields(input), name: "The Ministry, rightly spelt" };
  const content = { typed, reason: "Misspelt", correctionNote: "The name was misspelt.", basedOn: version };
  const { slug } = await openProposal(writer, "organization", "t-ministry", content);
  await transitionProposal(writer, slug, "submit");
  await transitionProposal(other, slug, "approve", { ticked: GATE_WARNINGS });
}

/** Every link holds again afterwards: numbers, moments and hashes follow each other from a place on. */
async function writeAnew(tx: Tx, from: string) {
  const [start] = await tx.execute<{ seq: number }>(sql.raw(`select ${from}::int as seq`));
  const first = start?.seq ?? 1;
  const [before] = await tx
    .select()
    .from(revisions)
    .where(eq(revisions.seq, first - 1));
  let last = before ? { seq: before.seq, hash: before.hash } : { seq: 0, hash: null as string | null };
  const rows = await tx.select().from(revisions).where(gte(revisions.seq, first)).orderBy(asc(revisions.seq));
  await tx.execute(sql`alter table revisions drop constraint revisions_chained`);
  await tx.execute(sql`update revisions set seq = -seq where seq >= ${first}`);
  const written = new Map<number, (typeof rows)[number]>();
  for (const row of rows) {
    const placed = { ...row, seq: last.seq + 1, previousHash: last.hash, detail: tombstoneAnew(row, written) };
    // What was erased keeps its hash: nobody can make it anew.
    const hash = row.erasedBySeq ? row.hash : hashRevision(placed);
    const { seq, previousHash, detail } = placed;
    await tx.update(revisions).set({ seq, previousHash, detail, hash }).where(eq(revisions.seq, -row.seq));
    written.set(row.seq, { ...placed, hash });
    last = { seq, hash };
  }
}

/** A tombstone tells of what is written anew as it is now. */
function tombstoneAnew(row: typeof revisions.$inferSelect, written: ReadonlyMap<number, typeof row>) {
  const erased = erasedIn(row).map((one) => {
    const now = written.get(one.seq);
    return now ? { seq: now.seq, hash: now.hash, rest: hashRest(now) } : one;
  });
  return erased.length > 0 ? { ...row.detail, erased } : row.detail;
}

class Undone extends Error {}

/** What the check says of it; then everything is as it was. */
async function checkTampered({ statements, anewFrom }: Tampering) {
  let problem: Awaited<ReturnType<typeof checkHistory>>["problem"] = null;
  const tried = transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) await tx.execute(sql.raw(statement));
    if (anewFrom) await writeAnew(tx, anewFrom);
    ({ problem } = await checkHistory());
    throw new Undone();
  });
  await tried.catch((error) => {
    if (!(error instanceof Undone)) throw error;
  });
  return problem as Awaited<ReturnType<typeof checkHistory>>["problem"];
}

test("as it stands the history holds", async () => {
  expect(await checkTampered({ name: "", statements: [], found: [] })).toBeNull();
});

test.each(TAMPERINGS.map((one) => [one.name, one] as const))("%s: it is named", async (_, tampering) => {
  const problem = await checkTampered(tampering);
  expect([problem?.problem, problem?.fields]).toEqual([
    expect.toSatisfy((found: string) => tampering.found.includes(found)),
    tampering.field ? expect.arrayContaining([tampering.field]) : problem?.fields,
  ]);
  if (tampering.at) expect([problem?.recordKind, problem?.slug]).toContain(tampering.at);
});

test("a checkpoint's file that is altered, or taken away, is named", async () => {
  const file = join(logFolder(dataDir), "checkpoints");
  const kept = await readFile(file, "utf8");
  const none = { name: "", statements: [], found: [] };
  await writeFile(file, kept.replace(/^\d+$/m, "1"));
  expect(await checkTampered(none)).toMatchObject({ problem: "checkpoint_signature" });
  await writeFile(file, "");
  expect(await checkTampered(none)).toMatchObject({ problem: "checkpoints_gone" });
  await writeFile(file, kept);
  expect(await db.$count(revisions)).toBeGreaterThan(40);
});
