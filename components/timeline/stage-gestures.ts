import type { PlacedMark } from "@/lib/timeline/timeline-geometry";
import { panViewBy, pinchView, zoomViewBy } from "@/lib/timeline/timeline-view";
import type { Stage } from "./stage";

const STILL = 6;

/**
 * Fingers, mouse and wheel on the stage: one drags, two pinch, shift chooses a stretch, a tap opens.
 * @returns ends it
 */
export function watchGestures(stage: Stage, open: (placed: PlacedMark) => void): () => void {
  const { canvas } = stage;
  const held = new Map<number, { x: number; y: number }>();
  let from: { x: number; y: number; view: Stage["view"]; choosing: boolean } | null = null;
  let moved = false;
  const pointOf = (event: PointerEvent | WheelEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const begin = (choosing: boolean) => {
    const [first] = held.values();
    from = first ? { ...first, view: stage.view, choosing } : null;
  };

  const down = (event: PointerEvent) => {
    if (event.button > 0) return;
    canvas.setPointerCapture(event.pointerId);
    if (held.size === 0) moved = false;
    held.set(event.pointerId, pointOf(event));
    begin(event.shiftKey && held.size === 1);
  };
  const move = (event: PointerEvent) => {
    const now = pointOf(event);
    const before = held.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") hover(now);
      return;
    }
    if (held.size === 2) {
      const share = () => [...held.values()].map(({ x }) => x / stage.width) as [number, number];
      const was = share();
      held.set(event.pointerId, now);
      moved = true;
      stage.show(pinchView(stage.view, was, share()));
      begin(false);
      return;
    }
    held.set(event.pointerId, now);
    if (!from || (!moved && Math.hypot(now.x - from.x, now.y - from.y) < STILL)) return;
    moved = true;
    if (from.choosing) {
      stage.chosen = [from.x, now.x];
      stage.draw();
    } else stage.show(panViewBy(from.view, (from.x - now.x) / stage.width));
  };
  const up = (event: PointerEvent) => {
    if (!held.delete(event.pointerId)) return;
    const now = pointOf(event);
    const { chosen } = stage;
    stage.chosen = null;
    if (chosen) choose(stage, chosen);
    else if (!moved && event.type === "pointerup") {
      const placed = stage.at(now.x, now.y, event.pointerType === "mouse" ? 2 : 14);
      if (placed) open(placed);
    }
    begin(false);
  };
  const hover = ({ x, y }: { x: number; y: number }) => {
    const placed = stage.at(x, y);
    canvas.style.cursor = placed ? "pointer" : "grab";
    stage.point(placed);
  };
  const leave = () => stage.point(null);
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 20 : 1;
    const { x } = pointOf(event);
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      stage.show(panViewBy(stage.view, ((event.deltaX || event.deltaY) * unit) / stage.width));
    } else stage.show(zoomViewBy(stage.view, Math.exp(-event.deltaY * unit * 0.002), x / stage.width));
  };

  const on = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, pointerleave: leave };
  for (const [name, hear] of Object.entries(on)) canvas.addEventListener(name, hear as EventListener);
  canvas.addEventListener("wheel", wheel, { passive: false });
  return () => {
    for (const [name, hear] of Object.entries(on)) canvas.removeEventListener(name, hear as EventListener);
    canvas.removeEventListener("wheel", wheel);
  };
}

/** Shows the stretch between two places of the stage. */
function choose(stage: Stage, [a, b]: readonly [number, number]) {
  const { start, end } = stage.view;
  const day = (x: number) => start + ((end - start) * Math.min(Math.max(x, 0), stage.width)) / stage.width;
  if (Math.abs(a - b) < STILL) stage.draw();
  else stage.show({ start: day(Math.min(a, b)), end: day(Math.max(a, b)) });
}
