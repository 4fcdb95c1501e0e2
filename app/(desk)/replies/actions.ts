"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { responseFormAction } from "@/app/_server/response-form-action";
import { recordAnswer, recordReplyEntry } from "@/db/access/replies/replies";
import { recordReplyRequest, reviseReplyRequest } from "@/db/access/replies/reply-requests";
import { recordingAndSubmitting } from "@/db/access/workflow/record-and-submit";
import { recordOf, revisionOf } from "@/lib/records/input";
import { replyRequestInput } from "@/lib/records/reply-request";
import { replyEntryInput } from "@/lib/records/reply-status";
import { type ResponseInput, responseInput } from "@/lib/records/response";
import { slug } from "@/lib/records/slug";
import type { Actor } from "@/lib/workflow/actor";

export const recordReplyRequestAction = recordFormAction(recordOf(replyRequestInput), recordReplyRequest, {
  done: ({ slug: name }) => `/replies/${name}`,
});

export const reviseReplyRequestAction = recordFormAction(revisionOf(replyRequestInput), reviseReplyRequest, {
  done: ({ slug: name }) => `/replies/${name}`,
});

/** What happened after the request was sent. */
export const recordReplyEntryAction = recordFormAction(
  replyEntryInput.safeExtend({ request: slug }),
  (actor, { request, ...entry }) => recordReplyEntry(actor, request, entry),
  // Without a fragment: a router that stays on its page for one would not read it anew.
  { done: (_entry, { request }) => `/replies/${request}` },
);

type GivenAnswer = { readonly input: ResponseInput & { readonly request: string }; readonly reason?: string | null };
const saveAnswer = (actor: Actor, { input: { request, ...input }, reason }: GivenAnswer) =>
  recordAnswer(actor, request, { input, reason });

/** A new response that is the answer to a request. */
export const recordAnswerAction = responseFormAction(
  recordOf(responseInput.safeExtend({ request: slug })),
  saveAnswer,
  {
    submit: recordingAndSubmitting("response", saveAnswer),
    done: (_response, { input }) => `/replies/${input.request}`,
  },
);
