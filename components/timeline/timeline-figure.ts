import { useFormat, useLocaleCode, useWords } from "#words";
import { sayDate } from "@/lib/fuzzy-date";
import type { PictureData, PictureRevision } from "@/lib/picture";
import { sayScope } from "@/lib/say-scope";
import { countStretches, edtfOf, type Stretch } from "@/lib/timeline-figures";
import { type TimelineView, timelineFilter } from "@/lib/timeline-filter";
import { LANES, type Lane } from "@/lib/timeline-lane";
import type { Period } from "@/lib/timeline-scale";
import { useLaneName } from "./lane-name";
import type { LaneSpan } from "./timeline-entries";

type Given = {
  view: TimelineView;
  period: Period;
  lanes: readonly string[];
  spans: readonly LaneSpan[];
  total: number;
  head: PictureRevision | null;
  seesAll: boolean;
  now: Date;
};

/** The timeline as a picture with its finding and its table. */
export function useTimelineData({ view, period, lanes, spans, total, head, seesAll, now }: Given): PictureData {
  const t = useWords("timeline");
  const explorer = useWords("explorer");
  const format = useFormat();
  const locale = useLocaleCode();
  const laneName = useLaneName();
  const say = (own: Period) => sayDate({ edtf: edtfOf(own), ...own }, locale);
  const day = (iso: string) => say({ from: iso, to: iso });
  const rows = countStretches(spans, period);
  const sum = ({ counts }: Stretch) => Object.values(counts).reduce((a, b) => a + b, 0);
  const most = rows.reduce<Stretch | null>((best, row) => (best && sum(best) >= sum(row) ? best : row), null);
  const ends = { from: day(period.from), to: day(period.to) };
  const byKind = view.lanes === "kind";
  const cell = (value: number, { from, to }: Period, lane?: string) => ({
    value,
    text: format.number(value),
    href: timelineFilter.href("/timeline", view, {
      scale: "whole",
      from: from < period.from ? period.from : from,
      to: to > period.to ? period.to : to,
      ...(lane && (LANES as readonly string[]).includes(lane) && { lane: { any: [lane as Lane], without: [] } }),
    }),
  });
  return {
    title: period.from === period.to ? ends.from : t("pictureTitle", ends),
    finding:
      total > 0 && most
        ? explorer("figureFinding", { count: total, ...ends, most: format.number(sum(most)), when: say(most) })
        : explorer("figureNone", ends),
    definition: explorer("figureDefinition"),
    filter: sayScope({ ...view, ...period }, seesAll, locale),
    sources: t(seesAll && view.records === "all" ? "provenance" : "provenancePublished"),
    credits: t("pictureSummary"),
    asOf: now.toISOString(),
    revision: head,
    table: {
      columns: [
        { key: "from", header: explorer("figureColumn.stretch") },
        ...lanes.map((lane) => ({ key: lane, header: laneName(lane), numeric: true })),
        ...(byKind ? [{ key: "total", header: explorer("figureColumn.total"), numeric: true }] : []),
      ],
      rows: rows.map((row) => ({
        key: row.from,
        cells: [
          { value: row.from, text: say(row) },
          ...lanes.map((lane) => cell(row.counts[lane] ?? 0, row, lane)),
          ...(byKind ? [cell(sum(row), row)] : []),
        ],
      })),
    },
  };
}
