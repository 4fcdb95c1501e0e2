import { useFormat, useTranslations } from "#translations";
import { patternOf, StatusPatterns } from "@/components/charts/status-pattern";
import type { StatusDrawing as Drawing } from "@/lib/charts/summary-drawing";
import { statusHref } from "@/lib/charts/summary-figures";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { statusGlyph } from "@/lib/records/status";

const WIDTH = 600;
const HEIGHT = 200;
/** Where the drawing begins, after the numbers of its axis, in per cent. */
const LEFT = 6;
const CHART = "summary-steps";

/** How many stations had which status, in steps of the days on which that changed, with the statuses named at its side. */
export function StatusSvg({ drawing, view }: { drawing: Drawing; view: DashboardFilter }) {
  const t = useTranslations("summary");
  const status = useTranslations("status");
  const format = useFormat();
  const { areas, axis, years, first, last } = drawing;
  const up = (share: number) => `${(1 - share) * 100}%`;
  const day = (iso: string) =>
    format.dateTime(new Date(`${iso}T12:00:00Z`), { day: "numeric", month: "short", year: "numeric" });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_12rem] gap-3 max-sm:grid-cols-1 print:grid-cols-[minmax(0,1fr)_10rem]">
      <div>
        <svg
          width="100%"
          height={HEIGHT}
          className="mt-2 overflow-visible print-exact print:h-24"
          role="presentation"
        >
          {axis.ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={`${LEFT}%`}
                x2="100%"
                y1={up(tick / axis.max)}
                y2={up(tick / axis.max)}
                stroke="var(--rule)"
              />
              <text
                x={`${LEFT - 1}%`}
                y={up(tick / axis.max)}
                dy="0.34em"
                textAnchor="end"
                fontSize="11"
                fill="var(--muted)"
              >
                {format.number(tick)}
              </text>
            </g>
          ))}
          <svg
            x={`${LEFT}%`}
            width={`${100 - LEFT}%`}
            height="100%"
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <StatusPatterns chart={CHART} statuses={areas.map((area) => area.status)} />
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
        </svg>
        <p className="relative flex justify-between" style={{ marginInlineStart: `${LEFT}%` }}>
          <AxisDay description={day(first)} />
          {years.map(({ year, share }) => (
            <span
              key={year}
              className="absolute -translate-x-1/2 text-xs text-muted print:text-[7pt]"
              style={{ insetInlineStart: `${share * 100}%` }}
              data-draw
            >
              {year}
            </span>
          ))}
          <AxisDay description={day(last)} />
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

function AxisDay({ description }: { description: string }) {
  return (
    <span className="text-xs text-muted print:text-[7pt]" data-draw>
      {description}
    </span>
  );
}
