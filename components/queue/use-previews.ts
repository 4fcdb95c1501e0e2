"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { QueueItem } from "@/db/access/queue/queue";
import type { GateReason, GateWarning } from "@/lib/workflow/gate";
import { itemKey } from "./queue-item";

export type ShownFile = {
  /** As it will read, with what changed, its sources and its checklist. */
  readonly text: ReactNode;
  /** The version that was read, and that a decision on it names. */
  readonly version: number;
  /** What whoever makes it public has to tick. */
  readonly warnings: readonly { readonly key: GateWarning; readonly count?: number | undefined }[];
  readonly blocks: readonly GateReason[];
};
export type Preview = ShownFile | { readonly refused: string };
export type ReadPreview = (key: string) => Promise<Preview>;

const placeOf = (item: QueueItem) => `${itemKey(item)}:${item.version}`;
/** Whoever holds a key down passes over rows without reading them. */
const PAUSE = 60;

/**
 * What is shown of the item that is looked at; the next one is read ahead, so that it stands there at once.
 * @param initial what the server drew of the first item
 */
export function usePreviews(
  read: ReadPreview,
  current: QueueItem | undefined,
  ahead: QueueItem | undefined,
  initial: { readonly item: QueueItem; readonly preview: Preview } | null,
) {
  const [known, setKnown] = useState<ReadonlyMap<string, Preview>>(
    () => new Map(initial ? [[placeOf(initial.item), initial.preview]] : []),
  );
  const asked = useRef(new Set(initial ? [placeOf(initial.item)] : []));
  const wanted = [current, ahead].filter((item) => item !== undefined);
  const places = wanted.map(placeOf).join(" ");
  const latest = useRef(wanted);
  useEffect(() => {
    latest.current = wanted;
  });
  useEffect(() => {
    if (places === "") return;
    const timer = window.setTimeout(() => {
      for (const item of latest.current) {
        const place = placeOf(item);
        if (asked.current.has(place)) continue;
        asked.current.add(place);
        read(itemKey(item)).then(
          (preview) => setKnown((now) => new Map(now).set(place, preview)),
          // What could not be reached is asked for again when it is looked at again.
          () => asked.current.delete(place),
        );
      }
    }, PAUSE);
    return () => window.clearTimeout(timer);
  }, [places, read]);
  return {
    preview: current && known.get(placeOf(current)),
    /** Whether its content stood beside the list. */
    previewOf: (item: QueueItem) => known.get(placeOf(item)),
  };
}
