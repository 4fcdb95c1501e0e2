"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { withdrawAttachment } from "@/db/access/files/files";
import { verifyAttachment } from "@/db/access/files/fixity";
import { filedSubject } from "@/lib/records/file";
import { requiredText } from "@/lib/records/input";
import { workPath } from "@/lib/records/record-path";

const withdrawal = filedSubject.extend({ id: z.uuid("validation.uuid"), reason: requiredText(500) });

/** Hides a file of a record, and shows the record again. */
export const withdrawFileAction = formAction(
  withdrawal,
  (actor, { id, reason }) => withdrawAttachment(actor, id, reason),
  { done: (_result, { kind, slug }) => `${workPath(kind, slug)}#files` },
);

const verification = z.strictObject({ id: z.uuid("validation.uuid") });

/** Reads a file anew, and shows what was found with its custody. */
export const verifyFileAction = formAction(verification, (actor, { id }) => verifyAttachment(actor, id), {
  done: (_result, { id }) => `/files/${id}`,
});
