import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Upload } from "@tus/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startS3Server } from "../testing/s3-server";
import type { FileStorage } from "./file-storage";
import { checkBytes } from "./fixity";
import { putOnce } from "./s3-objects";
import type { S3Storage } from "./s3-storage";
import { openStorage } from "./storage";
import { parseStorageUrl } from "./storage-url";

let folder: string;
let server: Awaited<ReturnType<typeof startS3Server>>;
let [one, other] = [] as unknown as [S3Storage, S3Storage];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wederhoor-storages-"));
  server = await startS3Server(join(folder, "s3"));
  [one, other] = ["one", "other"].map((name) =>
    openStorage({ DATA_DIR: join(folder, name), ...server.variables }),
  ) as [S3Storage, S3Storage];
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function kept(storage: FileStorage, bytes: Buffer) {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const path = join(folder, randomBytes(6).toString("hex"));
  await writeFile(path, bytes);
  return { digest, isNew: await storage.keep(path, digest) };
}

test("the address of a storage is a folder or a bucket, and nothing else", () => {
  expect(parseStorageUrl("file:///srv/evidence")).toEqual({ folder: "/srv/evidence" });
  expect(parseStorageUrl("s3://desk/a/b/?endpoint=https://s3.example:9000&region=nl-1")).toEqual({
    bucket: "desk",
    prefix: "a/b/",
    endpoint: "https://s3.example:9000",
    region: "nl-1",
    usePathStyle: true,
  });
  expect(parseStorageUrl("s3://desk")).toMatchObject({ prefix: "", endpoint: null, usePathStyle: false });
  const wrong = [
    "s3://name:secret@desk",
    "s3://desk?endpoint=ftp://x",
    "s3://desk?style=path",
    "s3://",
    "https://desk.s3.amazonaws.com",
    "file://host/x",
    "/srv",
  ];
  expect(wrong.map(parseStorageUrl)).toEqual(wrong.map(() => null));
  expect(() => openStorage({ STORAGE_URL: "s3://desk" })).toThrow("AWS_ACCESS_KEY_ID");
});

test("in a folder nothing can write in a file that is stored", async () => {
  const storage = openStorage({ STORAGE_URL: `file://${join(folder, "shelf")}` });
  const { digest } = await kept(storage, Buffer.from("letter"));
  expect((await stat(join(folder, "shelf/objects", digest.slice(0, 2), digest))).mode & 0o777).toBe(0o400);
  expect(await readdir(join(folder, "shelf"))).toEqual(["objects"]);
});

test("of two servers that store the same bytes at once, one does", async () => {
  for (const size of [1000, 9 * 2 ** 20]) {
    const bytes = randomBytes(size);
    const both = await Promise.all([kept(one, bytes), kept(other, bytes)]);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect((await kept(other, bytes)).isNew).toBe(false);
    expect(await checkBytes(one, both[0].digest)).toMatchObject({ fixity: "intact" });
  }
  expect(await one.probe()).toEqual({ isConditional: true });
  // Of many who write the same at the same moment one does.
  const sha256 = createHash("sha256").update("raced").digest("hex");
  const raced = Array.from({ length: 20 }, () => putOnce(one.client, "probe/raced", Buffer.from("raced"), sha256));
  expect((await Promise.all(raced)).filter(Boolean)).toHaveLength(1);
});

test("a service that knows no condition stores the same, and is known by that", async () => {
  const simple = await startS3Server(join(folder, "simple"), { isConditional: false, prefix: "" });
  const storage = openStorage({ DATA_DIR: folder, ...simple.variables }) as S3Storage;
  try {
    expect(await storage.probe()).toEqual({ isConditional: false });
    const { digest, isNew } = await kept(storage, Buffer.from("letter"));
    expect([isNew, (await kept(storage, Buffer.from("letter"))).isNew]).toEqual([true, false]);
    expect((await storage.open(digest).toArray()).join("")).toBe("letter");
  } finally {
    await simple.close();
  }
});

test("what fails in passing is tried again; a service that is away says nothing of its files", async () => {
  const bytes = randomBytes(100);
  server.faults.push(503, "cut");
  const { digest } = await kept(one, bytes);
  server.faults.push("cut", 500);
  expect(await checkBytes(one, digest)).toMatchObject({ fixity: "intact" });
  server.faults.push(500, 500, 500, 500);
  await expect(checkBytes(one, digest)).rejects.toMatchObject({ name: "Unavailable" });
  server.faults.push(403);
  await expect(one.has(digest)).rejects.toMatchObject({ name: "S3Refusal", status: 403 });
  const wrong = openStorage({ ...server.variables, AWS_SECRET_ACCESS_KEY: "wrong", DATA_DIR: folder }) as S3Storage;
  await expect(wrong.probe()).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
});

test("an upload goes back and forth between two servers, and is whole; a writer that lost its turn writes over nobody", async () => {
  const bytes = randomBytes(1_000_000);
  const id = randomBytes(16).toString("hex");
  await one.uploads.create(new Upload({ id, size: bytes.length, offset: 0 }));
  for (let turn = 0, offset = 0; offset < bytes.length; turn += 1) {
    const { uploads } = turn % 2 ? one : other;
    expect((await uploads.getUpload(id)).offset).toBe(offset);
    offset = await uploads.write(Readable.from([bytes.subarray(offset, offset + 50_000)]), id, offset);
  }
  const late = one.uploads.write(Readable.from([Buffer.from("late")]), id, 500_000);
  await expect(late).rejects.toMatchObject({ status_code: 500 });
  const path = await other.uploads.whole(id);
  expect((await kept(one, bytes)).isNew).toBe(true);
  expect(await other.keep(path, createHash("sha256").update(bytes).digest("hex"))).toBe(false);
  await one.uploads.forget(id);
});
