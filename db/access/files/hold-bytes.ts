import { and, eq, sql } from "drizzle-orm";
import type { FileStorage } from "@/db/files/file-storage";
import { type Tx, transaction } from "../../client";
import { files } from "../../schema";
import { standsSomewhere } from "./standing";

/** Bytes are handed in by many at once, and destroyed by one who is alone with them; until the transaction ends. */
export const holdBytes = (tx: Tx, digests: readonly string[]) => lockBytes(tx, digests, "_shared");
export const holdBytesAlone = (tx: Tx, digests: readonly string[]) => lockBytes(tx, digests, "");

async function lockBytes(tx: Tx, digests: readonly string[], mode: "_shared" | ""): Promise<void> {
  const lock = sql.raw(`pg_advisory_xact_lock${mode}`);
  // In one order, so that two who hold several never wait for each other.
  await tx.execute(
    sql`select ${lock}(hashtextextended('bytes ' || digest, 0)) from (select digest from unnest(${`{${digests.join(",")}}`}::text[]) as digest order by 1) as held`,
  );
}

/**
 * Destroys bytes that an erasure left with no record and no comment. Whoever handed them in meanwhile keeps them.
 * @returns whether they are gone
 */
export const destroyBytes = (digest: string, storage: Pick<FileStorage, "remove">): Promise<boolean> =>
  transaction(async (tx) => {
    await holdBytesAlone(tx, [digest]);
    if ((await tx.$count(files, and(eq(files.digest, digest), standsSomewhere()))) > 0) return false;
    await storage.remove(digest);
    return true;
  });
