"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import {
  annotate,
  approveAnnotation,
  removeAnnotation,
  reviseAnnotation,
} from "@/db/access/timeline/annotation-writes";
import { annotationApproval, annotationInput, annotationRemoval, annotationRevision } from "@/lib/records/annotation";

/** Where the form stood: the view's own query, nothing else. */
const back = { back: z.string().max(2000).default("") };
// Without a fragment, and read anew: a router that stays on its page, also for a fragment that it has, would not do so.
const viewOf = (query: string) => {
  revalidatePath("/timeline");
  const known = new URLSearchParams(query).toString();
  return known ? `/timeline?${known}` : "/timeline";
};

export const annotateAction = formAction(
  annotationInput.extend(back),
  (actor, { back: _back, ...input }) => annotate(actor, input),
  { done: (_made, { back: query }) => viewOf(query) },
);

export const reviseAnnotationAction = formAction(
  annotationRevision.extend(back),
  (actor, { back: _back, ...input }) => reviseAnnotation(actor, input),
  { done: (_made, { back: query }) => viewOf(query) },
);

export const removeAnnotationAction = formAction(
  annotationRemoval.extend(back),
  (actor, { back: _back, ...removal }) => removeAnnotation(actor, removal),
  { done: (_result, { back: query }) => viewOf(query) },
);

export const approveAnnotationAction = formAction(
  annotationApproval.extend(back),
  (actor, { back: _back, ...approval }) => approveAnnotation(actor, approval),
  { done: (_result, { back: query }) => viewOf(query) },
);
