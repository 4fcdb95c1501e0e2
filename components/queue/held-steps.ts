"use client";

import { useEffect, useRef, useState } from "react";
import type { Act } from "./queue-data";

/** For so long a step waits before it is sent, and can be taken back (decision 41). */
const HELD_FOR = 8000;

/** Steps that were taken together, and are taken back together. */
export type HeldSteps = {
  readonly id: number;
  readonly acts: readonly Act[];
  readonly sentence: string;
  /** Told whether all of them were done; what is taken back was not. */
  readonly settle: (isDone: boolean) => void;
};

/**
 * Steps that wait in this page before they are sent. They are sent at once when the page is left or hidden, so that what was
 * decided is not lost; until then others see nothing of them.
 */
export function useHeldSteps(send: (act: Act) => Promise<boolean>) {
  const [held, setHeld] = useState<readonly HeldSteps[]>([]);
  const waiting = useRef(new Map<number, { steps: HeldSteps; timer: number }>());
  const next = useRef(0);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  }, [send]);

  /** Takes the entry out; whoever asks second finds nothing, so that no step is sent twice. */
  const release = (id: number): HeldSteps | undefined => {
    const entry = waiting.current.get(id);
    if (!entry) return undefined;
    waiting.current.delete(id);
    window.clearTimeout(entry.timer);
    setHeld((now) => now.filter((steps) => steps.id !== id));
    return entry.steps;
  };
  const sendNow = (id: number) => {
    const steps = release(id);
    if (steps) sendAll(steps, latest.current);
  };

  useEffect(() => {
    const entries = waiting.current;
    const leave = () => {
      for (const { steps, timer } of entries.values()) {
        window.clearTimeout(timer);
        sendAll(steps, latest.current);
      }
      entries.clear();
      setHeld([]);
    };
    const onHide = () => document.visibilityState === "hidden" && leave();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", onHide);
      leave();
    };
  }, []);

  /** @returns whether all of them were done, once that is known */
  const hold = (acts: readonly Act[], sentence: string) =>
    new Promise<boolean>((settle) => {
      next.current += 1;
      const id = next.current;
      const steps = { id, acts, sentence, settle };
      const timer = window.setTimeout(() => sendNow(id), HELD_FOR);
      waiting.current.set(id, { steps, timer });
      setHeld((now) => [...now, steps]);
    });
  /** Takes back what was taken last. @returns those steps, or undefined when none waits any more */
  const undo = (): HeldSteps | undefined => {
    const last = [...waiting.current.keys()].at(-1);
    const steps = last === undefined ? undefined : release(last);
    steps?.settle(false);
    return steps;
  };
  return { held, hold, undo };
}

function sendAll({ acts, settle }: HeldSteps, send: (act: Act) => Promise<boolean>): void {
  Promise.all(acts.map(send)).then((done) => settle(done.every(Boolean)));
}
