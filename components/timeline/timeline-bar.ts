import { useLocaleCode, useTranslations } from "#translations";
import { formatClaimDates, formatSpokenOf } from "@/lib/dates/claim-dates";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { TimelineBarLayout } from "@/lib/timeline/timeline";
import { useLaneKindName } from "./lane-kind-name";
import { useLaneName } from "./lane-name";
import type { DrawnBar } from "./timeline-bars";
import { BAR, colourOf, type DrawnEntry, ENTRY_ROW } from "./timeline-entry";

/** The time that a claim speaks of: a line below its title. */
const SPOKEN_HEIGHT = 4;
const LONGEST_TITLE = 120;

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

/**
 * A mark in words and numbers: as wide as its date is known, fading where an end is open, dashed where it is approximate or
 * uncertain.
 */
export function useDrawnBar(): (bar: TimelineBarLayout<DrawnEntry>, top: number, labelled: boolean) => DrawnBar {
  const locale = useLocaleCode();
  const describe = useBarDescription();
  return (bar, top, labelled) => {
    const { entry, x, width, row, openStart, openEnd, beginsBefore, endsAfter, approximate, uncertain } = bar;
    const isWide = entry.date.from !== entry.date.to;
    const fades = openStart || openEnd;
    const isMany = entry.count > 1;
    const colour = colourOf(entry.tone);
    const fade = `url(#fade-${entry.tone ?? "all"}-${openStart ? "start" : "end"})`;
    const title = labelled ? entry.title : null;
    const isCut = title !== null && title.length > LONGEST_TITLE;
    return {
      key: entry.id,
      href: entry.href,
      description: describe(entry),
      row: `${entry.lane} ${row}`,
      x,
      y: top + row * ENTRY_ROW,
      width,
      height: entry.spoken ? SPOKEN_HEIGHT : BAR,
      fill: fades ? fade : isMany ? "var(--paper)" : colour,
      opacity: isMany || fades ? 1 : isWide || labelled ? 0.3 : 1,
      colour,
      dashes: approximate ? "4 3" : uncertain ? "1 3" : null,
      count: isMany ? entry.count : null,
      title: isCut ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title,
      date: title !== null && isWide ? formatFuzzyDate(entry.date, locale) : null,
      beginsBefore,
      endsAfter,
    };
  };
}
