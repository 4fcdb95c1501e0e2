import { rangeFilter } from "@/lib/filters/range-filter";
import { type Scope, scopeFilter } from "@/lib/filters/scope-filter";
import { summaryFilter } from "@/lib/filters/summary-filter";
import type { Actor } from "@/lib/workflow/actor";
import { listCounts } from "../../access/claims/counts";
import { listCountries } from "../../access/countries/countries";
import { findCountry } from "../../access/countries/country-file";
import { listRanges, readRange } from "../../access/figures/claim-ranges";
import { readCountryFigures } from "../../access/figures/country-figures";
import { readDeskFigures } from "../../access/figures/desk-figures";
import { readEvidenceMonths } from "../../access/figures/evidence-figures";
import { readKeyFigures } from "../../access/figures/key-figures";
import { listPersonFigures } from "../../access/figures/person-figures";
import { readStatusSteps } from "../../access/figures/station-figures";
import { readSummary } from "../../access/figures/summary";
import { readSummaryPage, readSummaryPicture } from "../../access/figures/summary-page";
import { readAtHead } from "../../access/history/head";
import { readMap } from "../../access/map/map";
import { listStations } from "../../access/stations/station-list";
import {
  listLatest,
  listTimeline,
  listUndated,
  readTimelineBounds,
  readTimelineSheet,
} from "../../access/timeline/timeline";
import { readCountrySpans, readSpans } from "../../access/timeline/timeline-spans";
import { both, type Row, read } from "./matrix-row";

/** The figures of views that leave everything, some and, in a box, nothing out. Of the history they say where it stands. */
const figures = (count: (actor: Actor, scope: Scope) => Promise<object>): Row =>
  read((actor) =>
    Promise.all(
      [
        "",
        "country=NL",
        "records=published",
        "to=2022-12-31",
        "from=2022-10-02&to=2023-01-30",
        "box=-10,40,20,60",
      ].map(async (query) => ({
        ...(await count(actor, scopeFilter.parse(new URLSearchParams(query)).value)),
        head: null,
      })),
    ),
  );

const NOW = new Date("2026-11-23T12:00:00Z");

/** What is counted and drawn. */
export const FIGURE_READS: Readonly<Record<string, Row>> = {
  "claim-ranges.listRanges": read(async (actor) => [
    ...(await listRanges(actor, [
      { scope: "global", region: null, country: null },
      { scope: "country", region: null, country: "NL" },
    ])),
  ]),
  "claim-ranges.readRange": read((actor) => readRange(actor, { ...rangeFilter.absent, place: "NL" })),
  "countries.listCountries": read((actor) => listCountries(actor)),
  "country-figures.readCountryFigures": figures(readCountryFigures),
  "evidence-figures.readEvidenceMonths": figures(readEvidenceMonths),
  "key-figures.readKeyFigures": figures(readKeyFigures),
  "station-figures.readStatusSteps": figures(readStatusSteps),
  "head.readAtHead": read(async (actor) => {
    const { page } = await readAtHead(actor, scopeFilter.absent, async () => ({
      page: await listStations(actor, {}),
    }));
    return page;
  }),
  "country-file.findCountry": read((actor) =>
    Promise.all(["NL", "FR", "BE"].map((code) => findCountry(actor, code))),
  ),
  "counts.listCounts": read((actor) => listCounts(actor, undefined)),
  "desk-figures.readDeskFigures": { takes: "read the workload", ask: (actor) => readDeskFigures(actor) },
  "person-figures.listPersonFigures": {
    takes: "read the workload of each person",
    ask: (actor) => listPersonFigures(actor),
  },
  "map.readMap": both(readMap),
  "summary-page.readSummaryPage": read(async (actor) => {
    const { figures, countries, months, steps } = await readSummaryPage(actor, summaryFilter.absent, NOW);
    return { figures, countries, months: { ...months, head: null }, steps: { ...steps, head: null } };
  }),
  "summary-page.readSummaryPicture": read(async (actor) => {
    const { table } = await readSummaryPicture(actor, summaryFilter.absent, "answers");
    return table;
  }),
  "summary.readSummary": read(async (actor) => ({ ...(await readSummary(actor)), head: null })),
  "timeline.listTimeline": read((actor) =>
    Promise.all([listTimeline(actor, {}), listTimeline(actor, { q: "matrix" }, { limit: 500 })]),
  ),
  "timeline-spans.readSpans": both(async (actor, filter: object) => (await readSpans(actor, filter)).spans),
  "timeline-spans.readCountrySpans": both(async (actor, filter: object) => {
    const { spans, dates } = await readCountrySpans(actor, filter);
    return { spans, dates };
  }),
  "timeline.readTimelineBounds": both(readTimelineBounds),
  "timeline.readTimelineSheet": both(readTimelineSheet),
  "timeline.listLatest": read((actor) => listLatest(actor, {}, 500)),
  "timeline.listUndated": read((actor) => listUndated(actor, {}, 500)),
};
