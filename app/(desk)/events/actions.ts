"use server";

import { formAction } from "@/app/_server/boundary";
import { recordEvent, reviseEvent } from "@/db/access/events/events";
import { eventInput } from "@/lib/records/event";
import { recordOf, revisionOf } from "@/lib/records/input";

const done = { done: ({ slug }: { slug: string }) => `/events/${slug}` };

export const recordEventAction = formAction(recordOf(eventInput), recordEvent, done);
export const reviseEventAction = formAction(revisionOf(eventInput), reviseEvent, done);
