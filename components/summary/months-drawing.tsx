import { useFormat, useLocaleCode, useTranslations } from "#translations";
import type { MonthBar } from "@/lib/charts/summary-drawing";
import { formatMonth, monthHref } from "@/lib/charts/summary-figures";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import type { RangeAxis } from "@/lib/text/range-axis";

const HEIGHT = 150;
/** Bars up to which each has room for its month. */
const FEW = 6;
const FOOT = 18;
const TOP = 8;

/** A bar for each month of publication; below them the months where they are few, else the years. */
export function MonthsDrawing({
  bars,
  axis,
  view,
}: {
  bars: readonly MonthBar[];
  axis: RangeAxis;
  view: DashboardFilter;
}) {
  const t = useTranslations("summary");
  const format = useFormat();
  const locale = useLocaleCode();
  if (bars.length === 0) return null;
  const room = HEIGHT - FOOT - TOP;
  const at = (share: number) => TOP + room * (1 - share);
  const place = (share: number) => `${6 + share * 94}%`;
  return (
    <svg width="100%" height={HEIGHT} className="overflow-visible print-exact" role="presentation">
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line x1="6%" x2="100%" y1={at(tick / axis.max)} y2={at(tick / axis.max)} stroke="var(--rule)" />
          <text x="5%" y={at(tick / axis.max) + 4} textAnchor="end" fontSize="11" fill="var(--muted)">
            {format.number(tick)}
          </text>
        </g>
      ))}
      {bars.map(({ month, count, from, to, height }, index) => (
        <g key={month}>
          {count > 0 && (
            <a
              href={monthHref(view, month)}
              data-mark
              data-row="months"
              tabIndex={-1}
              aria-label={t("monthSays", { month: formatMonth(month, locale), count })}
            >
              <rect
                x={place(from)}
                width={`${(to - from) * 94}%`}
                y={at(height)}
                height={height * room}
                fill="var(--data-1)"
              />
            </a>
          )}
          {(bars.length <= FEW || month.endsWith("-01") || (index === 0 && month < `${month.slice(0, 4)}-10`)) && (
            <text x={place(from)} y={HEIGHT - 4} fontSize="11" fill="var(--muted)">
              {bars.length <= FEW ? formatMonth(month, locale) : month.slice(0, 4)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
