"use client";

import { type RefObject, useState } from "react";

/** Which item is shown beside the list, which are ticked, and how the keys move among them. */
export function useReviewPlace(
  box: RefObject<HTMLFormElement | null>,
  keys: readonly string[],
  first: string | null,
) {
  const [wanted, setActive] = useState<string | null>(first);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const active = wanted && keys.includes(wanted) ? wanted : (keys[0] ?? null);
  const focus = (key: string | undefined) => {
    if (!key) return;
    setActive(key);
    box.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`)?.focus();
  };
  return {
    active,
    setActive,
    focus,
    /** From where the focus is; the first press goes to where it was, or to the first. @returns where that is */
    next: (by: 1 | -1): string | undefined => {
      const own = (document.activeElement?.closest("[data-item]") as HTMLElement | null)?.dataset.item;
      const order = [...(box.current?.querySelectorAll<HTMLElement>("[data-item]") ?? [])].map(
        ({ dataset }) => dataset.item,
      );
      return own ? (order[order.indexOf(own) + by] ?? own) : (active ?? undefined);
    },
    selected: new Set(keys.filter((key) => ticked.has(key))),
    select: (some: readonly string[], isOn: boolean) =>
      setTicked((before) => new Set(isOn ? [...before, ...some] : [...before].filter((key) => !some.includes(key)))),
  };
}
