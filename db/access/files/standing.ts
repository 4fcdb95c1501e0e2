import { eq, exists, or } from "drizzle-orm";
import { db } from "../../client";
import { attachments, commentFiles, files } from "../../schema";

/** Files that stand somewhere, withdrawn or not: all others were erased, and their bytes are not to be there. */
export const standsSomewhere = () =>
  or(
    exists(db.select({ id: attachments.id }).from(attachments).where(eq(attachments.fileId, files.id))),
    exists(db.select({ id: commentFiles.id }).from(commentFiles).where(eq(commentFiles.fileId, files.id))),
  );
