"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useTranslations } from "#translations";
import type { TimeView } from "@/lib/timeline/timeline-view";
import type { Stage } from "./stage";
import { stageColours } from "./stage-colours";

const HEIGHT = 44;
const BARS = 3;

type Props = { stage: RefObject<Stage | null>; drawn: RefObject<(() => void) | null>; model: object };

/** Everything there is, small, with the stretch that the stage shows: dragging over it chooses another one. */
export function OverviewStrip({ stage, drawn, model }: Props) {
  const t = useTranslations("explorer");
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const own = canvas.current;
    const ctx = own?.getContext("2d");
    if (!own || !ctx || !model) return;
    const paper = document.createElement("canvas");
    let colours = stageColours(own.parentElement ?? own);
    let width = 0;
    const whole = () => stage.current?.whole ?? { start: 0, end: 1 };
    const prepare = () => {
      width = own.clientWidth;
      const dense = Math.min(window.devicePixelRatio || 1, 3);
      for (const one of [own, paper]) {
        one.width = width * dense;
        one.height = HEIGHT * dense;
        one.getContext("2d")?.setTransform(dense, 0, 0, dense, 0, 0);
      }
      colours = stageColours(own.parentElement ?? own);
      drawCounts(paper, countDays(stage.current, Math.ceil(width / BARS)), colours.muted);
    };
    const draw = () => {
      // Before it has a width there is nothing to draw from either.
      if (paper.width === 0) return;
      const { start, end } = whole();
      const at = (day: number) => ((day - start) / (end - start)) * width;
      const view = stage.current?.view ?? whole();
      const [left, right] = [Math.max(0, at(view.start)), Math.min(width, at(view.end))];
      ctx.clearRect(0, 0, width, HEIGHT);
      ctx.fillStyle = colours["accent-soft"];
      ctx.fillRect(left, 0, Math.max(2, right - left), HEIGHT);
      ctx.drawImage(paper, 0, 0, width, HEIGHT);
      ctx.strokeStyle = colours.accent;
      ctx.lineWidth = 2;
      ctx.strokeRect(left + 1, 1, Math.max(2, right - left - 2), HEIGHT - 2);
    };
    drawn.current = draw;
    const size = new ResizeObserver(() => {
      prepare();
      draw();
    });
    size.observe(own);
    const end = watchBrush(own, stage, whole);
    return () => {
      size.disconnect();
      end();
      drawn.current = null;
    };
  }, [stage, drawn, model]);

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t("overview")}
      className="block h-11 w-full cursor-crosshair touch-pan-y border-y border-rule"
    />
  );
}

/** How many records each stretch holds, by the finest marks there are. */
function countDays(stage: Stage | null, stretches: number): number[] {
  const counts = new Array<number>(Math.max(1, stretches)).fill(0);
  if (!stage) return counts;
  const { start, end } = stage.whole;
  const finest = stage.model.levels.levels[1] ?? stage.model.levels.levels[0];
  for (const { marks } of finest?.lanes ?? []) {
    for (const { from, to, entries, spoken } of marks) {
      if (spoken) continue;
      const day = Number.isFinite(from) ? from : to;
      const index = Math.min(counts.length - 1, Math.floor(((day - start) / (end - start)) * counts.length));
      counts[index] = (counts[index] ?? 0) + entries.length;
    }
  }
  return counts;
}

function drawCounts(paper: HTMLCanvasElement, counts: readonly number[], colour: string) {
  const ctx = paper.getContext("2d");
  if (!ctx) return;
  ctx.clearRect(0, 0, paper.width, HEIGHT);
  ctx.fillStyle = colour;
  // By the root: one day on which everything was published would hide the rest.
  const most = Math.sqrt(counts.reduce((a, b) => Math.max(a, b), 1));
  for (const [index, count] of counts.entries()) {
    const height = count === 0 ? 0 : Math.max(2, (Math.sqrt(count) / most) * (HEIGHT - 8));
    ctx.fillRect(index * BARS, HEIGHT - 2 - height, BARS - 1, height);
  }
}

function watchBrush(canvas: HTMLCanvasElement, stage: RefObject<Stage | null>, whole: () => TimeView): () => void {
  let from: { day: number; view: TimeView; moves: boolean } | null = null;
  const dayAt = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    const { start, end } = whole();
    return start + ((end - start) * Math.min(Math.max(event.clientX - box.left, 0), box.width)) / box.width;
  };
  const down = (event: PointerEvent) => {
    const view = stage.current?.view;
    if (!view || event.button > 0) return;
    canvas.setPointerCapture(event.pointerId);
    const day = dayAt(event);
    const { start, end } = whole();
    const isPart = view.end - view.start < (end - start) * 0.9;
    from = { day, view, moves: isPart && day > view.start && day < view.end };
  };
  const move = (event: PointerEvent) => {
    if (!from) return;
    const day = dayAt(event);
    if (from.moves) {
      const by = day - from.day;
      stage.current?.show({ start: from.view.start + by, end: from.view.end + by });
    } else if (Math.abs(day - from.day) >= 1) {
      stage.current?.show({ start: Math.min(day, from.day), end: Math.max(day, from.day) });
    }
  };
  const up = () => {
    from = null;
  };
  const on = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
  for (const [name, hear] of Object.entries(on)) canvas.addEventListener(name, hear as EventListener);
  return () => {
    for (const [name, hear] of Object.entries(on)) canvas.removeEventListener(name, hear as EventListener);
  };
}
