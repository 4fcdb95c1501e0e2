import { and, eq, inArray, isNull } from "drizzle-orm";
import type { CapturedFile, CapturedPart } from "@/lib/records/capture";
import { db } from "../../client";
import { attachments, files } from "../../schema";
import { isSensitive } from "../files/files";

/** One of the files of a capture, as long as nobody withdrew it. */
export type CaptureFile = {
  readonly id: string;
  readonly part: CapturedPart;
  readonly isNew: boolean;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  /** Its item's label keeps it on the desk: it is covered until somebody asks. */
  readonly isSensitive: boolean;
};
type Attached = ReadonlyMap<string, Omit<CaptureFile, "part" | "isNew">>;

/** The files of some captures of an item that are attached still, by their attachments' ids. */
export async function attachedFiles(
  item: string,
  captured: readonly { readonly files: readonly CapturedFile[] }[],
): Promise<Attached> {
  const ids = captured.flatMap(({ files: all }) => all.map(({ attachment }) => attachment));
  if (ids.length === 0) return new Map();
  const [rows, isCovered] = await Promise.all([
    db
      .select({ id: attachments.id, name: attachments.name, size: files.size, type: files.type })
      .from(attachments)
      .innerJoin(files, eq(files.id, attachments.fileId))
      .where(and(inArray(attachments.id, ids), isNull(attachments.withdrawnAt))),
    isSensitive("evidence", item),
  ]);
  return new Map(rows.map((row) => [row.id, { ...row, isSensitive: isCovered }]));
}

/** What of a capture's files is there, in their order. */
export const filesNow = (captured: readonly CapturedFile[], there: Attached): CaptureFile[] =>
  captured.flatMap(({ part, attachment, isNew }) => {
    const file = there.get(attachment);
    return file ? [{ ...file, part, isNew }] : [];
  });
