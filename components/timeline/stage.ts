import {
  heightsOf,
  markAt,
  type PlacedMark,
  pixelsADay,
  placedMarks,
  rowsIn,
  type StageFrame,
} from "@/lib/timeline/timeline-geometry";
import { type Levels, levelFor } from "@/lib/timeline/timeline-levels";
import type { TickUnit } from "@/lib/timeline/timeline-scale";
import { keepViewIn, type TimeView } from "@/lib/timeline/timeline-view";
import { onTheme, stageColours } from "./stage-colours";
import { drawStage } from "./stage-draw";
import type { StageEntry } from "./stage-marks";

export type Model = {
  readonly levels: Levels;
  readonly lanes: readonly string[];
  readonly laneNames: readonly string[];
  readonly entries: readonly StageEntry[];
};

type Options = {
  readonly formatTick: (day: string, unit: TickUnit, isMajor: boolean) => string;
  /** On each frame that was drawn. */
  readonly onFrame: (stage: Stage) => void;
  /** A while after the last move. */
  readonly onSettle: (view: TimeView) => void;
};

const QUIET = 300;

/**
 * The canvas of the explorer and the view that it shows. It stands outside of React: a frame of a zoom is a frame of
 * drawing, and what the rest of the page says follows when it is over.
 */
export class Stage {
  view: TimeView;
  until: number | null = null;
  pointed: PlacedMark | null = null;
  chosen: readonly [number, number] | null = null;
  placed: readonly PlacedMark[] = [];
  width = 0;
  height = 0;
  #dense = 1;
  #rows: readonly number[] = [];
  #isMoving = false;
  readonly #ctx: CanvasRenderingContext2D | null;
  #colours: ReturnType<typeof stageColours>;
  #waiting = 0;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  readonly #ends: (() => void)[];

  constructor(
    readonly canvas: HTMLCanvasElement,
    readonly host: HTMLElement,
    readonly model: Model,
    view: TimeView,
    readonly options: Options,
  ) {
    this.#ctx = canvas.getContext("2d");
    this.view = view;
    this.#colours = stageColours(host);
    const size = new ResizeObserver(() => this.fit());
    size.observe(host);
    const theme = onTheme(() => {
      this.#colours = stageColours(host);
      this.draw();
    });
    // A font that comes late is drawn with at once.
    document.fonts?.ready.then(() => this.draw());
    this.#ends = [() => size.disconnect(), theme];
    this.fit();
  }

  get whole(): TimeView {
    return { start: this.model.levels.start, end: this.model.levels.end };
  }

  /** While something moves lanes only grow; what they need no more they give back when it rests. */
  get frame(): StageFrame {
    const own = { view: this.view, width: this.width };
    const level = levelFor(this.model.levels, pixelsADay(own));
    const needed = rowsIn({ ...own, level });
    this.#rows = this.#isMoving ? needed.map((rows, lane) => Math.max(rows, this.#rows[lane] ?? 0)) : needed;
    return { ...own, level, ...heightsOf(this.#rows) };
  }

  fit() {
    const width = this.host.clientWidth;
    if (width === 0) return;
    this.width = width;
    this.#dense = Math.min(window.devicePixelRatio || 1, 3);
    this.#size(this.frame.height);
    this.draw();
  }

  #size(height: number) {
    const dense = this.#dense;
    this.height = height;
    this.canvas.width = Math.round(this.width * dense);
    this.canvas.height = Math.round(height * dense);
    this.canvas.style.height = `${height}px`;
    this.#ctx?.setTransform(dense, 0, 0, dense, 0, 0);
  }

  /** @param settles whether the rest of the page follows: not when the page itself led here */
  show(view: TimeView, settles = true) {
    // Days that the address asks for are shown as such, also where there is no record near them.
    this.view = settles ? keepViewIn(this.whole, view) : view;
    this.pointed = null;
    clearTimeout(this.#quiet);
    this.#isMoving = settles;
    if (settles) {
      this.until = null;
      this.#quiet = setTimeout(() => {
        this.#isMoving = false;
        this.draw();
        this.options.onSettle(this.view);
      }, QUIET);
    }
    this.draw();
  }

  draw() {
    if (this.#waiting) return;
    this.#waiting = requestAnimationFrame(() => {
      this.#waiting = 0;
      this.#paint();
    });
  }

  #paint() {
    if (!this.#ctx || this.width === 0) return;
    const frame = this.frame;
    if (frame.height !== this.height) this.#size(frame.height);
    this.placed = placedMarks(frame);
    const { entries, laneNames } = this.model;
    const { placed, pointed, until, chosen } = this;
    const { formatTick } = this.options;
    drawStage(this.#ctx, {
      frame,
      placed,
      entries,
      laneNames,
      colours: this.#colours,
      formatTick,
      pointed,
      until,
      chosen,
    });
    this.options.onFrame(this);
  }

  point(placed: PlacedMark | null) {
    if (this.pointed?.mark === placed?.mark) return;
    this.pointed = placed;
    this.draw();
  }

  at(x: number, y: number, slack = 2): PlacedMark | null {
    return markAt(this.placed, x, y, slack);
  }

  end() {
    cancelAnimationFrame(this.#waiting);
    clearTimeout(this.#quiet);
    for (const stop of this.#ends) stop();
  }
}
