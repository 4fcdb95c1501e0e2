import type { Annotation } from "@/db/access/timeline/annotations";
import { dayNumber } from "@/lib/dates/days";
import { recordPath } from "@/lib/records/record-path";
import { countRecordsByCountry, countryLanes, lanesOf } from "@/lib/timeline/timeline-countries";
import type { TimelineDataEntry } from "@/lib/timeline/timeline-data";
import type { LanesBy } from "@/lib/timeline/timeline-filter";
import { LANES, RECORD_OF_LANE } from "@/lib/timeline/timeline-lane";
import { buildLevels, type Dated } from "@/lib/timeline/timeline-levels";
import type { Model } from "./stage";
import type { StageEntry } from "./stage-marks";

type ModelNames = {
  /** A lane's name: of a kind, of a country, "others", "nowhere" or "notes". */
  readonly lane: (lane: string) => string;
  /** "Response, denial" */
  readonly what: (lane: string, kind: string) => string;
};

/** There are up to a dozen lanes of countries, and five of kinds. */
const COUNTRY_ROWS = 4;

type Note = Pick<Annotation, "id" | "text" | "language" | "date">;

const dated = (lane: string, { date, isSpoken }: Pick<StageEntry, "date" | "isSpoken">): Dated => ({
  lane,
  from: date.from ? dayNumber(date.from) : Number.NEGATIVE_INFINITY,
  to: date.to ? dayNumber(date.to) : Number.POSITIVE_INFINITY,
  soft: /[?~%]/.test(date.edtf),
  spoken: isSpoken,
});

/**
 * Everything that the stage draws, laid out once for every zoom. A record about two countries stands in both
 * lanes, a claim that names a time also in that time.
 */
export function stageModel(
  entries: readonly TimelineDataEntry[],
  notes: readonly Note[],
  by: LanesBy,
  shown: readonly string[],
  names: ModelNames,
): Model {
  const records = entries.map(
    ({ lane, kind, slug, on, title, language, date, period }): StageEntry => ({
      lane,
      title,
      date,
      dates: { asserted: date, period },
      isSpoken: false,
      language,
      what: names.what(lane, kind),
      href: recordPath({ kind: RECORD_OF_LANE[lane], slug, on }),
    }),
  );
  const written = notes.map(
    ({ id, text, language, date }): StageEntry => ({
      lane: "notes",
      title: text,
      date,
      dates: { asserted: date, period: null },
      isSpoken: false,
      language,
      what: names.what("notes", ""),
      href: `#note-${id}`,
    }),
  );
  const own =
    by === "country" ? countryLanes(countRecordsByCountry(entries)) : LANES.filter((lane) => shown.includes(lane));
  const placed = records.flatMap((entry, index) => {
    const lanes = by === "country" ? lanesOf(entries[index]?.countries ?? [], own) : [entry.lane];
    const { period } = entry.dates;
    const spoken = period && { ...entry, date: period, isSpoken: true };
    return (spoken ? [entry, spoken] : [entry]).flatMap((own) =>
      lanes.map((lane) => ({ entry: own, dated: dated(lane, own) })),
    );
  });
  const all = [...written.map((entry) => ({ entry, dated: dated("notes", entry) })), ...placed];
  const lanes = [...(written.length > 0 ? ["notes"] : []), ...own];
  return {
    lanes,
    laneNames: lanes.map(names.lane),
    entries: all.map(({ entry }) => entry),
    levels: buildLevels(
      all.map((one) => one.dated),
      lanes,
      by === "country" ? COUNTRY_ROWS : undefined,
    ),
  };
}
