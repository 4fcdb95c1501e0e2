import { desc, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hashRevision, verifyChain } from "@/lib/history/revision";
import type { Actor } from "@/lib/workflow/actor";
import { db, transaction } from "../../client";
import { follows, revisions } from "../../schema";
import { makeActor, makeOrganization } from "../../testing/make";
import { appendNumberedRevisions, appendRevisions, type NewRevision } from "../revisions";

const AWKWARD = {
  texts: [
    '"\\/\b\f\n\r\t',
    "\u0001\u001f\u007f\u2028\u2029",
    "福州警侨服务站 🚔 e\u0301 é",
    "",
    "null",
    "%s ' $1 {}",
  ],
  numbers: [0, -1, 1.5, -0.000001, 1e-7, 1e21, 123456789012345680000, 2 ** 53, 5e-324, 1.7976931348623157e308],
  nested: { b: [{ z: null, a: [[], {}, [null]] }], "€": 1, "\u20ac2": true, 10: "ten", 9: "nine", "": false },
};

const revisionOf = (index: number, more: Partial<NewRevision> = {}): NewRevision => ({
  recordKind: "annotation",
  recordId: crypto.randomUUID(),
  version: 1,
  action: "annotation.record",
  snapshot: { index, state: "draft" },
  changed: [],
  reason: null,
  ...more,
});
const append = (actor: Actor, added: readonly NewRevision[]) =>
  transaction((tx) => appendRevisions(tx, actor, added));
const chain = () => db.select().from(revisions).orderBy(revisions.seq);

test("the database hashes what it is given as lib does, whatever it says", async () => {
  const actor = await makeActor("reporter");
  // What jsonb can't hold is refused, and half a pair by canonicalJson, before anything is sent. It knows no -0.
  const random = fc
    .sample(fc.jsonValue({ stringUnit: "grapheme", maxDepth: 2 }), { numRuns: 60, seed: 25 })
    .map((value) => JSON.parse(JSON.stringify(value).replaceAll("\\u0000", "")));
  const added = [AWKWARD, ...random].map((value, index) =>
    revisionOf(index, {
      snapshot: { value },
      changed: AWKWARD.texts.slice(0, index % 7),
      reason: AWKWARD.texts[index % 8] ?? null,
      detail: index % 3 ? null : { value },
    }),
  );
  await append(actor, added);
  expect(verifyChain(await chain())).toBeNull();
  const rows = (await chain()).filter(({ recordKind }) => recordKind === "annotation");
  expect(rows).toHaveLength(added.length);
  for (const [index, { snapshot, changed, reason, detail, hash, ...row }] of rows.entries()) {
    const { recordKind, recordId, version, action } = added[index] as NewRevision;
    expect({ snapshot, changed, reason, detail }).toEqual({
      snapshot: added[index]?.snapshot,
      changed: added[index]?.changed,
      reason: added[index]?.reason,
      detail: added[index]?.detail,
    });
    expect(row).toMatchObject({ recordKind, recordId, version, action, authorId: actor.id, seq: index + 2 });
    expect(hash).toBe(hashRevision({ ...row, snapshot, changed, reason, detail }));
  }
});

test("a chain goes on over revisions that the program hashed itself", async () => {
  const actor = await makeActor("reporter");
  const [last] = await db.select().from(revisions).orderBy(desc(revisions.seq)).limit(1);
  const content = { ...revisionOf(0), detail: null, authorId: actor.id };
  const place = { seq: (last?.seq ?? 0) + 1, at: new Date().toISOString(), previousHash: last?.hash ?? null };
  await db.insert(revisions).values({ ...content, ...place, hash: hashRevision({ ...content, ...place }) });
  await append(actor, [revisionOf(1), revisionOf(2)]);
  expect(verifyChain(await chain())).toBeNull();
});

test("thousands are appended in one statement, and their places are known when they are asked for", async () => {
  const actor = await makeActor("reporter");
  const before = await db.$count(revisions);
  const seqs = await transaction((tx) =>
    appendNumberedRevisions(
      tx,
      actor,
      Array.from({ length: 3000 }, (_, index) => revisionOf(index)),
    ),
  );
  expect(seqs).toEqual(Array.from({ length: 3000 }, (_, index) => before + index + 1));
  expect(verifyChain(await chain())).toBeNull();
});

test("what a transaction appends is there for what it reads after that", async () => {
  const actor = await makeActor("reporter");
  const before = await db.$count(revisions);
  const counts = await transaction(async (tx) => {
    await appendRevisions(tx, actor, [revisionOf(0)]);
    const first = await tx.$count(revisions);
    await appendRevisions(tx, actor, [revisionOf(1)]);
    await appendRevisions(tx, actor, [revisionOf(2)]);
    return [first, await tx.$count(revisions)];
  });
  expect(counts).toEqual([before + 1, before + 3]);
});

test("a part that fails takes what it would have appended along, and a failed end the whole", async () => {
  const actor = await makeActor("reporter");
  const before = await db.$count(revisions);
  await transaction(async (tx) => {
    await appendRevisions(tx, actor, [revisionOf(0)]);
    await transaction(async (part) => {
      await appendRevisions(part, actor, [revisionOf(1)]);
      throw new Error("second thoughts");
    }).catch(() => undefined);
    await transaction((part) => appendRevisions(part, actor, [revisionOf(2)]));
  });
  expect(await db.$count(revisions)).toBe(before + 2);
  const twice = revisionOf(3);
  await append(actor, [twice]);
  const made = transaction(async (tx) => {
    await tx.execute(sql`insert into people (name, email, role) values ('Nobody', 'nobody@example.org', 'reporter')`);
    await appendRevisions(tx, actor, [twice]);
  });
  await expect(made).rejects.toMatchObject({ code: "23505" });
  expect((await db.execute(sql`select from people where name = 'Nobody'`)).length).toBe(0);
  await append(actor, [revisionOf(4)]);
  expect(verifyChain(await chain())).toBeNull();
});

test("no revision is dated before the one that it follows", async () => {
  const actor = await makeActor("reporter");
  const [last] = await db.select().from(revisions).orderBy(desc(revisions.seq)).limit(1);
  const content = { ...revisionOf(0), detail: null, authorId: actor.id };
  const ahead = new Date(Date.now() + 60_000).toISOString();
  const place = { seq: (last?.seq ?? 0) + 1, at: ahead, previousHash: last?.hash ?? null };
  await db.insert(revisions).values({ ...content, ...place, hash: hashRevision({ ...content, ...place }) });
  await append(actor, [revisionOf(1)]);
  const rows = await chain();
  expect(rows.at(-1)?.at).toBe(ahead);
  expect(verifyChain(rows)).toBeNull();
});

test("whoever writes content and can be told follows it from then on", async () => {
  const actor = await makeActor("reporter");
  await db.execute(sql`update people set password_hash = 'x' where id = ${actor.id}`);
  const { id } = await makeOrganization(actor);
  const own = await db.select().from(follows).where(sql`${follows.personId} = ${actor.id}`);
  expect(own).toMatchObject([{ subjectKind: "organization", subjectId: id, cause: "author", stoppedAt: null }]);
});
