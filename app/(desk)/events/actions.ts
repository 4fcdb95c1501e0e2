"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { recordEvent, reviseEvent } from "@/db/access/events/events";
import { handingIn } from "@/db/access/workflow/hand-in";
import { eventInput } from "@/lib/records/event";
import { recordOf, revisionOf } from "@/lib/records/input";

const done = { done: ({ slug }: { slug: string }) => `/events/${slug}` };

export const recordEventAction = recordFormAction(recordOf(eventInput), recordEvent, {
  ...done,
  handIn: handingIn("event", recordEvent),
});
export const reviseEventAction = recordFormAction(revisionOf(eventInput), reviseEvent, done);
