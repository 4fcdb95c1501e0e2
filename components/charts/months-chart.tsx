"use client";

import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useWords } from "#words";

export type MonthBar = { readonly month: string; readonly label: string; readonly count: number };

const HEIGHT = 200;

/** Bars of months; the table behind it says the same to whoever can't see it. */
export function MonthsChart({ bars }: { bars: readonly MonthBar[] }) {
  const t = useWords("chart");
  const most = bars.reduce((high, { count }) => Math.max(high, count), 0);
  const years = bars.filter(({ month }, place) => month.endsWith("-01") || place === 0).map(({ month }) => month);
  return (
    <div>
      <p className="sr-only">{t("monthsLabel")}</p>
      <div aria-hidden="true" style={{ height: HEIGHT }}>
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
              label={(label) => (
                <Highest
                  x={Number(label.x ?? 0) + Number(label.width ?? 0) / 2}
                  y={Number(label.y ?? 0)}
                  bar={label.value === most ? bars[Number(label.index)] : undefined}
                />
              )}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

/** The highest bar says its month and its number. */
function Highest({ x, y, bar }: { x: number; y: number; bar: MonthBar | undefined }) {
  if (!bar) return null;
  return (
    <text x={x} y={y - 5} textAnchor="middle" fontSize={12} fill="var(--ink)">
      {bar.label}: <tspan fontWeight={700}>{bar.count}</tspan>
    </text>
  );
}
