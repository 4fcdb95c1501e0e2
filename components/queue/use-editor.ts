"use client";

import { type ReactNode, useState } from "react";
import type { QueueItem } from "@/db/access/queue/queue";
import { itemKey } from "./queue-item";

/** Draws the form of an item, which comes back to `path`; or says why it can't be had. */
export type ReadEditor = (key: string, path: string) => Promise<{ form: ReactNode } | { refused: string }>;

type From = {
  read: ReadEditor;
  item: QueueItem | undefined;
  /** The address at which the item is shown beside the list. */
  path: string;
  say: (sentence: string) => void;
};

/** The form of the item that is shown, in its place, from when it is asked for until the item has another version. */
export function useEditor({ read, item, path, say }: From) {
  const [drawn, setDrawn] = useState<{ place: string; form: ReactNode } | null>(null);
  const place = item && `${itemKey(item)}:${item.version}`;
  const form = drawn && drawn.place === place ? drawn.form : null;
  const open = () => {
    if (!item || !place || form) return;
    read(itemKey(item), path).then(
      (answer) => ("form" in answer ? setDrawn({ place, form: answer.form }) : say(answer.refused)),
      () => undefined,
    );
  };
  return { form, open, close: () => setDrawn(null) };
}
