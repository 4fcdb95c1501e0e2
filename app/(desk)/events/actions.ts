"use server";

import { formAction } from "@/app/_server/boundary";
import { recordEvent, reviseEvent } from "@/db/access/events";
import { eventInput } from "@/lib/event";
import { recordOf, revisionOf } from "@/lib/input";

const done = { done: ({ slug }: { slug: string }) => `/events/${slug}` };

export const recordEventAction = formAction(recordOf(eventInput), recordEvent, done);
export const reviseEventAction = formAction(revisionOf(eventInput), reviseEvent, done);
