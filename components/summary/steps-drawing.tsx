import { useFormat, useWords } from "#words";
import { patternOf, StatusPatterns } from "@/components/charts/status-pattern";
import type { Scope } from "@/lib/scope-filter";
import { statusGlyph } from "@/lib/status";
import type { StepsDrawing as Drawing } from "@/lib/summary-drawing";
import { statusHref } from "@/lib/summary-pictures";

const WIDTH = 600;
const HEIGHT = 200;
const CHART = "summary-steps";

/** How many stations had which status, in steps of the days on which that changed, with the statuses named at its side. */
export function StepsDrawing({ drawing, view }: { drawing: Drawing; view: Scope }) {
  const t = useWords("summary");
  const status = useWords("status");
  const format = useFormat();
  const { areas, axis, first, last } = drawing;
  const day = (iso: string) =>
    format.dateTime(new Date(`${iso}T12:00:00Z`), { day: "numeric", month: "short", year: "numeric" });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_12rem] gap-3 max-sm:grid-cols-1 print:grid-cols-[minmax(0,1fr)_10rem]">
      <div>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          width="100%"
          height={HEIGHT}
          className="print-exact print:h-24"
          role="presentation"
        >
          <StatusPatterns chart={CHART} statuses={areas.map((area) => area.status)} />
          {axis.ticks.map((tick) => (
            <line
              key={tick}
              x1="0"
              x2={WIDTH}
              y1={HEIGHT * (1 - tick / axis.max)}
              y2={HEIGHT * (1 - tick / axis.max)}
              stroke="var(--rule)"
            />
          ))}
          {areas.map((area) => (
            <polygon
              key={area.status}
              points={area.points
                .map(([x, y]) => `${(x * WIDTH).toFixed(1)},${(HEIGHT * (1 - y)).toFixed(1)}`)
                .join(" ")}
              fill={patternOf(CHART, area.status)}
              stroke="var(--paper)"
              strokeWidth="0.5"
            />
          ))}
        </svg>
        <p className="flex justify-between">
          {[first, last].map((iso) => (
            <span key={iso} className="text-xs text-muted" data-draw>
              {day(iso)}
            </span>
          ))}
        </p>
      </div>
      <ul className="flex flex-col-reverse justify-end gap-1 text-sm print:text-xs">
        {areas
          .filter(({ count }) => count > 0)
          .map((area) => (
            <li key={area.status} className="flex items-center gap-2">
              <svg width="16" height="14" aria-hidden="true" className="shrink-0 print-exact">
                <StatusPatterns chart={`${CHART}-key-${area.status}`} statuses={[area.status]} />
                <rect width="16" height="14" fill={patternOf(`${CHART}-key-${area.status}`, area.status)} />
              </svg>
              <a
                href={statusHref(view, area.status, last)}
                data-mark
                data-row="statuses"
                data-draw
                tabIndex={-1}
                aria-label={t("statusSays", { status: status(`label.${area.status}`), count: area.count })}
              >
                <span aria-hidden="true">{statusGlyph(area.status)}</span> {status(`label.${area.status}`)}{" "}
                <strong>{format.number(area.count)}</strong>
              </a>
            </li>
          ))}
      </ul>
    </div>
  );
}
