import { and, eq, inArray, isNull, not, notInArray, or, type SQL, sql } from "drizzle-orm";
import { NOT_KNOWN_VALUE } from "@/lib/filters/evidence-filter";
import type { FileSort } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { attachments, evidence, files } from "../../schema";
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
  const withFile = (condition?: SQL) =>
    db
      .select({ id: survivorOf(attachments.subjectId) })
      .from(attachments)
      .innerJoin(files, eq(files.id, attachments.fileId))
      .where(
        and(eq(attachments.subjectKind, "evidence"), isNull(attachments.withdrawnAt), openableTo(actor), condition),
      );
  const sorts = (Object.keys(SORTED) as (keyof typeof SORTED)[]).filter((sort) => values.includes(sort));
  const wanted = [...sorts.map((sort) => SORTED[sort]), ...(values.includes("other") ? [OTHER] : [])];
  return or(
    wanted.length > 0 ? inArray(evidence.id, withFile(or(...wanted))) : undefined,
    values.includes(NOT_KNOWN_VALUE) ? notInArray(evidence.id, withFile()) : undefined,
  );
}
