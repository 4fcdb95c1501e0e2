import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileStorage } from "@/db/files/file-storage";
import { readFileText } from "@/db/files/read-text";
import type { Actor } from "@/lib/workflow/actor";
import { makeActor, makeEvidence } from "../../testing/make";
import { makePdf } from "../../testing/make-pdf";
import { openTestStorage, type TestStorage } from "../../testing/test-storage";
import { transitionRecord } from "../workflow/transitions";
import { searchFileTexts } from "./file-search";
import { readDueTexts, readFilePage } from "./file-texts";
import { attachFile, withdrawAttachment } from "./files";

let [reporter, editor, manager] = [] as unknown as [Actor, Actor, Actor];
let given: TestStorage;
let folder: string;
let storage: FileStorage;
beforeAll(async () => {
  [reporter, editor, manager] = [await makeActor("reporter"), await makeActor("editor"), await makeActor("manager")];
  given = await openTestStorage();
  ({ folder, storage } = given);
});
afterAll(() => given.close());

async function store(bytes: Buffer | string) {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const path = join(folder, digest);
  await writeFile(path, bytes);
  await storage.keep(path, digest);
  return { digest, size: Buffer.byteLength(bytes) };
}

async function attach(name: string, type: string, bytes: Buffer | string) {
  const { slug } = await makeEvidence(reporter);
  const { id } = await attachFile(reporter, { kind: "evidence", slug }, { ...(await store(bytes)), type, name });
  return { id, slug };
}

test("the text of a PDF is read page by page, and what has none says why", async () => {
  const read = async (bytes: Buffer, type = "application/pdf") =>
    readFileText(storage, { ...(await store(bytes)), type });
  const texts = [
    { page: 1, text: "First page" },
    { page: 2, text: "Second (page)" },
  ];
  expect(await read(makePdf(["First page", "Second (page)"]))).toEqual({ pages: 2, problem: null, texts });
  expect(await read(makePdf([""]))).toEqual({ pages: 1, problem: "no text", texts: [] });
  expect(await read(Buffer.from("%PDF-1.4 and nothing else"))).toMatchObject({ problem: "unreadable", texts: [] });
  const long = await read(Buffer.from("letters ".repeat(20_000)), "text/plain");
  expect(long.pages).toBe(4);
  expect(
    long.texts
      .map(({ text }) => text)
      .join(" ")
      .split(" "),
  ).toHaveLength(20_000);
});

test("what stands in a file is found with its page, its words and its record; withdrawn it is not", async () => {
  const pdf = await attach(
    "lease.pdf",
    "application/pdf",
    makePdf(["Nothing", "The lease of Quixwharf ends in May"]),
  );
  const text = await attach("letter.txt", "text/plain", "Beste redactie,\nQuixwharf is dicht. 鹿特丹市\n");
  expect(await readFilePage(reporter, pdf.id, 1)).toBeNull();
  expect(await readDueTexts({}, storage)).toBe(2);
  expect(await readDueTexts({}, storage)).toBe(0);

  const { items, isMore } = await searchFileTexts(editor, "quixw");
  expect(isMore).toBe(false);
  expect(items.map(({ name, page, record }) => [name, page, record.slug]).sort()).toEqual([
    ["lease.pdf", 2, pdf.slug],
    ["letter.txt", 1, text.slug],
  ]);
  expect(items[0]?.snippet.filter(({ isFound }) => isFound)).toEqual([{ text: "Quixwharf", isFound: true }]);
  const idsOf = async (q: string) => (await searchFileTexts(editor, q)).items.map(({ id }) => id);
  expect(await idsOf('"lease of quixwharf"')).toEqual([pdf.id]);
  expect(await idsOf("quixwharf -lease")).toEqual([text.id]);
  expect(await idsOf("鹿特丹")).toEqual([text.id]);
  expect(await idsOf("-")).toEqual([]);

  const shown = await readFilePage(reporter, pdf.id, 2);
  expect(shown).toMatchObject({ pages: 2, problem: null, shown: { page: 2 }, before: 1 });
  expect(shown?.after).toBeUndefined();

  await withdrawAttachment(reporter, pdf.id, "Of another case");
  await transitionRecord(reporter, "evidence", text.slug, "trash");
  expect(await idsOf("quixwharf")).toEqual([]);
});

test("bytes that are missing are read another time", async () => {
  const { slug } = await makeEvidence(reporter);
  const bytes = "Wordofalater day";
  const digest = createHash("sha256").update(bytes).digest("hex");
  const kept = { digest, size: bytes.length, type: "text/plain", name: "later.txt" };
  await attachFile(reporter, { kind: "evidence", slug }, kept);
  expect(await readDueTexts({}, storage)).toBe(0);
  await store(bytes);
  expect(await readDueTexts({}, storage)).toBe(1);
  expect((await searchFileTexts(editor, "wordofalater")).items).toHaveLength(1);
});

test("who reads published records alone finds no text of a file", async () => {
  const { id } = await attach("secret.txt", "text/plain", "A secret");
  await expect(searchFileTexts(manager, "secret")).rejects.toMatchObject({ kind: "forbidden" });
  await expect(readFilePage(manager, id, 1)).rejects.toMatchObject({ kind: "not_found" });
});
