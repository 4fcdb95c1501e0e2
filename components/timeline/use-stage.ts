"use client";

import { useEffect, useRef, useState } from "react";
import { dayNumber } from "@/lib/dates/days";
import type { PlacedMark } from "@/lib/timeline/timeline-geometry";
import type { Period } from "@/lib/timeline/timeline-scale";
import { periodIn, type TimeView, viewOf } from "@/lib/timeline/timeline-view";
import { useTickFormatter } from "./explorer-view";
import { Stage } from "./stage";
import { watchGestures } from "./stage-gestures";
import type { stageModel } from "./stage-model";

type Callbacks = {
  /** The stage came to rest at a view. */
  follow: (view: TimeView) => void;
  open: (placed: Pick<PlacedMark, "mark">) => void;
};

const keyOf = ({ from, to }: Period) => `${from}/${to}`;

/**
 * The canvas that draws the model, its gestures, and the view at which it rests. The page's period leads it, unless the
 * page was led there by `settle`.
 */
export function useStage(model: ReturnType<typeof stageModel> | null, period: Period, { follow, open }: Callbacks) {
  const [settled, setSettled] = useState<TimeView>(() => viewOf(period));
  const [pointed, setPointed] = useState<PlacedMark | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage | null>(null);
  const strip = useRef<(() => void) | null>(null);
  /** The periods that the page was led to, from the one that it shows on: it comes late to each of them. */
  const asked = useRef([keyOf(period)]);
  const formatTick = useTickFormatter();
  const live = useRef({ follow, open, sayTick: formatTick });
  useEffect(() => {
    live.current = { follow, open, sayTick: formatTick };
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new period is shown by the effect below
  useEffect(() => {
    if (!model || !canvas.current || !host.current) return;
    const made = new Stage(canvas.current, host.current, model, stage.current?.view ?? viewOf(period), {
      formatTick: (...tick) => live.current.sayTick(...tick),
      onFrame: ({ pointed: now }) => {
        strip.current?.();
        setPointed(now);
      },
      onSettle: (view) => live.current.follow(view),
    });
    stage.current = made;
    const end = watchGestures(made, (placed) => live.current.open(placed));
    return () => {
      end();
      made.end();
    };
  }, [model]);

  // The page was led elsewhere: by playing, by a filter, by going back.
  useEffect(() => {
    const own = stage.current;
    const key = keyOf(period);
    if (!own) return;
    const at = asked.current.lastIndexOf(key);
    if (at >= 0) {
      asked.current.splice(0, at);
      return;
    }
    asked.current = [key];
    const shownNow = periodIn(own.view);
    if (period.from === shownNow.from && period.to <= shownNow.to) {
      own.until = period.to < shownNow.to ? dayNumber(period.to) + 1 : null;
      own.draw();
    } else {
      own.until = null;
      own.show(viewOf(period), false);
    }
    setSettled(viewOf(period));
  }, [period]);

  const settle = (view: TimeView, led: Period) => {
    asked.current.push(keyOf(led));
    setSettled(view);
  };
  return { host, canvas, stage, strip, pointed, settled, settle };
}
