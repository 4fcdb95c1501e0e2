import { inArray, sql } from "drizzle-orm";
import type { FileStorage } from "@/db/files/file-storage";
import { removeOldPictures } from "@/db/files/picture-leftovers";
import { openStorage } from "@/db/files/storage";
import { db } from "../../client";
import { files } from "../../schema";
import { destroyBytes } from "./hold-bytes";
import { standsSomewhere } from "./standing";

const AT_ONCE = 1000;

export type Swept = {
  readonly files: number;
  /** Digests of bytes that no row names: an upload was cut off between its bytes and its row, or a row was lost. */
  readonly unnamed: readonly string[];
  /** Digests that a row names and under which nothing stands. */
  readonly missing: readonly string[];
  /** Digests of bytes that an erasure was to destroy and did not come to: they are destroyed now. */
  readonly erased: readonly string[];
  /** Of uploads that nobody went on with, thrown away. */
  readonly uploads: number;
  readonly bytes: number;
  /** Files of which pictures were thrown away, which are made again. */
  readonly pictures: number;
};

/**
 * Holds the storage and the rows against each other, for the clock and the command line. Bytes that no row names are told of and
 * left: after a database was restored from an older copy they are evidence.
 */
export async function sweepFiles(storage: FileStorage = openStorage()): Promise<Swept> {
  const named = await db.select({ digest: files.digest }).from(files).where(standsSomewhere());
  // Bytes are stored before a row names them: what is listed from now on has all that these rows name.
  const missing = new Set(named.map(({ digest }) => digest));
  const [unnamed, erased] = [[] as string[], [] as string[]];
  let batch: string[] = [];
  const compare = async () => {
    const isStanding = sql<boolean>`coalesce(${standsSomewhere()}, false)`;
    const rows = await db
      .select({ digest: files.digest, isStanding })
      .from(files)
      .where(inArray(files.digest, batch));
    const known = new Set(rows.map(({ digest }) => digest));
    unnamed.push(...batch.filter((digest) => !known.has(digest)));
    for (const row of rows.filter((one) => !one.isStanding)) {
      if (await destroyBytes(row.digest, storage)) erased.push(row.digest);
    }
    batch = [];
  };
  for await (const digest of storage.list()) {
    missing.delete(digest);
    batch.push(digest);
    if (batch.length === AT_ONCE) await compare();
  }
  if (batch.length > 0) await compare();
  const now = Date.now();
  const pictures = await removeOldPictures(storage.pictures, new Set(named.map(({ digest }) => digest)), now);
  return {
    files: named.length,
    unnamed,
    erased,
    missing: [...missing],
    pictures,
    ...(await storage.uploads.removeLeft(now)),
  };
}
