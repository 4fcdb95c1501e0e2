"use client";

import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import type { QueueTransition } from "@/lib/workflow/queue-transitions";
import { itemPath } from "./queue-item";
import type { useReview } from "./use-review";
import { useShortcuts } from "./use-shortcuts";

/** The keys of Review, each as the button that it stands for. */
export function useReviewKeys(box: RefObject<HTMLFormElement | null>, review: ReturnType<typeof useReview>) {
  const router = useRouter();
  const { place, current, begin, focus, plan, openSteps } = review;
  const press = (step: QueueTransition) => {
    if (openSteps.includes(step)) begin(step);
  };
  const open = () => {
    const href = current && itemPath(current);
    if (href) router.push(href);
  };
  useShortcuts(box, {
    j: () => focus(place.next(1)),
    k: () => focus(place.next(-1)),
    o: open,
    Enter: open,
    " ": review.togglePeek,
    a: () => press("approve"),
    r: () => press("request_changes"),
    p: () => press("publish"),
    s: () => press("submit"),
    c: review.editor.open,
    z: review.takeBack,
    i: () => plan("assign"),
    e: () => plan("plan"),
    x: () => place.active && place.select([place.active], !place.selected.has(place.active)),
  });
}
