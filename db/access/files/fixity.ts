import { and, asc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { checkBytes } from "@/db/files/fixity";
import { openStorage } from "@/db/files/storage";
import type { Fixity } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { custodyEvents, files } from "../../schema";
import { keepRows } from "../history/kept-rows";
import { filedAs } from "./filed-as";
import { findAttachment } from "./files";
import { standsSomewhere } from "./standing";

/** A file is due so many days after its last check. */
const DUE_AFTER = 30;

/** What a check found, as an event of the file's custody, kept in the chain. */
async function noteCheck(by: string | null, file: { id: string; digest: string }, storage = openStorage()) {
  // Read before the transaction: a long file would hold a connection.
  const { fixity, found } = await checkBytes(storage, file.digest);
  await transaction(async (tx) => {
    const detail = { algorithm: "SHA-256", found: found ?? fixity };
    const [event] = await tx
      .insert(custodyEvents)
      .values({ fileId: file.id, kind: "fixity check", by, detail, passed: fixity === "intact" })
      .returning({ id: custodyEvents.id });
    await keepRows(tx, { id: by }, "custodyEvents", eq(custodyEvents.id, event?.id ?? ""));
  });
  return fixity;
}

/**
 * Reads a file anew and says whether it is what was received; what was found joins its custody.
 * @throws Refusal forbidden or not_found
 */
export async function verifyAttachment(actor: Actor, id: string, storage = openStorage()): Promise<Fixity> {
  requirePermission(actor, "read drafts");
  const { fileId, digest } = await findAttachment(actor, id);
  return noteCheck(actor.id, { id: fileId, digest }, storage);
}

export type ChecksMade = Record<Fixity, number> & { readonly bytes: number; readonly failed: readonly string[] };
type Bounds = {
  readonly most?: number;
  readonly bytes?: number;
  readonly isAll?: boolean /** Ends after the file that is being read. */;
  readonly signal?: AbortSignal;
};

/**
 * Checks the files that were not for longest, for the clock and the command line; of a big storage a part each time.
 * @param isAll those too whose last check is recent
 */
export async function checkDueFiles(
  { most = 1000, bytes = 20 * 2 ** 30, isAll = false, signal }: Bounds = {},
  storage = openStorage(),
): Promise<ChecksMade> {
  const made = { intact: 0, changed: 0, missing: 0, unreadable: 0, bytes: 0, failed: [] as string[] };
  for (const file of await listDueFiles(most, isAll)) {
    if (signal?.aborted) break;
    if (made.bytes + file.size > bytes && made.bytes > 0) break;
    const fixity = await noteCheck(null, file, storage);
    made[fixity] += 1;
    made.bytes += file.size;
    if (fixity !== "intact") made.failed.push(file.digest);
  }
  return made;
}

function listDueFiles(most: number, isAll: boolean) {
  const last = db
    .select({ fileId: custodyEvents.fileId, at: sql<string>`max(${custodyEvents.at})`.as("last_check") })
    .from(custodyEvents)
    .where(eq(custodyEvents.kind, "fixity check"))
    .groupBy(custodyEvents.fileId)
    .as("checks");
  const isDue = or(isNull(last.at), lt(last.at, sql`now() - make_interval(days => ${DUE_AFTER})`));
  return db
    .select({ id: files.id, digest: files.digest, size: files.size })
    .from(files)
    .leftJoin(last, eq(last.fileId, files.id))
    .where(and(isAll ? undefined : isDue, standsSomewhere()))
    .orderBy(sql`${last.at} nulls first`, asc(files.at), asc(files.id))
    .limit(most);
}

export type FailedFile = Awaited<ReturnType<typeof listFailedFiles>>[number];

/** Files of records, and of comments that this person may read, whose last check failed, the latest first. */
export async function listFailedFiles(actor: Actor) {
  requirePermission(actor, "read drafts");
  const last = db
    .selectDistinctOn([custodyEvents.fileId], {
      fileId: custodyEvents.fileId,
      at: custodyEvents.at,
      passed: custodyEvents.passed,
    })
    .from(custodyEvents)
    .where(eq(custodyEvents.kind, "fixity check"))
    .orderBy(custodyEvents.fileId, sql`${custodyEvents.at} desc`)
    .as("checks");
  const filed = filedAs(actor, last.fileId);
  return db
    .select({ id: filed.id, name: filed.name, comment: filed.comment, at: last.at })
    .from(last)
    .innerJoinLateral(filed, sql`true`)
    .where(eq(last.passed, false))
    .orderBy(sql`${last.at} desc`, filed.id)
    .limit(50);
}
