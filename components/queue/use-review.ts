"use client";

import { type RefObject, useEffect, useState } from "react";
import { useTranslations } from "#translations";
import type { QueueItem } from "@/db/access/queue/queue";
import type { QueuePlaces } from "@/lib/filters/queue-places";
import { withPart } from "@/lib/filters/with-part";
import type { Role } from "@/lib/workflow/actor";
import { type QueueTransition, queueTransitions } from "@/lib/workflow/queue-transitions";
import type { useQueueData } from "./queue-data";
import type { QueueDialogRequest } from "./queue-dialog";
import { itemKey } from "./queue-item";
import { type ReadEditor, useEditor } from "./use-editor";
import { type Preview, type ReadPreview, usePreviews } from "./use-previews";
import { useReviewPlace } from "./use-review-place";
import { useReviewSteps } from "./use-review-steps";

type From = {
  readonly box: RefObject<HTMLFormElement | null>;
  readonly queue: ReturnType<typeof useQueueData>;
  readonly shown: { readonly item: QueueItem; readonly preview: Preview } | null;
  readonly isPeeked: boolean;
  readonly places: QueuePlaces;
  readonly readPreview: ReadPreview;
  readonly readEditor: ReadEditor;
  readonly role: Role;
};

/** Whether it stands there: it may be closed, or have no room. */
const isPreviewShown = () => Boolean(document.getElementById("preview")?.checkVisibility());

/** What waits as one works through it: what is shown beside the list, and the steps that are taken from there. */
export function useReview({ box, queue, places, shown, isPeeked, readPreview, readEditor, role }: From) {
  const t = useTranslations("queue");
  const [request, setAsked] = useState<QueueDialogRequest | null>(null);
  /** Null: beside the list where there is room, and closed on a phone. */
  const [peek, setPeek] = useState<boolean | null>(isPeeked || null);
  const steps = useReviewSteps(queue.act);
  const items = queue.data.items.map(steps.withHeld);
  const keys = items.map(itemKey);
  const place = useReviewPlace(box, keys, shown && itemKey(shown.item));
  const { active, selected } = place;
  const at = keys.indexOf(active ?? "");
  const current = items[at];
  const { preview, previewOf } = usePreviews(readPreview, current, items[at + 1], shown);
  const path = withPart(places.here, "item", active ?? "");
  const editor = useEditor({ read: readEditor, item: current, path, say: steps.say });
  const { noteSeen } = steps;
  useEffect(() => {
    if (current && preview && peek !== false && isPreviewShown()) noteSeen(current);
  }, [current, preview, peek, noteSeen]);

  const focus = (key: string | undefined) => {
    if (key) steps.cancel();
    place.focus(key);
  };
  const stepsOf = (item: QueueItem) => (steps.isHeld(item) ? [] : queueTransitions(role, item));
  const onBatch = selected.size > 0 ? items.filter((item) => selected.has(itemKey(item))) : null;

  /** Takes a step with what is ticked and was looked at, else with what is shown; what it asks first is asked. */
  const begin = (step: QueueTransition, ticks?: readonly string[], reason?: string) => {
    if (!current) return undefined;
    if (!preview || !isPreviewShown()) {
      setPeek(true);
      steps.say(t("readFirst"));
      return undefined;
    }
    const question = onBatch || ticks ? null : steps.questionOf(step, current, preview);
    if (step === "request_changes" && reason === undefined) steps.ask();
    else if (question) setAsked(question);
    else {
      const taken = steps.take(step, onBatch ?? [current], { stepsOf, previewOf, ticks, reason });
      place.select(taken.keys, false);
      const next = items.slice(at + 1).find((item) => !taken.keys.includes(itemKey(item)) && !steps.isHeld(item));
      if (taken.keys.length > 0 && next) requestAnimationFrame(() => focus(itemKey(next)));
      return taken.done;
    }
    return undefined;
  };
  return {
    ...{ items, current, preview, editor, steps, peek, request, onBatch, stepsOf, begin, focus },
    place,
    /** The steps that are open to what is ticked, else to what is shown. */
    openSteps: onBatch ? [...new Set(onBatch.flatMap(stepsOf))] : current ? stepsOf(current) : [],
    plan: (what: "assign" | "plan") => current && setAsked({ what, item: current }),
    takeBack: () => focus(steps.undo()),
    togglePeek: () => setPeek(!isPreviewShown()),
    show: (key: string) => {
      place.setActive(key);
      if (key !== active) steps.cancel();
      setPeek((before) => before ?? (isPreviewShown() ? null : true));
    },
    closePeek: () => {
      setPeek(false);
      focus(active ?? undefined);
    },
    closeDialog: () => {
      setAsked(null);
      if (active) requestAnimationFrame(() => focus(active));
    },
  };
}
