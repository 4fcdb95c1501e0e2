import { useFormat } from "#translations";
import { ChartMark } from "@/components/charts/mark";
import type { MonthsLayout } from "@/lib/charts/evidence-months";
import { percent } from "@/lib/text/percent";

const HEIGHT = 150;
/** Bars up to which each has room for its month. */
const FEW = 6;
const FOOT = 18;
const TOP = 8;
/** Where the bars begin, after the numbers of their axis, in per cent. */
const LEFT = 6;

/** A bar for each month of publication; below them the months where they are few, else the years. */
export function MonthsSvg({ layout: { rows, most, ticks } }: { layout: MonthsLayout }) {
  const format = useFormat();
  if (rows.length === 0) return null;
  const room = HEIGHT - FOOT - TOP;
  const up = (count: number) => Math.round(100 * (TOP + room * (1 - count / most))) / 100;
  const along = (share: number) => percent(LEFT + share * (100 - LEFT));
  return (
    <svg width="100%" height={HEIGHT} className="overflow-visible print-exact" role="presentation">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={`${LEFT}%`} x2="100%" y1={up(tick)} y2={up(tick)} stroke="var(--rule)" />
          <text x={`${LEFT - 1}%`} y={up(tick) + 4} textAnchor="end" fontSize="12" fill="var(--muted)">
            {format.number(tick)}
          </text>
        </g>
      ))}
      {rows.map(({ month, name, year, from, to, parts: [bar] }) => (
        <g key={month}>
          {bar && (
            <ChartMark description={bar.description} href={bar.href} row="months">
              <rect
                x={along(from)}
                width={percent((to - from) * (100 - LEFT))}
                y={up(bar.count)}
                height={room - up(bar.count) + TOP}
                fill="var(--data-1)"
              />
            </ChartMark>
          )}
          {(rows.length <= FEW || year) && (
            <text x={along(from)} y={HEIGHT - 4} fontSize="12" fill="var(--muted)">
              {rows.length <= FEW ? name : year}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
