"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { nameRecords } from "@/app/_server/named-records";
import { quoteFile } from "@/db/access/evidence/quote-file";
import { withdrawAttachment } from "@/db/access/files/files";
import { verifyAttachment } from "@/db/access/files/fixity";
import { redactAttachment } from "@/db/access/files/redactions";
import { filedSubject } from "@/lib/records/file";
import { fileQuoting } from "@/lib/records/file-quoting";
import { requiredText } from "@/lib/records/input";
import { quotePath, workPath } from "@/lib/records/record-path";
import { redactionForm } from "@/lib/records/redaction";

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

/** Quotes a file in a claim, and shows the quote where it stands; of a published claim, the proposal. */
export const quoteFileAction = formAction(fileQuoting, quoteFile, {
  prepare: nameRecords,
  tell: ({ proposal }, _quote, t) => ({ text: t(proposal ? "proposed" : "quoted") }),
  done: ({ proposal, page }, { file, claim, ...asked }) =>
    proposal ? `/proposals/${proposal}` : quotePath({ file, claim, page: page ?? asked.page }),
});

/** Makes a redacted copy of a file, and shows both beside each other. */
export const redactFileAction = formAction(
  redactionForm,
  (actor, { input: { id, ...input } }) => redactAttachment(actor, id, input),
  {
    tell: (_result, _asked, t) => ({ text: t("redacted") }),
    done: (_result, { input }) => `/files/${input.id}`,
  },
);
