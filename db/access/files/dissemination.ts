import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, transaction } from "../../client";
import { attachments, custodyEvents, files } from "../../schema";
import { keepRows } from "../history/kept-rows";
import { openableTo } from "./openable";

/** As what files, or what is known of them, leave the desk. */
const EXPORTS = { bag: "evidence bag (BagIt)", report: "custody report (PDF)" } as const;

const AT_ONCE = 500;

/**
 * Notes in the custody of files that they are given out, once each, before any of them is: what leaves unrecorded leaves not.
 * However many there are, in a few statements for each five hundred.
 * @param digests of files that this person may open; of others nothing is noted
 * @param list the address of the list that was exported
 */
export async function noteDissemination(
  actor: Actor,
  digests: readonly string[],
  as: keyof typeof EXPORTS,
  list?: string,
): Promise<void> {
  requirePermission(actor, "read published records");
  const detail = { as: EXPORTS[as], ...(list && { list }) };
  const wanted = [...new Set(digests)];
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const some = inArray(files.digest, wanted.slice(start, start + AT_ONCE));
    const rows = await db
      .selectDistinct({ fileId: files.id })
      .from(files)
      .innerJoin(
        attachments,
        and(eq(attachments.fileId, files.id), isNull(attachments.withdrawnAt), openableTo(actor)),
      )
      .where(some);
    if (rows.length > 0) await noteAll(actor, rows, detail);
  }
}

const noteAll = (actor: Actor, rows: readonly { fileId: string }[], detail: Record<string, string>) =>
  transaction(async (tx) => {
    const made = await tx
      .insert(custodyEvents)
      .values(rows.map(({ fileId }) => ({ fileId, kind: "dissemination" as const, by: actor.id, detail })))
      .returning({ id: custodyEvents.id });
    const noted = inArray(
      custodyEvents.id,
      made.map(({ id }) => id),
    );
    await keepRows(tx, actor, "custodyEvents", noted);
  });
