import {
  type ComponentProps,
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import { ComposedChart } from "recharts";

/** CSS pixels from which a chart is drawn as a wide one: `@min-[620px]` says the same. */
export const WIDE_CHART = 620;

type Props = Pick<ComponentProps<typeof ComposedChart>, "margin"> & {
  height: number;
  /** Its height where it has less room than WIDE, if that is another one. */
  narrowHeight?: number;
  /** Axes, and marks of our own on their scales: what recharts would draw itself is not loaded. */
  children: ReactNode;
};

/** A chart as wide as its place: its height is kept free before it is drawn, so that nothing jumps. */
export function ChartFrame({ height, narrowHeight, margin, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const known =
    narrowHeight === undefined ? height : width === null ? null : width < WIDE_CHART ? narrowHeight : height;
  const heights = { "--narrow": `${narrowHeight}px`, "--wide": `${height}px` } as CSSProperties;
  return (
    <div className={narrowHeight === undefined ? undefined : "@container"}>
      <div
        ref={frame}
        className={`chart overflow-hidden print-exact ${known === null ? "h-(--narrow) @min-[620px]:h-(--wide)" : ""}`}
        style={known === null ? heights : { height: known }}
      >
        {width !== null && known !== null && (
          <ComposedChart width={width} height={known} margin={margin} accessibilityLayer={false}>
            {children}
          </ComposedChart>
        )}
      </div>
    </div>
  );
}

/** CSS pixels that an element has to its sides; null before the browser has laid it out. */
function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [element]);
  return width;
}

const TICK = { fontSize: 12, fill: "var(--muted)" };

/** An axis along the foot. It keeps to its domain whether there are data or none; without a key recharts would count them. */
export const FOOT_AXIS = {
  type: "number",
  dataKey: "at",
  allowDataOverflow: true,
  tick: TICK,
  stroke: "var(--rule-strong)",
} as const;

/** An axis of counts from nothing to the most, at the left. */
export const countAxis = (
  { most, ticks }: { most: number; ticks: readonly number[] },
  formatCount: (count: number) => string,
) =>
  ({
    width: Math.max(34, 12 + formatCount(most).length * 7),
    tickFormatter: formatCount,
    domain: [0, most],
    allowDataOverflow: true,
    ticks: [...ticks],
    interval: 0,
    tick: TICK,
    axisLine: false,
    tickLine: false,
  }) as const;

/** Mean width of a letter, as a share of its size. */
const LETTER = 0.5;

/** One line, or two broken between words and after hyphens where one has not the room. @param width in CSS pixels */
export function inLines(text: string, width: number, size: number): string[] {
  const fits = (line: string) => line.length * size * LETTER <= width;
  if (fits(text)) return [text];
  const pieces = text.split(/(?<=[\s-])/);
  const joined = (from: number, to?: number) => pieces.slice(from, to).join("").trim();
  let used = 1;
  while (used < pieces.length && fits(joined(0, used + 1))) used += 1;
  return [joined(0, used), joined(used)].filter(Boolean).map((line) => shorten(line, width + size, size));
}

/** As many letters as fit, the last an ellipsis. @param width in CSS pixels */
const shorten = (text: string, width: number, size = 13) => {
  const most = Math.max(3, Math.floor(width / (size * LETTER)));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};
