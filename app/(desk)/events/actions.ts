"use server";

import { recordFormAction } from "@/app/_server/record-form-action";
import { recordEvent, reviseEvent } from "@/db/access/events/events";
import { eventInput } from "@/lib/records/event";
import { recordOf, revisionOf } from "@/lib/records/input";

const done = { done: ({ slug }: { slug: string }) => `/events/${slug}` };

export const recordEventAction = recordFormAction(recordOf(eventInput), recordEvent, done);
export const reviseEventAction = recordFormAction(revisionOf(eventInput), reviseEvent, done);
