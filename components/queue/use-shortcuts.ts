"use client";

import { type RefObject, useEffect, useRef } from "react";

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog";

/**
 * Keys of the queue, by their character. They are before hydration while somebody types, in a dialog, with a modifier, and while
 * the focus is on something outside of the queue.
 */
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
      const target = event.target as HTMLElement | null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !target) return;
      if (document.querySelector("dialog[open]") || target.closest(TYPING)) return;
      if (target !== document.body && !inside.current?.contains(target)) return;
      // A link or a button keeps its own Enter.
      if (event.key === "Enter" && target.closest("a, button")) return;
      const press = latest.current[event.key];
      if (!press) return;
      event.preventDefault();
      press();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [inside]);
}
