import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePdf } from "../testing/make-pdf";
import { openTestStorage, type TestStorage } from "../testing/test-storage";
import type { FileStorage } from "./file-storage";
import { openPagePicture, readMetadata } from "./page-pictures";
import { renderFile } from "./render-file";

let given: TestStorage;
let folder: string;
let storage: FileStorage;
beforeAll(async () => {
  given = await openTestStorage();
  ({ folder, storage } = given);
});
afterAll(() => given.close());

async function store(bytes: Buffer, type: string) {
  const digest = createHash("sha256").update(bytes).digest("hex");
  await writeFile(join(folder, digest), bytes);
  await storage.keep(join(folder, digest), digest);
  return { digest, size: bytes.length, type };
}

async function pictureOf(file: Awaited<ReturnType<typeof store>>, page: number, size: "thumbnail" | "page") {
  const picture = await openPagePicture(storage, file, page, size);
  if (!picture) return null;
  const bytes = Buffer.concat((await picture.bytes.toArray()) as Buffer[]);
  const { format, width, height } = await sharp(bytes).metadata();
  return { format, width, height, isWhole: bytes.length === picture.length };
}

test("a page is a picture, drawn once for whoever asks at the same time, beside the originals", async () => {
  const pdf = await store(makePdf(["One", "Two"]), "application/pdf");
  const [page, again, thumbnail] = await Promise.all([
    pictureOf(pdf, 2, "page"),
    pictureOf(pdf, 2, "page"),
    pictureOf(pdf, 2, "thumbnail"),
  ]);
  expect([page, again]).toEqual(Array(2).fill({ format: "webp", width: 1400, height: 700, isWhole: true }));
  expect(thumbnail).toMatchObject({ width: 240, height: 120 });
  const shelf = join(storage.pictures, pdf.digest.slice(0, 2), pdf.digest);
  expect((await readdir(shelf)).sort()).toEqual(["2-page.webp", "2-thumbnail.webp"]);
  expect(await pictureOf(pdf, 3, "page")).toBeNull();
  expect((await readdir(shelf)).length).toBe(2);
  // Small pictures are not made larger, and long ones are shown small by their beginning.
  const long = await sharp({ create: { width: 300, height: 3000, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const image = await store(long, "image/png");
  expect(await pictureOf(image, 1, "page")).toMatchObject({ width: 300, height: 3000 });
  expect(await pictureOf(image, 1, "thumbnail")).toMatchObject({ width: 240, height: 480 });
});

test("a picture that unpacks to more than memory holds, and a file that is broken, are no picture", async () => {
  const bomb = await store(hugePng(60_000), "image/png");
  expect(await pictureOf(bomb, 1, "page")).toBeNull();
  const broken = await store(Buffer.from("%PDF-1.7 nothing"), "application/pdf");
  expect(await pictureOf(broken, 1, "page")).toBeNull();
  expect(await readMetadata(storage, broken)).toEqual([]);
  // Nobody draws them again at once: what is kept of them is empty.
  expect(await readdir(join(storage.pictures, bomb.digest.slice(0, 2), bomb.digest))).toHaveLength(2);
  expect((await readdir(storage.pictures)).some((name) => name.startsWith("making-"))).toBe(false);
});

test("a process that takes more memory than it may is ended", async () => {
  const photo = await sharp({ create: { width: 6000, height: 6000, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const file = await store(photo, "image/png");
  const said = await renderFile(
    storage,
    file,
    { name: "picture", page: 1, thumbnail: 240, width: 1400 },
    async (made: object) => made,
    64 * 2 ** 20,
  );
  expect(said).toEqual({ problem: "unreadable" });
});

/** A PNG of a side of so many pixels, in some kilobytes: all of it is one value. */
function hugePng(side: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const row = Buffer.alloc(Math.ceil(side / 8) + 1);
  const rows = deflateSync(Buffer.concat(Array(1000).fill(row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
