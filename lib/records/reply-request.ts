import { z } from "zod";
import { oneOf, optionalDay, optionalText, requiredText, slugs } from "./input";
import { slug } from "./slug";

export const REPLY_CHANNELS = ["email", "letter", "telephone", "web_form", "in_person", "other"] as const;

/** What a person enters into the ledger after a request was sent. */
export const REPLY_ENTRY_KINDS = ["reminder", "acknowledgement", "answer", "decline", "no_reply"] as const;
export type ReplyEntryKind = (typeof REPLY_ENTRY_KINDS)[number];

/** What was put to whom, when, and until when they had to answer. Days are inclusive: a reply on the due day is in time. */
export const replyRequestInput = z
  .strictObject({
    respondent: slug,
    subject: optionalText(200),
    questions: requiredText(4000),
    channel: oneOf(REPLY_CHANNELS),
    /** Empty: the letter is written and not sent yet. */
    sentOn: optionalDay,
    dueOn: optionalDay,
    stations: slugs,
    claims: slugs,
    note: optionalText(),
  })
  .superRefine((request, context) => {
    if (request.sentOn === null) return;
    if (request.dueOn === null) {
      context.addIssue({ code: "custom", path: ["dueOn"], message: "validation.dueMissing" });
    } else if (request.dueOn < request.sentOn) {
      context.addIssue({ code: "custom", path: ["dueOn"], message: "validation.dueBeforeSent" });
    }
  });
export type ReplyRequestInput = z.infer<typeof replyRequestInput>;
