"use client";

import { useEffect, useRef, useState } from "react";
import type { AddressProposal } from "@/db/access/evidence/address-proposal";

/** What is proposed for boxes, and not for pickers. */
const BOXES = ["published", "language"] as const;
const PAUSE = 250;

async function askFor(address: string, signal: AbortSignal): Promise<AddressProposal | null> {
  const answer = await fetch(`/api/v1/address?${new URLSearchParams({ url: address })}`, {
    signal,
    headers: { accept: "application/json" },
  });
  return answer.ok ? ((await answer.json()) as AddressProposal | null) : null;
}

/** Fills a box as typing does: React keeps count of what it has set itself. */
function fillBox(box: HTMLInputElement | HTMLTextAreaElement, text: string) {
  const kind = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(box, text);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Puts what is proposed into the boxes that are empty, or hold what another address proposed. @returns the names of those */
function fillEmpty(form: HTMLFormElement, proposed: AddressProposal, before: AddressProposal | null): string[] {
  return BOXES.filter((name) => {
    const box = form.elements.namedItem(name);
    const text = proposed[name] ?? "";
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return false;
    const isTheirs = box.value.trim() !== "" && box.value !== before?.[name];
    if (isTheirs || box.value === text) return false;
    fillBox(box, text);
    return text !== "";
  });
}

/** What the address in a form tells of the item, asked once its typing pauses, and marked until somebody changes it. */
export function useAddressProposal(edited: string | null) {
  const last = useRef<AddressProposal | null>(null);
  const [values, setValues] = useState<AddressProposal | null>(null);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [isReading, setReading] = useState(false);
  const asked = useRef<{ address: string; stop: AbortController; timer: ReturnType<typeof setTimeout> } | null>(null);
  useEffect(() => () => stopAsking(asked.current), []);
  const read = (box: HTMLInputElement) => {
    const address = box.value.trim();
    // What an item on file says stays.
    if (edited !== null || asked.current?.address === address) return;
    stopAsking(asked.current);
    setReading(false);
    if (!/^https?:\/\/[^/]+\.[^/]+/i.test(address)) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setReading(true);
      const proposed = await askFor(address, stop.signal).catch(() => null);
      if (stop.signal.aborted) return;
      setReading(false);
      if (!proposed || !box.form) return;
      const filled = fillEmpty(box.form, proposed, last.current);
      last.current = proposed;
      setValues(proposed);
      setMarked(proposed.publisher ? [...filled, "publisher"] : filled);
    }, PAUSE);
    asked.current = { address, stop, timer };
  };
  /** Somebody typed into a field: what stands there is theirs. */
  const unmark = (name: string) => setMarked((before) => before.filter((other) => other !== name));
  return { values, marked, isReading, read, unmark };
}

function stopAsking(asked: { stop: AbortController; timer: ReturnType<typeof setTimeout> } | null) {
  if (!asked) return;
  clearTimeout(asked.timer);
  asked.stop.abort();
}
