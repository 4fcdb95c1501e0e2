"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { recordEvent, reviseEvent } from "@/db/access/events/events";
import { recordingAndSubmitting } from "@/db/access/workflow/record-and-submit";
import { eventInput } from "@/lib/records/event";
import { recordOf, revisionOf } from "@/lib/records/input";

const done = { done: ({ slug }: { slug: string }) => `/events/${slug}` };

export const recordEventAction = recordFormAction(recordOf(eventInput), recordEvent, {
  ...done,
  submit: recordingAndSubmitting("event", recordEvent),
});
export const reviseEventAction = recordFormAction(revisionOf(eventInput), reviseEvent, done);
