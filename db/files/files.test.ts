import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FolderStorage } from "./folder-storage";
import { inspectFile } from "./inspect-file";

let folder: string;
let storage: FolderStorage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wederhoor-files-"));
  storage = new FolderStorage(join(folder, "files"));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(bytes: Buffer | string): Promise<string> {
  const path = join(folder, randomBytes(6).toString("hex"));
  await writeFile(path, bytes);
  return path;
}
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");
const read = async (digest: string, range?: { first: number; last: number }) =>
  Buffer.concat(await storage.open(digest, range).toArray());

test("a file stands under its digest once, unchanged, and nothing can write in it", async () => {
  const bytes = randomBytes(100_000);
  const digest = sha256(bytes);
  expect(await storage.has(digest)).toBe(false);
  expect(await storage.sizeOf(digest)).toBeNull();
  const path = await write(bytes);
  expect(await storage.keep(path, digest)).toBe(true);
  expect(await storage.keep(await write(bytes), digest)).toBe(false);
  expect((await read(digest)).equals(bytes)).toBe(true);
  expect((await read(digest, { first: 10, last: 19 })).equals(bytes.subarray(10, 20))).toBe(true);
  expect(await storage.sizeOf(digest)).toBe(100_000);
  const place = join(folder, "files/objects", digest.slice(0, 2), digest);
  expect((await stat(place)).mode & 0o777).toBe(0o400);
  expect((await readFile(place)).equals(bytes)).toBe(true);
  expect(await readdir(folder)).toEqual(["files"]);
  const listed = [];
  for await (const one of storage.list()) listed.push(one);
  expect(listed).toEqual([digest]);
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
