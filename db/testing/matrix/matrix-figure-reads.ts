import { type DashboardFilter, dashboardFilter } from "@/lib/filters/dashboard-filter";
import { mapFilter } from "@/lib/filters/map-filter";
import { overviewFilter } from "@/lib/filters/overview-filter";
import { rangeFilter } from "@/lib/filters/range-filter";
import { summaryFilter } from "@/lib/filters/summary-filter";
import type { Actor } from "@/lib/workflow/actor";
import { listCounts } from "../../access/claims/counts";
import { listCountries } from "../../access/countries/countries";
import { findCountry } from "../../access/countries/country-file";
import { listRanges, readRange } from "../../access/figures/claim-ranges";
import { readCountryFigures } from "../../access/figures/country-figures";
import { readDeskFigures, readDeskNow } from "../../access/figures/desk-figures";
import { readDossierCounts } from "../../access/figures/dossier-counts";
import { readEvidenceMonths } from "../../access/figures/evidence-figures";
import { readKeyFigures } from "../../access/figures/key-figures";
import { readOverviewFigures } from "../../access/figures/overview-figures";
import { listPersonFigures } from "../../access/figures/person-figures";
import { readStatusChanges } from "../../access/figures/station-figures";
import { readSummary, readSummaryJson } from "../../access/figures/summary";
import { readSummaryPage } from "../../access/figures/summary-page";
import { readWithRevision } from "../../access/history/revision-ref";
import { readMap, readMapAtRevision } from "../../access/map/map";
import { listStations } from "../../access/stations/station-list";
import {
  listLatest,
  listTimeline,
  listUndated,
  readTimelineBounds,
  readTimelineData,
} from "../../access/timeline/timeline";
import { readCountrySpans, readSpans } from "../../access/timeline/timeline-spans";
import { bothRow, type MatrixRow, readRow } from "./matrix-row";

/** The figures of views that leave everything, some and, in a box, nothing out. Of the history they say where it stands. */
const figures = (count: (actor: Actor, filter: DashboardFilter) => Promise<object>): MatrixRow =>
  readRow((actor) =>
    Promise.all(
      [
        "",
        "country=NL",
        "records=published",
        "to=2022-12-31",
        "from=2022-10-02&to=2023-01-30",
        "box=-10,40,20,60",
      ].map(async (query) => ({
        ...(await count(actor, dashboardFilter.parse(new URLSearchParams(query)).value)),
        head: null,
      })),
    ),
  );

const NOW = new Date("2026-11-23T12:00:00Z");

/** What is counted and drawn. */
export const FIGURE_READS: Readonly<Record<string, MatrixRow>> = {
  "claim-ranges.listRanges": readRow(async (actor) => [
    ...(await listRanges(actor, [
      { scope: "global", region: null, country: null },
      { scope: "country", region: null, country: "NL" },
    ])),
  ]),
  "claim-ranges.readRange": readRow(async (actor) => ({
    ...(await readRange(actor, { ...rangeFilter.absent, place: "NL" })),
    head: null,
  })),
  "countries.listCountries": readRow((actor) => listCountries(actor)),
  "country-figures.readCountryFigures": figures(readCountryFigures),
  "dossier-counts.readDossierCounts": readRow((actor) => readDossierCounts(actor)),
  "evidence-figures.readEvidenceMonths": figures(readEvidenceMonths),
  "key-figures.readKeyFigures": figures(readKeyFigures),
  "station-figures.readStatusChanges": figures(readStatusChanges),
  "revision-ref.readWithRevision": readRow(async (actor) => {
    const { page } = await readWithRevision(actor, dashboardFilter.absent, async () => ({
      page: await listStations(actor, {}),
    }));
    return page;
  }),
  "country-file.findCountry": readRow((actor) =>
    Promise.all(["NL", "FR", "BE"].map((code) => findCountry(actor, code))),
  ),
  "counts.listCounts": readRow((actor) => listCounts(actor, undefined)),
  "desk-figures.readDeskFigures": { takes: "read the workload", ask: (actor) => readDeskFigures(actor) },
  "desk-figures.readDeskNow": { takes: "read the workload", ask: (actor) => readDeskNow(actor) },
  "overview-figures.readOverviewFigures": readRow(async (actor) => ({
    ...(await readOverviewFigures(actor, overviewFilter.absent)),
    head: null,
  })),
  "person-figures.listPersonFigures": {
    takes: "read the workload of each person",
    ask: (actor) => listPersonFigures(actor),
  },
  "map.readMap": bothRow(readMap),
  "map.readMapAtRevision": readRow(async (actor) => (await readMapAtRevision(actor, mapFilter.absent)).drawn),
  "summary-page.readSummaryPage": readRow(async (actor) => {
    const { figures, countries, months, steps } = await readSummaryPage(actor, summaryFilter.absent, NOW);
    return { figures, countries, months: { ...months, head: null }, steps: { ...steps, head: null } };
  }),
  "summary.readSummary": readRow(async (actor) => ({ ...(await readSummary(actor)), head: null })),
  "summary.readSummaryJson": readRow(async (actor) => ({
    ...JSON.parse(new TextDecoder().decode(await readSummaryJson(actor))),
    head: null,
  })),
  "timeline.listTimeline": readRow((actor) =>
    Promise.all([listTimeline(actor, {}), listTimeline(actor, { q: "matrix" }, { limit: 500 })]),
  ),
  "timeline-spans.readSpans": bothRow(async (actor, filter: object) => (await readSpans(actor, filter)).spans),
  "timeline-spans.readCountrySpans": bothRow(async (actor, filter: object) => {
    const { spans, dates } = await readCountrySpans(actor, filter);
    return { spans, dates };
  }),
  "timeline.readTimelineBounds": bothRow(readTimelineBounds),
  "timeline.readTimelineData": bothRow(readTimelineData),
  "timeline.listLatest": readRow((actor) => listLatest(actor, {}, 500)),
  "timeline.listUndated": readRow((actor) => listUndated(actor, {}, 500)),
};
