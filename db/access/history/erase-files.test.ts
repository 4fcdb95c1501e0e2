import { createHash } from "node:crypto";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pictureShelf } from "@/db/files/file-storage";
import { commentInput } from "@/lib/records/comment";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { db } from "../../client";
import { attachments, captures, commentFiles, custodyEvents, filePages, files, revisions } from "../../schema";
import { makeActor, makeEvidence } from "../../testing/make";
import { openTestStorage, type TestStorage } from "../../testing/test-storage";
import { attachToComment } from "../discussion/comment-files";
import { writeComment } from "../discussion/comment-writes";
import { readDueTexts } from "../files/file-texts";
import { attachFile, listAttachments } from "../files/files";
import { checkDueFiles } from "../files/fixity";
import { sweepFiles } from "../files/sweep";
import { eraseContent } from "./erasures";
import { checkHistory } from "./history-check";

const people = {} as Record<Role, Actor>;
let given: TestStorage;
beforeAll(async () => {
  for (const role of ROLES) people[role] = await makeActor(role);
  given = await openTestStorage();
});
afterAll(() => given.close());

async function stored(text: string, name: string) {
  const digest = createHash("sha256").update(text).digest("hex");
  const path = join(given.folder, digest);
  await writeFile(path, text);
  await given.storage.keep(path, digest);
  return { digest, size: text.length, type: "text/plain", name };
}

const erase = (actor: Actor, slug: string) =>
  eraseContent(actor, "evidence", { slug, scope: "record", reason: "A court ordered it." }, given.storage);

/** Two items; the first with a file of its own, one that the second has too, and one that was said about it. */
async function twoItems() {
  const [first, second] = [await makeEvidence(people.reporter), await makeEvidence(people.reporter)];
  const subjects = [first, second].map(({ slug }) => ({ kind: "evidence" as const, slug }));
  const [erased, other] = subjects as [(typeof subjects)[0], (typeof subjects)[0]];
  const own = await stored(`Jane of ${first.slug}`, "letter of Jane.txt");
  const shared = await stored(`Shared by ${first.slug}`, "shared with Jane.txt");
  const said = await stored(`Said of ${first.slug}`, "what Jane said.txt");
  await attachFile(people.reporter, erased, own);
  await attachFile(people.reporter, erased, shared);
  await attachFile(people.reporter, other, { ...shared, name: "minutes.txt" });
  const comment = await writeComment(people.reporter, commentInput.parse({ ...erased, body: "Jane says:" }));
  await attachToComment(people.reporter, comment.id, said);
  await db.insert(captures).values({
    subjectKind: "evidence",
    subjectId: first.id,
    url: "https://jane.example/",
    askedBy: people.reporter.id,
  });
  return { erased, other, own, shared, said };
}

test("role by role: an admin alone erases a record with files, and a byte that nothing else needs is gone", async () => {
  const { erased, other, own, shared, said } = await twoItems();
  await readDueTexts({}, given.storage);
  const drawn = pictureShelf(given.storage, own.digest);
  await mkdir(drawn, { recursive: true });
  await writeFile(join(drawn, "1-page.webp"), "a picture");
  for (const role of ROLES.filter((one) => one !== "admin")) {
    await expect(erase(people[role], erased.slug)).rejects.toMatchObject({ kind: "forbidden" });
  }
  await erase(people.admin, erased.slug);

  for (const { digest } of [own, said]) expect(await given.storage.has(digest)).toBe(false);
  expect(await given.storage.has(shared.digest)).toBe(true);
  expect(await readdir(dirname(drawn))).not.toContain(own.digest);
  expect((await listAttachments(people.editor, other)).map(({ name }) => name)).toEqual(["minutes.txt"]);
  const rows = await db
    .select()
    .from(files)
    .where(inArray(files.digest, [own.digest, said.digest]));
  const lost = rows.map(({ id }) => id);
  expect(await db.$count(filePages, inArray(filePages.fileId, lost))).toBe(0);

  // Who did what, when, with which bytes stays; no name does, in no table and in no revision.
  const events = await db.select().from(custodyEvents).where(inArray(custodyEvents.fileId, lost));
  expect(events.filter(({ kind }) => kind === "deletion").map(({ by, detail }) => [by, detail])).toEqual([
    [people.admin.id, { record: `evidence ${erased.slug}` }],
    [people.admin.id, { record: `evidence ${erased.slug}` }],
  ]);
  const everything = await Promise.all([
    ...[attachments, commentFiles, custodyEvents, captures].map((table) => db.select().from(table)),
    db
      .select({ snapshot: revisions.snapshot, detail: revisions.detail })
      .from(revisions)
      .where(eq(revisions.recordKind, "kept_row")),
  ]);
  expect(JSON.stringify(everything)).not.toMatch(/Jane|jane/);
  expect(await checkHistory()).toMatchObject({ problem: null });

  // Nothing looks for what was erased, and the same bytes may come again.
  expect(await checkDueFiles({ isAll: true }, given.storage)).toMatchObject({ missing: 0, failed: [] });
  expect((await sweepFiles(given.storage)).missing).toEqual([]);
  const again = await stored(`Jane of ${erased.slug}`, "again.txt");
  await attachFile(people.reporter, other, again, given.storage);
  expect(await readDueTexts({}, given.storage)).toBe(1);
  expect((await sweepFiles(given.storage)).erased).toEqual([]);
});

test("an erasure that comes to nothing destroys nothing, and what one did not come to the sweep destroys", async () => {
  const { erased, own } = await twoItems();
  const broken = { remove: () => Promise.reject(new Error("The storage is away.")) };
  const asked = { slug: erased.slug, scope: "record" as const, reason: "A court ordered it." };
  await expect(eraseContent(people.admin, "evidence", { ...asked, slug: "nothing" }, broken)).rejects.toMatchObject({
    kind: "not_found",
  });
  expect(await given.storage.has(own.digest)).toBe(true);
  await expect(eraseContent(people.admin, "evidence", asked, broken)).rejects.toThrow("away");
  expect(await given.storage.has(own.digest)).toBe(true);
  const swept = await sweepFiles(given.storage);
  expect(swept.erased).toContain(own.digest);
  expect(swept.unnamed).toEqual([]);
  expect(await given.storage.has(own.digest)).toBe(false);
});

test("whoever hands in what is erased at that moment keeps it, or is told to hand it in again", async () => {
  const told: string[] = [];
  for (const round of [0, 1, 2, 3, 4, 5]) {
    const { erased, other, own } = await twoItems();
    const again = { ...own, name: "again.txt" };
    const handIn = () =>
      attachFile(people.reporter, other, again, given.storage).then(
        () => "kept",
        ({ kind, detail }) => `${kind} ${detail?.key}`,
      );
    let begins = () => undefined as unknown;
    const begun = new Promise<void>((begin) => {
      begins = begin;
    });
    const remove = async (digest: string) => {
      if (digest === own.digest) begins();
      await pause(20);
      await given.storage.remove(digest);
    };
    const asked = { slug: erased.slug, scope: "record" as const, reason: "A court ordered it." };
    const erasing = eraseContent(people.admin, "evidence", asked, { remove });
    await (round === 0 ? begun : pause(round * 6));
    const handed = handIn();
    await erasing;
    const answer = await handed;
    told.push(answer);
    const files = (await listAttachments(people.editor, other)).map(({ name }) => name);
    expect([await given.storage.has(own.digest), files.includes("again.txt")]).toEqual(
      answer === "kept" ? [true, true] : [false, false],
    );
  }
  expect(told[0]).toBe("conflict erasedMeanwhile");
  expect(told.filter((one) => one !== "kept" && one !== "conflict erasedMeanwhile")).toEqual([]);
  expect(await checkHistory()).toMatchObject({ problem: null });
  expect((await sweepFiles(given.storage)).missing).toEqual([]);
});
