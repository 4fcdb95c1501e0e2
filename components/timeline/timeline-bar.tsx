import { useLocaleCode, useTranslations } from "#translations";
import { formatClaimDates, formatSpokenOf } from "@/lib/dates/claim-dates";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { TimelineBarLayout } from "@/lib/timeline/timeline";
import { useLaneKindName } from "./lane-kind-name";
import { useLaneName } from "./lane-name";
import { BAR, colourOf, type DrawnEntry, ENTRY_ROW } from "./timeline-entry";

/** The time that a claim speaks of: a line below its title. */
const SPOKEN_HEIGHT = 4;

type Props = { bar: TimelineBarLayout<DrawnEntry>; top: number; labelled: boolean };

/** The record of a mark with its date, or how many there are. */
function useBarDescription() {
  const t = useTranslations("timeline");
  const locale = useLocaleCode();
  const kindOf = useLaneKindName();
  const laneName = useLaneName();
  return ({ lane, tone, kind, title, count, date: own, spoken }: DrawnEntry): string => {
    const date = spoken
      ? formatClaimDates({ asserted: spoken.asserted, period: own }, locale)
      : formatFuzzyDate(own, locale);
    if (title === null || tone === null) {
      return spoken
        ? t("speakOf", { lane: laneName(lane), count, of: formatSpokenOf(own, locale) })
        : t("clusterIn", { lane: laneName(lane), count, date });
    }
    const record = `${t(`laneOne.${tone}`)}${kind ? `, ${kindOf(tone, kind)}` : ""}`;
    return spoken ? t("speaksOf", { lane: record, what: title, date }) : `${record}: ${title}; ${date}`;
  };
}

/** One mark: as wide as its date is known, fading where an end is open, dashed where it is approximate or uncertain. */
export function TimelineBar({ bar, top, labelled }: Props) {
  const locale = useLocaleCode();
  const { entry, x, width, row, openStart, openEnd, beginsBefore, endsAfter, approximate, uncertain } = bar;
  const y = top + row * ENTRY_ROW;
  const isWide = entry.date.from !== entry.date.to;
  const fades = openStart || openEnd;
  const date = formatFuzzyDate(entry.date, locale);
  const what = useBarDescription()(entry);
  const colour = colourOf(entry.tone);
  const fill = fades ? `url(#fade-${entry.tone ?? "all"}-${openStart ? "start" : "end"})` : colour;
  const isMany = entry.count > 1;
  const height = entry.spoken ? SPOKEN_HEIGHT : BAR;
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
        y={y + BAR - height}
        width={width}
        height={height}
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
