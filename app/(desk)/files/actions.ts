"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { nameRecords } from "@/app/_server/named-records";
import { quoteFile } from "@/db/access/evidence/quote-file";
import { withdrawAttachment } from "@/db/access/files/files";
import { verifyAttachment } from "@/db/access/files/fixity";
import { redactAttachment } from "@/db/access/files/redactions";
import { releaseCopy } from "@/db/access/files/releases";
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

const fileOnly = z.strictObject({ id: z.uuid("validation.uuid") });

/** Reads a file anew, and shows what was found with its custody. */
export const verifyFileAction = formAction(fileOnly, (actor, { id }) => verifyAttachment(actor, id), {
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

/** Releases a redacted copy, and shows it where it was looked at: with its record, or on its own page. */
export const releaseCopyAction = formAction(fileOnly, (actor, { id }) => releaseCopy(actor, id), {
  tell: (_result, _asked, t) => ({ text: t("released") }),
  done: (_result, { id }) => `/files/${id}`,
});
