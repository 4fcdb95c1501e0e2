import { and, eq, exists, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { NOT_KNOWN_VALUE } from "@/lib/filters/evidence-filter";
import type { FileSort } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { attachments, evidence, files, merges } from "../../schema";
import { openableTo } from "../files/openable";
import { survivorOf } from "../merges/redirects";

const isOf = (beginning: string) => sql`${files.type} ^@ ${beginning}`;
const SORTED: Readonly<Record<Exclude<FileSort, "other">, SQL>> = {
  pdf: sql`${files.type} = 'application/pdf'`,
  image: isOf("image/"),
  video: isOf("video/"),
  audio: isOf("audio/"),
  text: isOf("text/"),
};
const OTHER = not(or(...Object.values(SORTED)) as SQL);

/** Items with a file of one of these sorts that was not withdrawn, as far as this person may open it; "none": with no such file at all. */
export function hasFile(actor: Actor, values: readonly string[]): SQL | undefined {
  const sorts = (Object.keys(SORTED) as (keyof typeof SORTED)[]).filter((sort) => values.includes(sort));
  const wanted = [...sorts.map((sort) => SORTED[sort]), ...(values.includes("other") ? [OTHER] : [])];
  return or(
    wanted.length > 0 ? isWith(actor, or(...wanted)) : undefined,
    values.includes(NOT_KNOWN_VALUE) ? not(isWith(actor)) : undefined,
  );
}

/** Its own files, by their index; those of items that became one with it are few, and looked up once. */
function isWith(actor: Actor, condition?: SQL): SQL {
  const isFiled = and(
    eq(attachments.subjectKind, "evidence"),
    isNull(attachments.withdrawnAt),
    openableTo(actor),
    condition,
  );
  const own = db
    .select({ one: sql`1` })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .where(and(eq(attachments.subjectId, evidence.id), isFiled));
  const absorbed = db
    .select({ id: survivorOf(attachments.subjectId) })
    .from(merges)
    .innerJoin(attachments, and(eq(attachments.subjectId, merges.absorbedId), merges.isActive))
    .innerJoin(files, eq(files.id, attachments.fileId))
    .where(isFiled);
  return sql`(${exists(own)} or ${evidence.id} = any(array(${absorbed})))`;
}
