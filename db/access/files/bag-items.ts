import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { groupBy } from "@/lib/text/group-by";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { attachments, evidence, files, people } from "../../schema";
import { absorbedInto } from "../merges/redirects";
import { visibleTo } from "../visibility";
import { readCustody } from "./custody";
import { openableTo } from "./openable";

/**
 * Of these items of evidence, by slug: where they are, and their files that were not withdrawn, each with what happened to
 * it, the earliest first; files of records that became one with an item are its own. Who may open no originals gets redacted
 * copies alone.
 */
export async function listBagItems(actor: Actor, slugs: readonly string[]) {
  requirePermission(actor, "read published records");
  const among = and(inArray(evidence.slug, [...slugs]), visibleTo(actor, evidence));
  const { slug, url, archiveUrl } = evidence;
  const [items, rows] = await Promise.all([
    db.select({ slug, url, archiveUrl }).from(evidence).where(among),
    db
      .select({
        evidence: slug,
        fileId: files.id,
        name: attachments.name,
        size: files.size,
        type: files.type,
        digest: files.digest,
        at: attachments.at,
        by: people.name,
      })
      .from(evidence)
      .innerJoin(
        attachments,
        and(eq(attachments.subjectKind, "evidence"), absorbedInto(attachments.subjectId, evidence.id)),
      )
      .innerJoin(files, eq(files.id, attachments.fileId))
      .innerJoin(people, eq(people.id, attachments.by))
      .where(and(among, isNull(attachments.withdrawnAt), openableTo(actor)))
      .orderBy(asc(attachments.at), asc(attachments.id)),
  ]);
  const events = await readCustody(
    rows.map(({ fileId }) => fileId),
    may(actor, "open an original file"),
  );
  const filesOf = groupBy(rows, (row) => row.evidence);
  return new Map(
    items.map((item) => [
      item.slug,
      {
        ...item,
        files: (filesOf.get(item.slug) ?? []).map(({ fileId, evidence: _evidence, ...file }) => ({
          ...file,
          custody: events.get(fileId) ?? [],
        })),
      },
    ]),
  );
}
