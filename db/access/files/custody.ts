import { asc, desc, eq, inArray } from "drizzle-orm";
import { groupBy } from "@/lib/text/group-by";
import { db } from "../../client";
import { custodyEvents, people } from "../../schema";

/** What happened to each of these files, by its id, the earliest first. */
export async function readCustody(fileIds: readonly string[]) {
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
    // What was computed of the bytes comes before that they were handed in, at one moment.
    .orderBy(asc(custodyEvents.at), desc(custodyEvents.kind), asc(custodyEvents.id));
  const events = groupBy(rows, ({ fileId }) => fileId);
  return new Map([...events].map(([id, own]) => [id, own.map(({ fileId: _file, ...event }) => event)]));
}
