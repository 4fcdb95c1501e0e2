"use client";

import { type RefObject, useEffect, useRef } from "react";
import { deskKey } from "@/components/shell/desk-key";

/** Keys of the queue, by their character, while the focus is in the queue or nowhere; before those of every page. */
export function useShortcuts(
  inside: RefObject<HTMLElement | null>,
  keys: Readonly<Record<string, () => void>>,
): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  }, [keys]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = deskKey(event);
      const target = event.target as HTMLElement;
      if (!key || (target !== document.body && !inside.current?.contains(target))) return;
      // A link or a button keeps its own Enter.
      if (key === "Enter" && target.closest("a, button")) return;
      const press = latest.current[key];
      if (!press) return;
      event.preventDefault();
      press();
    };
    // The document hears it before the window, where the keys of every page are.
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [inside]);
}
