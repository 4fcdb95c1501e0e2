import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { FileStore } from "@tus/file-store";
import type { Upload } from "@tus/utils";
import { UPLOAD_LASTS, type Uploads } from "./file-storage";
import { syncPath } from "./sync-path";

/** Growing uploads in a folder. What is acknowledged is on the disk: the bytes, and the names of the files that hold them. */
export class FolderUploads extends FileStore implements Uploads {
  override async create(upload: Upload): Promise<Upload> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const made = await super.create(upload);
    await syncPath(this.pathOf(upload.id));
    await syncPath(join(this.directory, `${upload.id}.json`));
    await syncPath(this.directory);
    await syncPath(dirname(this.directory));
    return made;
  }

  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    try {
      return await super.write(bytes, id, offset);
    } finally {
      // Cut off, too: the next request asks how much there is, and counts on it.
      await syncPath(this.pathOf(id)).catch(() => undefined);
    }
  }

  async whole(id: string): Promise<string> {
    return this.pathOf(id);
  }

  async forget(id: string): Promise<void> {
    await this.configstore.delete(id);
    await syncPath(this.directory);
  }

  async removeLeft(now: number): Promise<{ uploads: number; bytes: number }> {
    return removeOldFiles(this.directory, now);
  }

  private pathOf(id: string): string {
    return join(this.directory, id);
  }
}

/** Removes files of a folder in which nothing was written for as long as an upload lasts, each with what stands beside it as JSON. */
export async function removeOldFiles(folder: string, now: number): Promise<{ uploads: number; bytes: number }> {
  const left = { uploads: 0, bytes: 0 };
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const isBeside = name.endsWith(".json") && names.includes(name.slice(0, -".json".length));
    if (isBeside) continue;
    const paths = name.endsWith(".json") ? [join(folder, name)] : [join(folder, name), join(folder, `${name}.json`)];
    const bytes = await stat(join(folder, name)).catch(() => null);
    if (!bytes || bytes.mtimeMs > now - UPLOAD_LASTS) continue;
    for (const path of paths) await rm(path, { force: true });
    left.uploads += 1;
    left.bytes += name.endsWith(".json") ? 0 : bytes.size;
  }
  return left;
}
