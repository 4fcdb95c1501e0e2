import { useLocaleCode, useTranslations } from "#translations";
import { formatDay } from "@/lib/dates/format-date";
import { packJson } from "@/lib/text/pack-json";
import type { Timeline } from "@/lib/timeline/timeline";
import { type TimelineView, timelineFilter } from "@/lib/timeline/timeline-filter";
import { LANES } from "@/lib/timeline/timeline-lane";
import type { Tick } from "@/lib/timeline/timeline-scale";
import { useLaneName } from "./lane-name";
import { useDrawnBar } from "./timeline-bar";
import { TimelineBars } from "./timeline-bars";
import { colourOf, type DrawnEntry, ENTRY_ROW, WIDTH } from "./timeline-entry";
import { type Note, placeNotes, TimelineNotes } from "./timeline-notes";

const AXIS = 28;
const HEAD = 20;
const GAP = 14;

type Props = { timeline: Timeline<DrawnEntry>; view: TimelineView; notes: readonly Note[] };

/** Lanes of marks over one axis of time, drawn on the server from the numbers of lib/timeline. */
export function TimelineFigure({ timeline, view, notes }: Props) {
  const t = useTranslations("timeline");
  const laneName = useLaneName();
  const drawBar = useDrawnBar();
  const written = placeNotes(notes, timeline.period);
  const isEmpty = timeline.lanes.every(({ bars }) => bars.length === 0);
  let y = AXIS + written.height;
  const lanes = timeline.lanes.map((lane) => {
    const top = y;
    y += HEAD + (isEmpty ? 0 : Math.max(1, lane.rows) * ENTRY_ROW + GAP);
    return { ...lane, top };
  });
  return (
    <section className="overflow-x-auto" aria-label={t("pictureLabel", { count: lanes.length })}>
      <svg
        viewBox={`0 0 ${WIDTH} ${y}`}
        className="min-w-[56rem] print-exact print:min-w-0 print:[&_text]:text-[15px]"
        width="100%"
      >
        <title>{t("title")}</title>
        <Fades />
        {timeline.ticks.map((tick) => (
          <AxisTick key={tick.day} tick={tick} unit={timeline.unit} bottom={y} view={view} />
        ))}
        <TimelineNotes written={written} top={AXIS} bottom={y} />
        {lanes.map(({ lane, bars, top }) => (
          <g key={lane}>
            <line x1="0" x2={WIDTH} y1={top} y2={top} stroke="var(--rule)" />
            <text x="0" y={top + 15} fontSize={13} fontWeight={600} fill="var(--ink)">
              {laneName(lane)}
            </text>
            <TimelineBars packed={packJson(bars.map((bar) => drawBar(bar, top + HEAD, view.scale === "day")))} />
          </g>
        ))}
      </svg>
    </section>
  );
}

/** Where a date has no beginning or no end, its bar fades out on that side. */
function Fades() {
  return (
    <defs>
      {[...LANES, null].flatMap((tone) =>
        (["start", "end"] as const).map((side) => (
          <linearGradient key={`${tone} ${side}`} id={`fade-${tone ?? "all"}-${side}`}>
            <stop offset="0" stopColor={colourOf(tone)} stopOpacity={side === "start" ? 0 : 0.8} />
            <stop offset="1" stopColor={colourOf(tone)} stopOpacity={side === "start" ? 0.8 : 0} />
          </linearGradient>
        )),
      )}
    </defs>
  );
}

type TickProps = { tick: Tick; unit: Timeline["unit"]; bottom: number; view: TimelineView };

/** A line of the axis; its label leads to a closer look at the time that begins there. */
function AxisTick({ tick: { x, day, isMajor }, unit, bottom, view }: TickProps) {
  const locale = useLocaleCode();
  const label = {
    year: day.slice(0, 4),
    quarter: formatDay(day, locale, isMajor ? "monthAndYear" : "month"),
    month: formatDay(day, locale, isMajor ? "monthAndYear" : "month"),
    day: isMajor ? formatDay(day, locale, "dayAndMonth") : String(Number(day.slice(8))),
  }[unit];
  const isLast = x > WIDTH - 24;
  const text = (
    <text x={x + 3} y={14} fontSize={12} fill="var(--accent)" fontWeight={isMajor ? 600 : 400}>
      {isLast ? "" : label}
    </text>
  );
  return (
    <>
      <line x1={x} x2={x} y1={0} y2={bottom} stroke={isMajor ? "var(--rule-strong)" : "var(--rule)"} />
      {view.scale === "day" || isLast ? (
        text
      ) : (
        <a
          className="no-underline"
          href={timelineFilter.href("/timeline", view, { scale: unit, from: day, to: undefined })}
        >
          {text}
        </a>
      )}
    </>
  );
}
