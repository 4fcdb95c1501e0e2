import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DataStore, ERRORS, Upload } from "@tus/utils";
import { UPLOAD_LASTS, type Uploads } from "./file-storage";
import { removeOldFiles } from "./folder-uploads";
import type { S3Client } from "./s3-client";
import {
  abortOldParts,
  isRefused,
  type ListedObject,
  listObjects,
  putOnce,
  readObject,
  removeObject,
} from "./s3-objects";

/** So many bytes are in memory before they become an object of their own. */
const PIECE = 8 * 2 ** 20;
const AT_ONCE = 8;
const FOLDER = "incoming/";

type Described = Pick<Upload, "id" | "size" | "metadata" | "creation_date">;

/**
 * Growing uploads in a bucket, so that any server goes on with one: a piece of each is an object, named by where it begins, and
 * acknowledged once the service has it.
 */
export class S3Uploads extends DataStore implements Uploads {
  /** @param local where a whole one is put together */
  constructor(
    private readonly client: S3Client,
    private readonly local: string,
  ) {
    super();
    this.extensions = ["creation", "creation-with-upload", "creation-defer-length", "termination"];
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.describe(upload);
    return upload;
  }

  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    let [next, held, size]: [number, Buffer[], number] = [offset, [], 0];
    const store = async () => {
      const piece = Buffer.concat(held);
      [held, size] = [[], 0];
      if (piece.length === 0) return;
      // Another server, which has the lock by now, went on from there.
      if (!(await putOnce(this.client, pieceName(id, next), piece))) throw ERRORS.FILE_WRITE_ERROR;
      next += piece.length;
    };
    try {
      for await (const part of bytes) {
        held.push(part);
        size += part.length;
        if (size >= PIECE) await store();
      }
    } catch (error) {
      // Cut off: what came until then is kept, and counts.
      await store();
      throw error;
    }
    await store();
    return next;
  }

  override async getUpload(id: string): Promise<Upload> {
    const described = await this.read(id);
    const offset = (await this.pieces(id)).reduce((sum, { size }) => sum + size, 0);
    return new Upload({ ...described, offset });
  }

  override async declareUploadLength(id: string, size: number): Promise<void> {
    await this.describe({ ...(await this.read(id)), size });
  }

  override async remove(id: string): Promise<void> {
    await this.read(id);
    await this.forget(id);
  }

  async whole(id: string): Promise<string> {
    await mkdir(this.local, { recursive: true, mode: 0o700 });
    const path = join(this.local, id);
    const [client, pieces] = [this.client, await this.pieces(id)];
    async function* bytes() {
      for (const { name } of pieces) yield* readObject(client, name);
    }
    try {
      await pipeline(Readable.from(bytes(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return path;
  }

  async forget(id: string): Promise<void> {
    const names: string[] = [];
    for await (const { name } of listObjects(this.client, `${FOLDER}${id}/`)) names.push(name);
    await this.removeAll(names);
  }

  async removeLeft(now: number): Promise<{ uploads: number; bytes: number }> {
    await abortOldParts(this.client, now - UPLOAD_LASTS);
    const left = await removeOldFiles(this.local, now);
    const objects = new Map<string, ListedObject[]>();
    for await (const object of listObjects(this.client, FOLDER)) {
      const [, id = ""] = object.name.split("/");
      objects.set(id, [...(objects.get(id) ?? []), object]);
    }
    for (const own of objects.values()) {
      if (own.some(({ at }) => at > now - UPLOAD_LASTS)) continue;
      await this.removeAll(own.map(({ name }) => name));
      left.uploads += 1;
      left.bytes += own.reduce((sum, { name, size }) => sum + (isPiece(name) ? size : 0), 0);
    }
    return left;
  }

  /** What came of it, from its beginning without a gap. */
  private async pieces(id: string): Promise<ListedObject[]> {
    const pieces: ListedObject[] = [];
    let next = 0;
    for await (const object of listObjects(this.client, `${FOLDER}${id}/`)) {
      if (!isPiece(object.name) || object.name !== pieceName(id, next)) continue;
      pieces.push(object);
      next += object.size;
    }
    return pieces;
  }

  private async describe({ id, size, metadata, creation_date }: Described): Promise<void> {
    const body = Buffer.from(JSON.stringify({ id, size, metadata, creation_date }));
    (await this.client.send("PUT", descriptionName(id), { body })).resume();
  }

  private async read(id: string): Promise<Described> {
    try {
      return JSON.parse((await this.client.sendForText("GET", descriptionName(id))).text) as Described;
    } catch (error) {
      throw isRefused(error, 404) ? ERRORS.FILE_NOT_FOUND : error;
    }
  }

  /** The description goes last: an upload of which some is left is found again. */
  private async removeAll(names: readonly string[]): Promise<void> {
    const waiting = names.filter(isPiece);
    const work = async () => {
      for (let name = waiting.pop(); name; name = waiting.pop()) await removeObject(this.client, name);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    for (const name of names.filter((one) => !isPiece(one))) await removeObject(this.client, name);
  }
}

const descriptionName = (id: string) => `${FOLDER}${id}/upload.json`;
/** Names stand in the order in which the pieces do. */
const pieceName = (id: string, offset: number) => `${FOLDER}${id}/${String(offset).padStart(15, "0")}`;
const isPiece = (name: string) => /\/\d{15}$/.test(name);
