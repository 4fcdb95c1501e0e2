import { createHash, randomBytes } from "node:crypto";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Upload } from "@tus/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStorage, type TestStorage } from "../testing/test-storage";
import type { FileStorage } from "./file-storage";
import { inspectFile } from "./inspect-file";

let given: TestStorage;
let folder: string;
let storage: FileStorage;
beforeAll(async () => {
  given = await openTestStorage();
  ({ folder, storage } = given);
});
afterAll(() => given.close());

async function write(bytes: Buffer | string): Promise<string> {
  const path = join(folder, randomBytes(6).toString("hex"));
  await writeFile(path, bytes);
  return path;
}
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");
const read = async (digest: string, range?: { first: number; last: number }) =>
  Buffer.concat(await storage.open(digest, range).toArray());

test("a file stands under its digest once, unchanged, and is taken from where it was", async () => {
  // Longer than a part, so that a bucket gets it in several.
  const bytes = randomBytes(9 * 2 ** 20);
  const digest = sha256(bytes);
  expect(await storage.has(digest)).toBe(false);
  expect(await storage.sizeOf(digest)).toBeNull();
  const path = await write(bytes);
  expect(await storage.keep(path, digest)).toBe(true);
  expect(await storage.keep(await write(bytes), digest)).toBe(false);
  expect((await read(digest)).equals(bytes)).toBe(true);
  expect((await read(digest, { first: 10, last: 19 })).equals(bytes.subarray(10, 20))).toBe(true);
  expect(await storage.sizeOf(digest)).toBe(bytes.length);
  const [small, empty] = [Buffer.from("letter"), Buffer.alloc(0)];
  expect(await storage.keep(await write(small), sha256(small))).toBe(true);
  expect(await storage.keep(await write(empty), sha256(empty))).toBe(true);
  expect((await read(sha256(small))).toString()).toBe("letter");
  expect(await storage.sizeOf(sha256(empty))).toBe(0);
  const listed = [];
  for await (const one of storage.list()) listed.push(one);
  expect(listed.sort()).toEqual([digest, sha256(small), sha256(empty)].sort());
  expect((await readdir(folder)).filter((name) => !["files", "s3"].includes(name))).toEqual([]);
});

test("reading what is not there fails, and closing what is being read is no error", async () => {
  await expect(read("a".repeat(64))).rejects.toThrow();
  const bytes = randomBytes(3 * 2 ** 20);
  await storage.keep(await write(bytes), sha256(bytes));
  const opened = storage.open(sha256(bytes));
  for await (const part of opened) {
    expect(part.length).toBeGreaterThan(0);
    break;
  }
  expect(opened.destroyed).toBe(true);
});

test("an upload grows by whoever has it, goes on where it was cut off, and is whole at last", async () => {
  const bytes = randomBytes(20 * 2 ** 20);
  const id = randomBytes(16).toString("hex");
  const metadata = { filename: "film.mp4", owner: "somebody" };
  // Each request may reach another server: nothing is remembered between them.
  await storage.uploads.create(new Upload({ id, size: bytes.length, offset: 0, metadata }));
  expect(await storage.uploads.getUpload(id)).toMatchObject({ offset: 0, size: bytes.length, metadata });
  expect(await storage.uploads.write(Readable.from([bytes.subarray(0, 5)]), id, 0)).toBe(5);
  async function* cut() {
    yield bytes.subarray(5, 9 * 2 ** 20);
    throw new Error("The line was cut.");
  }
  await expect(storage.uploads.write(Readable.from(cut()), id, 5)).rejects.toBeDefined();
  const { offset } = await storage.uploads.getUpload(id);
  expect(offset).toBeGreaterThanOrEqual(5);
  expect(await storage.uploads.write(Readable.from([bytes.subarray(offset)]), id, offset)).toBe(bytes.length);
  const path = await storage.uploads.whole(id);
  expect((await inspectFile(path)).digest).toBe(sha256(bytes));
  expect(await storage.keep(path, sha256(bytes))).toBe(true);
  await storage.uploads.forget(id);
  await expect(storage.uploads.getUpload(id)).rejects.toMatchObject({ status_code: 404 });
});

test("uploads that nobody went on with for a week are thrown away, and others stay", async () => {
  const ids = [1, 2].map(() => randomBytes(16).toString("hex"));
  for (const id of ids) {
    await storage.uploads.create(new Upload({ id, size: 10, offset: 0, metadata: {} }));
    await storage.uploads.write(Readable.from([Buffer.from("12345")]), id, 0);
  }
  expect(await storage.uploads.removeLeft(Date.now())).toEqual({ uploads: 0, bytes: 0 });
  await storage.uploads.remove(ids[0] ?? "");
  expect(await storage.uploads.removeLeft(Date.now() + 8 * 86_400_000)).toEqual({ uploads: 1, bytes: 5 });
  await expect(storage.uploads.getUpload(ids[1] ?? "")).rejects.toMatchObject({ status_code: 404 });
});

test("no name leads out of the storage", async () => {
  for (const name of ["../../etc/passwd", "", "A".repeat(64), `${"a".repeat(64)}/x`]) {
    await expect(async () => storage.has(name)).rejects.toThrow("named by its SHA-256");
  }
});

test("a file is of the type that its bytes have, whatever it is called", async () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPgPAAEDAQDGyAbdAAAAAElFTkSuQmCC",
    "base64",
  );
  const types: [Buffer | string, string][] = [
    [png, "image/png"],
    ["%PDF-1.7\n%âãÏÓ\n", "application/pdf"],
    ["Brief van de minister.\nMet een tweede regel: 信件.\n", "text/plain"],
    [Buffer.from("é".repeat(40_000)), "text/plain"],
    ["  <!doctype html><script>alert(1)</script>", "application/octet-stream"],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", "application/octet-stream"],
    [Buffer.from([0, 1, 2, 3]), "application/octet-stream"],
    [Buffer.from([0x41, 0xc3, 0x28]), "application/octet-stream"],
    ["", "text/plain"],
  ];
  for (const [bytes, type] of types) {
    const path = await write(bytes);
    const size = Buffer.byteLength(bytes);
    expect(await inspectFile(path)).toEqual({ digest: sha256(bytes), size, type });
    await rm(path);
  }
});
