import { sayDate } from "../dates/fuzzy-date";
import { sayNarrowing, sayScope } from "../filters/say-scope";
import type { Locale } from "../text/locale";
import { formatFor } from "../text/translator";
import { wordsFor } from "../text/words";
import { type Counted, countStretches, edtfOf, type Stretch } from "../timeline/timeline-figures";
import { type TimelineView, timelineFilter } from "../timeline/timeline-filter";
import { LANES, type Lane } from "../timeline/timeline-lane";
import type { Period } from "../timeline/timeline-scale";
import { sayKind, sayLane } from "../timeline/timeline-words";
import type { PictureData, PictureRevision } from "./figure";

type Drawn = {
  readonly view: TimelineView;
  /** The days shown; null: nothing is dated. */
  readonly period: Period | null;
  readonly lanes: readonly string[];
  readonly spans: readonly Counted[];
  /** Records in the period. */
  readonly total: number;
};
type Context = {
  readonly locale: Locale;
  readonly now: Date;
  readonly head: PictureRevision | null;
  readonly seesDrafts: boolean;
};

/** The timeline as words and as a table: what it shows, what was found, how many records begin when. */
export function timelinePicture(drawn: Drawn, { locale, now, head, seesDrafts }: Context): PictureData {
  const { view, period, total } = drawn;
  const t = wordsFor(locale, "timeline");
  const explorer = wordsFor(locale, "explorer");
  const say = (own: Period) => sayDate({ edtf: edtfOf(own), ...own }, locale);
  const day = (iso: string) => say({ from: iso, to: iso });
  const rows = period ? countStretches(drawn.spans, period) : [];
  const most = rows.reduce<Stretch | null>((best, row) => (best && sum(best) >= sum(row) ? best : row), null);
  const ends = period && { from: day(period.from), to: day(period.to) };
  const found = () => {
    if (!ends) return `${t("emptyTitle")}.`;
    if (total === 0 || !most) return explorer("figureNone", ends);
    const number = formatFor(locale).number(sum(most));
    return explorer("figureFinding", { count: total, ...ends, most: number, when: say(most) });
  };
  return {
    title: !ends ? t("title") : ends.from === ends.to ? ends.from : t("pictureTitle", ends),
    finding: found(),
    definition: explorer("figureDefinition"),
    filter: sayScope({ ...view, ...period }, seesDrafts, locale, sayOthers(view, locale)),
    sources: t(seesDrafts && view.records === "all" ? "provenance" : "provenancePublished"),
    credits: t("pictureSummary"),
    asOf: now.toISOString(),
    revision: head,
    table: tableOf(drawn, rows, say, locale),
  };
}

const sum = ({ counts }: Stretch) => Object.values(counts).reduce((a, b) => a + b, 0);

function tableOf(
  { view, period, lanes }: Drawn,
  rows: readonly Stretch[],
  say: (own: Period) => string,
  locale: Locale,
): PictureData["table"] {
  const words = { timeline: wordsFor(locale, "timeline"), explorer: wordsFor(locale, "explorer") };
  const isByKind = view.lanes === "kind";
  const isLane = (lane: string): lane is Lane => (LANES as readonly string[]).includes(lane);
  const cell = (value: number, { from, to }: Period, lane?: string) => ({
    value,
    text: formatFor(locale).number(value),
    href: timelineFilter.href("/timeline", view, {
      scale: "whole",
      from: period && from < period.from ? period.from : from,
      to: period && to > period.to ? period.to : to,
      ...(lane && isLane(lane) && { lane: { any: [lane], without: [] } }),
    }),
  });
  return {
    columns: [
      { key: "from", header: words.explorer("figureColumn.stretch") },
      ...lanes.map((lane) => ({ key: lane, header: sayLane(lane, words, locale), numeric: true })),
      ...(isByKind ? [{ key: "total", header: words.explorer("figureColumn.total"), numeric: true }] : []),
    ],
    rows: rows.map((row) => ({
      key: row.from,
      cells: [
        { value: row.from, text: say(row) },
        ...lanes.map((lane) => cell(row.counts[lane] ?? 0, row, lane)),
        ...(isByKind ? [cell(sum(row), row)] : []),
      ],
    })),
  };
}

/** What the view is narrowed by beside the scope of all pictures. */
function sayOthers({ q, lane, kind }: TimelineView, locale: Locale): (string | null)[] {
  const t = wordsFor(locale, "timeline");
  const words = {
    event: wordsFor(locale, "event"),
    status: wordsFor(locale, "status"),
    claim: wordsFor(locale, "claim"),
    response: wordsFor(locale, "response"),
    evidence: wordsFor(locale, "evidence"),
  };
  const kindOf = (value: string) => {
    const [of = "events", own = ""] = value.split(".") as [Lane, string];
    return t("kindIn", { lane: t(`laneOne.${of}`), kind: sayKind(of, own, words) });
  };
  return [
    sayNarrowing(t("filterText"), { any: q ? [q] : [], without: [] }, (text) => `“${text}”`, locale),
    sayNarrowing(t("filterLane"), lane, (value) => t(`lane.${value}`), locale),
    sayNarrowing(t("filterKind"), kind, kindOf, locale),
  ];
}
