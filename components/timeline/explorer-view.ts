import { useMemo } from "react";
import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { dayNumber, isoDay } from "@/lib/dates/days";
import { formatDay } from "@/lib/dates/format-date";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { Locale } from "@/lib/text/locale";
import type { PlacedMark } from "@/lib/timeline/timeline-geometry";
import type { Period, TickUnit } from "@/lib/timeline/timeline-scale";
import {
  brushViewBy,
  isBrushKey,
  panViewBy,
  periodIn,
  type TimeView,
  zoomViewBy,
} from "@/lib/timeline/timeline-view";
import type { Stage } from "./stage";
import type { stageModel } from "./stage-model";

/** The days of a mark with some time around them. */
export function viewAround({ from, to }: { from: number; to: number }): TimeView {
  const margin = Math.max(1, (to - from) / 4);
  return { start: from - margin, end: to + 1 + margin };
}

export function viewMoveByKey(
  key: string,
  shift: boolean,
  stage: Stage | null,
): ((view: TimeView) => TimeView) | null {
  if (shift && isBrushKey(key)) return (view) => brushViewBy(view, key);
  if (key === "ArrowLeft") return (view) => panViewBy(view, -0.2);
  if (key === "ArrowRight") return (view) => panViewBy(view, 0.2);
  if (key === "+" || key === "=") return (view) => zoomViewBy(view, 1.6);
  if (key === "-" || key === "_") return (view) => zoomViewBy(view, 1 / 1.6);
  return key === "Home" && stage ? () => stage.whole : null;
}

/** How many records touch the view; an annotation is none, a record in two lanes is one, a claim is where it was said. */
export function countInView(
  model: {
    levels: object;
    entries: readonly { lane: string; isSpoken: boolean; date: { from: string | null; to: string | null } }[];
  } | null,
  view: TimeView,
): number {
  if (!model) return 0;
  const { from, to } = periodIn(view);
  const seen = new Set<unknown>();
  for (const entry of model.entries) {
    if (entry.lane === "notes" || entry.isSpoken) continue;
    if ((entry.date.from ?? "") <= to && (entry.date.to ?? "9999-12-31") >= from) seen.add(entry);
  }
  return seen.size;
}

/** The axis' labels: made once each, for they are drawn on every frame. */
export function useTickFormatter() {
  const locale = useLocaleCode();
  return useMemo(() => {
    const known = new Map<string, string>();
    return (day: string, unit: TickUnit, isMajor: boolean): string => {
      const key = `${unit}${isMajor}${day}`;
      const name = known.get(key) ?? formatTick(day, unit, isMajor, locale);
      known.set(key, name);
      return name;
    };
  }, [locale]);
}

function formatTick(day: string, unit: TickUnit, isMajor: boolean, locale: Locale): string {
  if (unit === "year") return String(Number(day.slice(0, 4)));
  if (unit === "day") return isMajor ? formatDay(day, locale, "medium") : String(Number(day.slice(8)));
  return formatDay(day, locale, isMajor ? "monthAndYear" : "month");
}

/** The days from the first to the last, as a date; a side without end is open, and both are the whole. */
export function formatSpan(first: number, last: number, whole: Period, locale: Locale): string {
  const isOpen = !Number.isFinite(first) && !Number.isFinite(last);
  const [from, to] = isOpen ? [dayNumber(whole.from), dayNumber(whole.to)] : [first, last];
  return formatFuzzyDate(
    from === to
      ? { edtf: isoDay(from), from: isoDay(from), to: isoDay(to) }
      : {
          edtf: `${Number.isFinite(from) ? isoDay(from) : ".."}/${Number.isFinite(to) ? isoDay(to) : ".."}`,
          from: null,
          to: null,
        },
    locale,
  );
}

/** What a mark holds, as a sentence: the record with its date, or how many there are. */
export function useMarkDescription(
  model: ReturnType<typeof stageModel> | null,
  names: Readonly<Record<string, string>>,
  formatDays: (first: number, last: number) => string,
) {
  const t = useTranslations("explorer");
  const format = useFormat();
  const locale = useLocaleCode();
  return ({ mark, lane }: PlacedMark): string => {
    const first = model?.entries[mark.entries[0] ?? 0];
    if (mark.entries.length === 1 && first) {
      const named = { lane: first.what, what: first.title, date: formatClaimDates(first.dates, locale) };
      return t(mark.spoken ? "markSpoken" : "markOne", named);
    }
    return t(mark.spoken ? "markManySpoken" : "markMany", {
      lane: names[lane] ?? lane,
      count: format.number(mark.entries.length),
      date: formatDays(mark.from, mark.to),
    });
  };
}
