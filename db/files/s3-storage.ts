import { createHash, randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type ByteRange, type FileStorage, isDigest, objectName, pictureShelf, type Uploads } from "./file-storage";
import type { S3Client } from "./s3-client";
import { listObjects, objectSize, putFileOnce, putOnce, readObject, removeObject } from "./s3-objects";
import { S3Uploads } from "./s3-uploads";

/** Files in a bucket. The service says that it has a file once that is durable, and holds its bytes against its digest. */
export class S3Storage implements FileStorage {
  /** @param local a folder of this machine, for what grows and what can be made again */
  constructor(
    readonly client: S3Client,
    private readonly local: string,
  ) {}

  get incoming(): string {
    return join(this.local, "incoming");
  }

  get pictures(): string {
    return join(this.local, "pictures");
  }

  get uploads(): Uploads {
    return new S3Uploads(this.client, this.incoming);
  }

  async keep(path: string, digest: string): Promise<boolean> {
    const isNew = !(await this.has(digest)) && (await putFileOnce(this.client, objectName(digest), path, digest));
    await rm(path);
    return isNew;
  }

  async has(digest: string): Promise<boolean> {
    return (await this.sizeOf(digest)) !== null;
  }

  async sizeOf(digest: string): Promise<number | null> {
    return objectSize(this.client, objectName(digest));
  }

  open(digest: string, range?: ByteRange): Readable {
    return readObject(this.client, objectName(digest), range);
  }

  async remove(digest: string): Promise<void> {
    await rm(pictureShelf(this, digest), { recursive: true, force: true });
    await removeObject(this.client, objectName(digest));
  }

  async *list(): AsyncGenerator<string> {
    for await (const { name } of listObjects(this.client, "objects/")) {
      const digest = name.split("/").at(-1) ?? "";
      if (isDigest(digest)) yield digest;
    }
  }

  /**
   * Writes, reads and removes a small file of its own.
   * @returns whether the service refuses to write where something stands
   */
  async probe(): Promise<{ isConditional: boolean }> {
    const name = `probe/${randomUUID()}`;
    const bytes = Buffer.from(name);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await putOnce(this.client, name, bytes, sha256);
    try {
      const read = Buffer.concat(await readObject(this.client, name, { first: 6, last: bytes.length - 1 }).toArray());
      if (!read.equals(bytes.subarray(6))) throw new Error("The storage reads otherwise than was written.");
      return { isConditional: !(await putOnce(this.client, name, bytes, sha256)) };
    } finally {
      await removeObject(this.client, name);
    }
  }
}
