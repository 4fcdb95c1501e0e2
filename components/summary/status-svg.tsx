import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { patternOf, StatusPatterns } from "@/components/charts/status-pattern";
import { Link } from "@/components/ui/link";
import { stackedAreas, yearsBetweenEnds } from "@/lib/charts/status-areas";
import type { StatusLabel, StatusLayout } from "@/lib/charts/status-layout";
import { dayOf } from "@/lib/dates/days";
import { formatDay } from "@/lib/dates/format-date";
import { statusGlyph } from "@/lib/records/status";

const WIDTH = 600;
const HEIGHT = 200;
/** Where the drawing begins, after the numbers of its axis, in per cent. */
const LEFT = 6;
const CHART = "summary-steps";

/** How many stations had which status, in steps of the days on which that changed, with the statuses named at its side. */
export function StatusSvg({ layout, tableHref }: { layout: StatusLayout; tableHref: string }) {
  const locale = useLocaleCode();
  if (layout.points.length === 0) return null;
  const day = (at: number) => formatDay(dayOf(at), locale, "medium");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_12rem] gap-3 max-sm:grid-cols-1 print:grid-cols-[minmax(0,1fr)_10rem]">
      <div>
        {layout.cut && <NotAllDrawn cut={layout.cut} tableHref={tableHref} />}
        <Stack layout={layout} />
        <p className="relative flex justify-between" style={{ marginInlineStart: `${LEFT}%` }}>
          <AxisDay description={day(layout.from)} />
          {yearsBetweenEnds(layout).map(({ name, share }) => (
            <span
              key={name}
              className="absolute -translate-x-1/2 text-xs text-muted print:text-[7pt]"
              style={{ insetInlineStart: `${share * 100}%` }}
              data-draw
            >
              {name}
            </span>
          ))}
          <AxisDay description={day(layout.to)} />
        </p>
      </div>
      <ul className="flex flex-col-reverse justify-end gap-1 text-sm print:text-xs">
        {layout.labels.map((label) => (
          <EndLabel key={label.status} label={label} />
        ))}
      </ul>
    </div>
  );
}

function NotAllDrawn({ cut, tableHref }: { cut: NonNullable<StatusLayout["cut"]>; tableHref: string }) {
  const t = useTranslations("charts");
  return (
    <p className="text-xs text-muted">
      <span data-draw="">{t("drawnSteps", cut)}</span> <Link href={tableHref}>{t("tableHasAll")}</Link>
    </p>
  );
}

function Stack({ layout }: { layout: StatusLayout }) {
  const format = useFormat();
  const up = (count: number) => `${(1 - count / layout.most) * 100}%`;
  return (
    <svg width="100%" height={HEIGHT} className="mt-2 overflow-visible print-exact print:h-24" role="presentation">
      {layout.ticks.map((tick) => (
        <g key={tick}>
          <line x1={`${LEFT}%`} x2="100%" y1={up(tick)} y2={up(tick)} stroke="var(--rule)" />
          <text x={`${LEFT - 1}%`} y={up(tick)} dy="0.34em" textAnchor="end" fontSize="12" fill="var(--muted)">
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
        <StatusPatterns chart={CHART} statuses={layout.statuses} />
        {stackedAreas(layout).map(({ status, points }) => (
          <polygon
            key={status}
            points={points.map(([x, y]) => `${(x * WIDTH).toFixed(1)},${(HEIGHT * (1 - y)).toFixed(1)}`).join(" ")}
            fill={patternOf(CHART, status)}
            stroke="var(--paper)"
            strokeWidth="0.5"
          />
        ))}
      </svg>
    </svg>
  );
}

function EndLabel({ label: { status, name, count, href } }: { label: StatusLabel }) {
  const t = useTranslations("summary");
  const format = useFormat();
  return (
    <li className="flex items-center gap-2">
      <svg width="16" height="14" aria-hidden="true" className="shrink-0 print-exact">
        <StatusPatterns chart={`${CHART}-key-${status}`} statuses={[status]} />
        <rect width="16" height="14" fill={patternOf(`${CHART}-key-${status}`, status)} />
      </svg>
      <a
        href={href}
        data-mark
        data-row="statuses"
        data-draw
        tabIndex={-1}
        aria-label={t("statusSays", { status: name, count })}
      >
        <span aria-hidden="true">{statusGlyph(status)}</span> {name} <strong>{format.number(count)}</strong>
      </a>
    </li>
  );
}

function AxisDay({ description }: { description: string }) {
  return (
    <span className="text-xs text-muted print:text-[7pt]" data-draw>
      {description}
    </span>
  );
}
