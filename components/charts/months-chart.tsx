"use client";

import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useWords } from "#words";

export type MonthBar = { readonly month: string; readonly label: string; readonly count: number };

const HEIGHT = 200;

/** Bars of months; the table behind it says the same to whoever can't see it. */
export function MonthsChart({ bars }: { bars: readonly MonthBar[] }) {
  const t = useWords("chart");
  const most = bars.reduce((high, { count }) => Math.max(high, count), 0);
  // A first month late in its year would have no room for its label before the next year's.
  const isNamed = ({ month }: MonthBar, place: number) =>
    month.endsWith("-01") || (place === 0 && month.slice(5) < "07");
  const years = bars.filter(isNamed).map(({ month }) => month);
  return (
    <div>
      <p className="sr-only">{t("monthsLabel")}</p>
      <div aria-hidden="true" className="overflow-hidden" style={{ height: HEIGHT }}>
        <ResponsiveContainer width="100%" height={HEIGHT} initialDimension={{ width: 640, height: HEIGHT }}>
          <BarChart
            data={[...bars]}
            margin={{ top: 20, right: 8, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            barCategoryGap={1}
          >
            <XAxis
              dataKey="month"
              ticks={years}
              interval={0}
              tickFormatter={(month: string) => month.slice(0, 4)}
              tick={{ fontSize: 12, fill: "var(--muted)" }}
              stroke="var(--rule-strong)"
            />
            <YAxis
              width={32}
              allowDecimals={false}
              tick={{ fontSize: 12, fill: "var(--muted)" }}
              axisLine={false}
              tickLine={false}
            />
            <Bar
              dataKey="count"
              fill="var(--data-1)"
              isAnimationActive={false}
              shape={(part: unknown) => <Column part={part as Part} most={most} />}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

/** What recharts hands to a bar's shape; `payload` is its row of the data. */
type Part = { x: number; y: number; width: number; height: number; fill: string; payload: MonthBar };

/** The highest bar says its month and its number. */
function Column({ part: { x, y, width, height, fill, payload }, most }: { part: Part; most: number }) {
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill={fill} />
      {payload.count === most && (
        <text x={x + width / 2} y={y - 5} textAnchor="middle" fontSize={12} fill="var(--ink)">
          {payload.label}: <tspan fontWeight={700}>{payload.count}</tspan>
        </text>
      )}
    </g>
  );
}
