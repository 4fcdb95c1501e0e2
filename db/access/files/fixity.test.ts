import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileStorage } from "@/db/files/file-storage";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor, makeEvidence } from "../../testing/make";
import { openTestStorage, type TestStorage } from "../../testing/test-storage";
import { checkHistory } from "../history/history-check";
import { attachFile, listCustody } from "./files";
import { checkDueFiles, listFailedFiles, verifyAttachment } from "./fixity";
import { sweepFiles } from "./sweep";

let [reporter, manager] = [] as unknown as [Actor, Actor];
let given: TestStorage;
let storage: FileStorage;
beforeAll(async () => {
  [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  given = await openTestStorage();
  storage = given.storage;
});
afterAll(() => given.close());

async function store(size: number): Promise<string> {
  const bytes = randomBytes(size);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const path = join(given.folder, digest);
  await writeFile(path, bytes);
  await storage.keep(path, digest);
  return digest;
}

async function received(name: string) {
  const { slug } = await makeEvidence(reporter);
  const digest = await store(1000);
  const kept = { digest, size: 1000, type: "application/pdf", name };
  const { id } = await attachFile(reporter, { kind: "evidence", slug }, kept);
  return { id, digest };
}

const checksOf = async (id: string) =>
  (await listCustody(reporter, id))
    .filter(({ kind }) => kind === "fixity check")
    .map(({ by, passed }) => ({ by, passed }));

test("what is stored is held against its digest, and what was found is part of the file's custody", async () => {
  const [whole, spoiled, lost] = [
    await received("whole.pdf"),
    await received("spoiled.pdf"),
    await received("lost.pdf"),
  ];
  await given.spoil(spoiled.digest);
  await given.lose(lost.digest);
  expect(await verifyAttachment(reporter, whole.id, storage)).toBe("intact");
  expect(await checksOf(whole.id)).toEqual([{ by: reporter.name, passed: true }]);

  const made = await checkDueFiles({}, storage);
  expect(made).toMatchObject({ intact: 0, changed: 1, missing: 1, unreadable: 0 });
  expect([...made.failed].sort()).toEqual([spoiled.digest, lost.digest].sort());
  expect(await checksOf(spoiled.id)).toEqual([{ by: null, passed: false }]);
  expect((await listFailedFiles(reporter)).map(({ name }) => name).sort()).toEqual(["lost.pdf", "spoiled.pdf"]);
  // Nothing is due again so soon.
  expect(await checkDueFiles({}, storage)).toMatchObject({ intact: 0, changed: 0, missing: 0, bytes: 0 });
  expect(await checkDueFiles({ isAll: true }, storage)).toMatchObject({ intact: 1, changed: 1, missing: 1 });
  expect(await checkHistory()).toMatchObject({ problem: null });
});

test("a part of the files is checked each time, those first that were not for longest", async () => {
  const files = [await received("1.pdf"), await received("2.pdf"), await received("3.pdf")];
  expect(await checkDueFiles({ most: 2 }, storage)).toMatchObject({ intact: 2 });
  expect(await checkDueFiles({ bytes: 10 }, storage)).toMatchObject({ intact: 1, bytes: 1000 });
  for (const { id } of files) expect(await checksOf(id)).toHaveLength(1);
});

test("a sweep names what rows or storage lack, leaves both, and throws away uploads that nobody went on with", async () => {
  const lost = await received("gone.pdf");
  await given.lose(lost.digest);
  const unnamed = await store(500);
  await mkdir(storage.incoming, { recursive: true });
  const aged = new Date(Date.now() - 8 * 86_400_000);
  for (const name of ["old", "old.json", "new", "new.json"]) {
    const path = join(storage.incoming, name);
    await writeFile(path, "12345");
    if (name.startsWith("old")) await utimes(path, aged, aged);
  }
  const swept = await sweepFiles(storage);
  expect(swept).toMatchObject({ unnamed: [unnamed], uploads: 1, bytes: 5 });
  expect(swept.missing).toContain(lost.digest);
  expect(await storage.has(unnamed)).toBe(true);
  expect((await readdir(storage.incoming)).sort()).toEqual(["new", "new.json"]);
  expect(await sweepFiles(storage)).toMatchObject({ unnamed: [unnamed], uploads: 0 });
});

test("who reads published records alone checks no file", async () => {
  const { id } = await received("letter.pdf");
  await expect(verifyAttachment(manager, id, storage)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(listFailedFiles(manager)).rejects.toMatchObject({ kind: "forbidden" });
});
