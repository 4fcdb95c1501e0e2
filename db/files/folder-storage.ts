import { createReadStream } from "node:fs";
import { chmod, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { type ByteRange, type FileStorage, isDigest, objectName, pictureShelf, type Uploads } from "./file-storage";
import { FolderUploads } from "./folder-uploads";
import { syncPath } from "./sync-path";

/** Files in a folder. Uploads grow on the same disk, so that a whole one is renamed into its place. */
export class FolderStorage implements FileStorage {
  /** @param folder absolute; made when it is not there, and closed to others */
  constructor(private readonly folder: string) {}

  get incoming(): string {
    return join(this.folder, "incoming");
  }

  get pictures(): string {
    return join(this.folder, "pictures");
  }

  get uploads(): Uploads {
    return new FolderUploads({ directory: this.incoming });
  }

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

  async has(digest: string): Promise<boolean> {
    return (await this.sizeOf(digest)) !== null;
  }

  async sizeOf(digest: string): Promise<number | null> {
    try {
      return (await stat(this.placeOf(digest))).size;
    } catch (error) {
      // A disk that can't be read is not one from which a file is gone.
      if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
      throw error;
    }
  }

  open(digest: string, range?: ByteRange): Readable {
    return createReadStream(this.placeOf(digest), range && { start: range.first, end: range.last });
  }

  async remove(digest: string): Promise<void> {
    const place = this.placeOf(digest);
    await rm(pictureShelf(this, digest), { recursive: true, force: true });
    if (!(await this.has(digest))) return;
    await rm(place);
    await syncPath(dirname(place));
  }

  async *list(): AsyncGenerator<string> {
    const shelves = await readdir(join(this.folder, "objects")).catch(() => []);
    for (const shelf of shelves) {
      for (const name of await readdir(join(this.folder, "objects", shelf))) if (isDigest(name)) yield name;
    }
  }

  private placeOf(digest: string): string {
    return join(this.folder, objectName(digest));
  }
}
