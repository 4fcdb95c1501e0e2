import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { FileStore } from "@tus/file-store";
import type { Upload } from "@tus/utils";
import { syncPath } from "./folder-storage";

/** Growing uploads in a folder. What is acknowledged is on the disk: the bytes, and the names of the files that hold them. */
export class DurableUploads extends FileStore {
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

  pathOf(id: string): string {
    return join(this.directory, id);
  }

  /** Forgets an upload whose bytes stand elsewhere now. */
  async forget(id: string): Promise<void> {
    await this.configstore.delete(id);
    await syncPath(this.directory);
  }
}
