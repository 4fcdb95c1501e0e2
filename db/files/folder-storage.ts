import { createReadStream } from "node:fs";
import { access, chmod, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

/** Inclusive bytes, as in a Range header. */
export type ByteRange = { readonly first: number; readonly last: number };

const DIGEST = /^[0-9a-f]{64}$/;

/** Files under their SHA-256, each once, unchanged since they came. */
export class FolderStorage {
  /** @param folder absolute; made when it is not there, and closed to others */
  constructor(private readonly folder: string) {}

  /** Where uploads grow: on the same disk, so that a whole one is renamed into its place. */
  get incoming(): string {
    return join(this.folder, "incoming");
  }

  /** Where pictures of pages are kept, which can be made again. */
  get pictures(): string {
    return join(this.folder, "pictures");
  }

  /**
   * Puts a whole local file in its place, and takes it from where it was. Durable when it returns: the file and the folders
   * that name it were written to the disk.
   * @param digest SHA-256 of the file, lower-case hexadecimal, as its caller computed
   * @returns false when it was there before: the local file is deleted then
   */
  async keep(path: string, digest: string): Promise<boolean> {
    const place = this.placeOf(digest);
    if (await this.has(digest)) {
      await rm(path);
      return false;
    }
    const shelf = dirname(place);
    await mkdir(shelf, { recursive: true, mode: 0o700 });
    await syncPath(path);
    await chmod(path, 0o400);
    await rename(path, place);
    // A name is on the disk once its folder is, and the folder once the one above it is.
    for (const folder of [shelf, dirname(shelf), this.folder]) await syncPath(folder);
    return true;
  }

  has(digest: string): Promise<boolean> {
    return access(this.placeOf(digest)).then(
      () => true,
      () => false,
    );
  }

  /** @returns null when it is not there */
  sizeOf(digest: string): Promise<number | null> {
    return stat(this.placeOf(digest)).then(
      ({ size }) => size,
      () => null,
    );
  }

  open(digest: string, range?: ByteRange): Readable {
    return createReadStream(this.placeOf(digest), range && { start: range.first, end: range.last });
  }

  /** The digests of all that is here. */
  async *list(): AsyncGenerator<string> {
    const shelves = await readdir(join(this.folder, "objects")).catch(() => []);
    for (const shelf of shelves) {
      for (const name of await readdir(join(this.folder, "objects", shelf))) if (DIGEST.test(name)) yield name;
    }
  }

  private placeOf(digest: string): string {
    if (!DIGEST.test(digest)) throw new Error("A file is named by its SHA-256.");
    return join(this.folder, "objects", digest.slice(0, 2), digest);
  }
}

/** Waits until a file, or the names in a folder, are on the disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
