import { z } from "zod";
import { addDays, daysBetween } from "../dates/days";
import { day, oneOf, optionalDay, optionalSlug, optionalText } from "./input";
import { REPLY_ENTRY_KINDS, type ReplyEntryKind } from "./reply-request";

/** What the clock makes of a request, and of what was entered about it. */
export const REPLY_STATUSES = [
  "draft",
  "sent",
  "acknowledged",
  "overdue",
  "answered",
  "declined",
  "no_reply",
] as const;
export type ReplyStatus = (typeof REPLY_STATUSES)[number];

/** What the last person who touched it would say: the clock has no part in it. */
const REPLY_DESCRIPTIONS = ["draft", "sent", "reminded", "acknowledged", "answered", "declined", "no_reply"] as const;
type ReplyDescription = (typeof REPLY_DESCRIPTIONS)[number];

/** The statuses in which an answer is still waited for. */
export const OPEN_STATUSES = ["sent", "acknowledged", "overdue"] as const satisfies readonly ReplyStatus[];

/** Days past the deadline after which silence counts as no reply, without anybody having to say so. */
export const SILENCE_DAYS = 14;

type AskedRequest = { readonly sentOn: string | null; readonly dueOn: string | null };
/** As they happened: the order of their days, and of their entering on one day. */
export type AskedEntry = { readonly kind: ReplyEntryKind; readonly dueOn: string | null };

/** Whole days until a reply is late, negative when it is; the due day itself still counts. */
export const daysLeft = (dueOn: string, today: string) => daysBetween(today, dueOn);

/** The last day on which an answer is in time: a reminder's new deadline takes the place of the letter's. */
export function effectiveDeadline({ dueOn }: AskedRequest, entries: readonly AskedEntry[]): string | null {
  return entries.findLast((entry) => entry.kind === "reminder" && entry.dueOn !== null)?.dueOn ?? dueOn;
}

const CLOSED = { answer: "answered", decline: "declined", no_reply: "no_reply" } as const;
const DESCRIBED = { ...CLOSED, reminder: "reminded", acknowledgement: "acknowledged" } as const;

/** The last entry in a word. */
export function describedStatus({ sentOn }: AskedRequest, entries: readonly AskedEntry[]): ReplyDescription {
  if (sentOn === null) return "draft";
  const last = entries.at(-1);
  return last ? DESCRIBED[last.kind] : "sent";
}

/**
 * What the request stands at on `today`, days inclusive. What closed it holds until a reminder asks again; without either
 * silence is overdue from the day after the deadline, and no reply once SILENCE_DAYS more are over.
 */
export function calculatedStatus(request: AskedRequest, entries: readonly AskedEntry[], today: string): ReplyStatus {
  if (request.sentOn === null) return "draft";
  const last = entries.findLast(({ kind }) => kind !== "acknowledgement")?.kind;
  if (last && last !== "reminder" && last !== "acknowledgement") return CLOSED[last];
  const deadline = effectiveDeadline(request, entries);
  if (deadline !== null && today > addDays(deadline, SILENCE_DAYS)) return "no_reply";
  if (deadline !== null && today > deadline) return "overdue";
  return entries.some(({ kind }) => kind === "acknowledgement") ? "acknowledged" : "sent";
}

/** Whether the person's word and the clock's say the same; a reminder that runs is a request that was sent. */
export const isAgreed = (described: ReplyDescription, calculated: ReplyStatus) =>
  described === calculated || (described === "reminded" && (calculated === "sent" || calculated === "acknowledged"));

/** What happened after a request was sent; `response` is the slug of the answer, recorded as an official response. */
export const replyEntryInput = z
  .strictObject({
    kind: oneOf(REPLY_ENTRY_KINDS),
    happenedOn: day,
    /** A reminder's new deadline. */
    dueOn: optionalDay,
    response: optionalSlug,
    note: optionalText(2000),
  })
  .superRefine(({ kind, happenedOn, dueOn, response }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (dueOn !== null && kind !== "reminder") wrong("dueOn", "validation.dueOfReminder");
    else if (dueOn !== null && dueOn < happenedOn) wrong("dueOn", "validation.dueBeforeSent");
    if (kind === "answer" && response === null) wrong("response", "validation.answerMissing");
    if (response !== null && kind !== "answer" && kind !== "decline") wrong("response", "validation.answerElsewhere");
  });
export type ReplyEntryInput = z.infer<typeof replyEntryInput>;
