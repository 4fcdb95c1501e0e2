"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { ownPath } from "@/app/_server/own-path";
import { markAllRead, markRead } from "@/db/access/discussion/inbox";

const from = z.string().optional();
/** The count beside the inbox stands in the layout, which a page's redirect leaves as it is. */
const back = (_result: unknown, place: { from?: string | undefined }) => {
  revalidatePath("/", "layout");
  return ownPath(place.from);
};

export const markReadAction = formAction(z.object({ id: z.uuid(), from }), (actor, { id }) => markRead(actor, id), {
  done: back,
});

export const markAllReadAction = formAction(
  z.object({ until: z.iso.datetime({ offset: true }), from }),
  (actor, { until }) => markAllRead(actor, until),
  { done: back },
);
