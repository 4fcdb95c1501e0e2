import type { Annotation } from "@/db/access/timeline/annotations";
import { assignRows } from "@/lib/timeline/timeline-rows";
import { type Period, scaleOf } from "@/lib/timeline/timeline-scale";
import { WIDE_STAGE } from "./stage-marks";
import { WIDTH } from "./timeline-entry";

export type Note = Pick<Annotation, "id" | "text" | "language" | "date">;

const ROW = 18;
/** Pixels that a sign of a label takes, about. */
const SIGN = 6.7;

type Written = { readonly height: number; readonly labels: ReturnType<typeof layOut> };

function layOut(notes: readonly Note[], period: Period) {
  const { startOf } = scaleOf(period, WIDTH);
  const labels = notes.map(({ id, text, language, date }) => {
    const thread = Math.min(WIDTH, Math.max(0, date.from === null ? 0 : startOf(date.from)));
    const width = 10 + [...text].reduce((wide, sign) => wide + (WIDE_STAGE.test(sign) ? 2 * SIGN : SIGN), 0);
    return { entry: { id, text, language }, thread, x: Math.max(0, Math.min(thread, WIDTH - width)), width };
  });
  return assignRows(labels, 6);
}

/** The annotations' labels above the lanes, none over another. */
export function placeNotes(notes: readonly Note[], period: Period): Written {
  const labels = layOut(notes, period);
  return { labels, height: notes.length > 0 ? labels.rows * ROW + 8 : 0 };
}

/** What editors wrote, each with a thread down through the lanes at its first day. */
export function TimelineNotes({ written, top, bottom }: { written: Written; top: number; bottom: number }) {
  return written.labels.bars.map(({ entry, thread, x, row }) => (
    <g key={entry.id}>
      <line
        x1={thread}
        x2={thread}
        y1={top + row * ROW + 4}
        y2={bottom}
        stroke="var(--muted)"
        strokeDasharray="2 4"
      />
      <path d={`M${thread} ${top + row * ROW + 3}l7 4l-7 4z`} fill="var(--ink)" />
      <text
        x={x + 10}
        y={top + row * ROW + 12}
        fontSize={13}
        lang={entry.language ?? undefined}
        fontStyle={/^(?:zh|ja|ko)\b/.test(entry.language ?? "") ? undefined : "italic"}
        fill="var(--ink)"
        stroke="var(--paper)"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {entry.text}
      </text>
    </g>
  ));
}
