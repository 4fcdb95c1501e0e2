"use client";

import { useCallback, useRef, useState } from "react";
import { useTranslations } from "#translations";
import type { QueueItem } from "@/db/access/queue/queue";
import { type QueueTransition, stateAfter } from "@/lib/workflow/queue-transitions";
import { useHeldSteps } from "./held-steps";
import type { Act } from "./queue-data";
import type { QueueDialogRequest } from "./queue-dialog";
import { itemKey } from "./queue-item";
import type { Preview } from "./use-previews";

type With = {
  stepsOf: (item: QueueItem) => readonly QueueTransition[];
  previewOf: (item: QueueItem) => Preview | undefined;
  /** What was ticked of the gate's warnings, of one item. */
  ticks: readonly string[] | undefined;
  reason: string | undefined;
};

const isPublication = (step: QueueTransition, { kind }: QueueItem) =>
  step === "publish" || (step === "approve" && kind === "proposal");
const placeOf = (item: QueueItem) => `${itemKey(item)}:${item.version}`;

/** The steps that are taken from Review: each waits some seconds, none is taken with what was not looked at. */
export function useReviewSteps(act: (act: Act) => Promise<boolean>) {
  const t = useTranslations("queue");
  const gate = useTranslations("gate");
  const workflow = useTranslations("workflow");
  const { held, hold, undo } = useHeldSteps(act);
  const [note, setNote] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const seen = useRef(new Set<string>());
  const noteSeen = useCallback((item: QueueItem) => seen.current.add(placeOf(item)), []);

  const acts = held.flatMap((steps) => steps.acts);
  const heldOf = (item: QueueItem) => acts.find((one) => one.item.id === item.id);
  const isHeld = (item: QueueItem) => heldOf(item) !== undefined;
  const withHeld = (item: QueueItem): QueueItem => {
    const own = heldOf(item);
    return own ? ({ ...item, ...own.shown } as QueueItem) : item;
  };

  /** What is asked before a step, or said in its place. */
  const questionOf = (step: QueueTransition, item: QueueItem, preview: Preview): QueueDialogRequest | null => {
    if (step === "trash") return { what: "step", item, step, warnings: [] };
    if ("refused" in preview || !isPublication(step, item)) return null;
    if (preview.warnings.length > 0) return { what: "step", item, step, warnings: preview.warnings };
    return null;
  };

  const take = (step: QueueTransition, wanted: readonly QueueItem[], { stepsOf, previewOf, ticks, reason }: With) => {
    setAsking(false);
    const isReady = (item: QueueItem): boolean => {
      const preview = previewOf(item);
      if (!seen.current.has(placeOf(item)) || !preview || "refused" in preview) return false;
      if (!stepsOf(item).includes(step)) return false;
      if (!isPublication(step, item)) return true;
      return preview.blocks.length === 0 && (ticks !== undefined || preview.warnings.length === 0);
    };
    const ready = wanted.filter(isReady);
    const left = wanted.filter((item) => !ready.includes(item));
    const [only] = left;
    const preview = only && previewOf(only);
    const [block] = preview && "blocks" in preview ? preview.blocks : [];
    if (left.length === 0) setNote(null);
    else if (wanted.length === 1 && block) setNote(t("blocked", { reason: gate(block, { count: 1, by: "" }) }));
    else setNote(t("left", { count: left.length }));
    if (ready.length === 0) return { keys: [], done: Promise.resolve(false) };
    const [first] = ready;
    const title = ready.length === 1 && first ? first.title || first.slug : t("several", { count: ready.length });
    const done = hold(
      ready.map((item) => ({
        item,
        shown: { state: stateAfter(item.kind, step) },
        path: "/api/v1/transitions",
        body: { step, basedOn: basedOn(previewOf(item), item), ...(reason ? { reason } : {}), ticked: ticks ?? [] },
      })),
      t("held", { step: workflow(step), title }),
    );
    return { keys: ready.map(itemKey), done };
  };

  return {
    ...{ held, note, isAsking, noteSeen, isHeld, withHeld, questionOf, take },
    say: setNote,
    ask: () => setAsking(true),
    cancel: () => setAsking(false),
    /** @returns the item that is shown again */
    undo: (): string | undefined => {
      setNote(null);
      const [first] = undo()?.acts ?? [];
      return first && itemKey(first.item);
    },
  };
}

/** The version that was read: what was written since makes a conflict of the step. */
const basedOn = (preview: Preview | undefined, { version }: QueueItem) =>
  preview && "version" in preview ? preview.version : version;
