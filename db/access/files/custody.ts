import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { groupBy } from "@/lib/text/group-by";
import { db } from "../../client";
import { custodyEvents, people } from "../../schema";

/** The earliest first; at one moment what was computed of the bytes, that they were handed in, and what was made of them. */
export const CUSTODY_ORDER = [
  asc(custodyEvents.at),
  asc(sql`${custodyEvents.kind} = 'redaction'`),
  desc(custodyEvents.kind),
  asc(custodyEvents.id),
] as const;

/** Of a copy's custody what tells nothing of its original, nor of other records that have the same bytes. */
const [PUBLIC_KINDS, PUBLIC_DETAIL] = [
  ["message digest calculation", "redaction", "fixity check"],
  ["algorithm", "digest", "size", "found", "boxes", "pages"],
] as const;
const isIn = (words: readonly string[], word: string) => words.includes(word);

/**
 * What happened to each of these files, by its id, the earliest first.
 * @param isWhole for whoever may open originals; others are told what happened to the bytes of a copy alone
 */
export async function readCustody(fileIds: readonly string[], isWhole: boolean) {
  const rows = await db
    .select({
      fileId: custodyEvents.fileId,
      kind: custodyEvents.kind,
      at: custodyEvents.at,
      by: people.name,
      detail: custodyEvents.detail,
      passed: custodyEvents.passed,
    })
    .from(custodyEvents)
    .leftJoin(people, eq(people.id, custodyEvents.by))
    .where(inArray(custodyEvents.fileId, [...new Set(fileIds)]))
    .orderBy(...CUSTODY_ORDER);
  const told = isWhole
    ? rows
    : rows
        .filter(({ kind }) => isIn(PUBLIC_KINDS, kind))
        .map(({ detail, ...event }) => ({
          ...event,
          detail: Object.fromEntries(Object.entries(detail).filter(([key]) => isIn(PUBLIC_DETAIL, key))),
        }));
  const events = groupBy(told, ({ fileId }) => fileId);
  return new Map([...events].map(([id, own]) => [id, own.map(({ fileId: _file, ...event }) => event)]));
}
