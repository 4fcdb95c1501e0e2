import { useLocaleCode, useTranslations } from "#translations";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { TimelineBarLayout } from "@/lib/timeline/timeline";
import { useLaneKindName } from "./lane-kind-name";
import { useLaneName } from "./lane-name";
import { BAR, colourOf, type DrawnEntry, ENTRY_ROW } from "./timeline-entry";

type Props = { bar: TimelineBarLayout<DrawnEntry>; top: number; labelled: boolean };

/** One mark: as wide as its date is known, fading where an end is open, dashed where it is approximate or uncertain. */
export function TimelineBar({ bar, top, labelled }: Props) {
  const t = useTranslations("timeline");
  const locale = useLocaleCode();
  const kindOf = useLaneKindName();
  const laneName = useLaneName();
  const { entry, x, width, row, openStart, openEnd, beginsBefore, endsAfter, approximate, uncertain } = bar;
  const y = top + row * ENTRY_ROW;
  const isWide = entry.date.from !== entry.date.to;
  const fades = openStart || openEnd;
  const date = formatFuzzyDate(entry.date, locale);
  const what =
    entry.title === null || entry.tone === null
      ? t("clusterIn", { lane: laneName(entry.lane), count: entry.count, date })
      : `${t(`laneOne.${entry.tone}`)}${entry.kind ? `, ${kindOf(entry.tone, entry.kind)}` : ""}: ${entry.title}; ${date}`;
  const colour = colourOf(entry.tone);
  const fill = fades ? `url(#fade-${entry.tone ?? "all"}-${openStart ? "start" : "end"})` : colour;
  const isMany = entry.count > 1;
  return (
    <a
      href={entry.href}
      aria-label={what}
      tabIndex={-1}
      className="no-underline"
      data-mark
      data-row={`${entry.lane} ${row}`}
    >
      <title>{what}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={BAR}
        rx={2}
        fill={isMany && !fades ? "var(--paper)" : fill}
        fillOpacity={isMany || fades ? 1 : isWide || labelled ? 0.3 : 1}
        stroke={colour}
        strokeWidth={isMany ? 2 : 1}
        strokeDasharray={approximate ? "4 3" : uncertain ? "1 3" : undefined}
      />
      {isMany && (
        <text
          x={x + width / 2}
          y={y + BAR / 2}
          dy="0.35em"
          textAnchor="middle"
          fontSize={11}
          fontWeight={600}
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {entry.count}
        </text>
      )}
      {beginsBefore && <path d={`M${x + 8} ${y + 3}l-6 4.5l6 4.5z`} fill="var(--ink)" />}
      {endsAfter && <path d={`M${x + width - 8} ${y + 3}l6 4.5l-6 4.5z`} fill="var(--ink)" />}
      {labelled && entry.title !== null && (
        <text
          x={x + 14}
          y={y + BAR / 2}
          dy="0.35em"
          fontSize={13}
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {entry.title.length > 120 ? `${entry.title.slice(0, 119)}…` : entry.title}
          {isWide && <tspan fill="var(--muted)"> · {date}</tspan>}
        </text>
      )}
    </a>
  );
}
