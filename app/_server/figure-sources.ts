import "server-only";
import { chartsFilter } from "@/lib/charts/charts-filter";
import type { FigureData } from "@/lib/charts/figure";
import { ANSWER_FIGURES, CHARTS, SUMMARY_FIGURES } from "@/lib/charts/figures";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { defineFilter, type FilterProblem, type SearchParams } from "@/lib/filters/filter";
import { mapFilter } from "@/lib/filters/map-filter";
import { rangeFilter, rangePage } from "@/lib/filters/range-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import { summaryFilter } from "@/lib/filters/summary-filter";
import { timelineFilter } from "@/lib/timeline/timeline-filter";
import type { Actor } from "@/lib/workflow/actor";
import { readDrawnMap } from "./drawn-map";
import { readTimelineFigure } from "./drawn-timeline";
import { readFigureData } from "./figures";
import { readListedStations } from "./listed-stations";
import { readRangeFigure } from "./range";

/** A figure of the view that an address names. */
type FigureInView = {
  readonly problems: readonly FilterProblem[];
  /** Anchor on its page and name of its files. */
  readonly name: string;
  /** Address of the page that shows the view, from the root. */
  readonly page: string;
  /** The one query of the view. */
  readonly query: string;
  /** @param rows of its table that are made at least, the first; all when absent */
  readonly read: (actor: Actor, rows?: number) => Promise<FigureData>;
};
type FigureSource = (params: SearchParams) => FigureInView;

type Shown<V> = {
  name: string | ((view: V) => string);
  /** The view of its page. */
  filter: {
    parse(params: SearchParams): { value: V; problems: readonly FilterProblem[] };
    toQuery(value: V): string;
  };
  page: (view: V) => string;
  read: (actor: Actor, view: V, rows?: number) => Promise<FigureData>;
};

const sourceOf =
  <V>({ name, filter, page, read }: Shown<V>): FigureSource =>
  (params) => {
    const { value, problems } = filter.parse(params);
    return {
      problems,
      name: typeof name === "string" ? name : name(value),
      page: page(value),
      query: filter.toQuery(value),
      read: (actor, rows) => read(actor, value, rows),
    };
  };

/** The first page is of everything. */
const wholeFilter = defineFilter({});

/** Every figure by what follows `/api/v1/figures/` in the address of its files, and `/figures/` in that of its whole table. */
const SOURCES: ReadonlyMap<string, FigureSource> = new Map([
  ...CHARTS.map(
    (name) =>
      [
        name,
        sourceOf({
          name,
          filter: chartsFilter,
          page: (view) => chartsFilter.href("/charts", { ...view, figure: name }),
          read: (actor, view, rows) => readFigureData(actor, view, name, rows),
        }),
      ] as const,
  ),
  ...SUMMARY_FIGURES.map(
    (name) =>
      [
        `summary/${name}`,
        sourceOf({
          name,
          filter: summaryFilter,
          page: (view) => summaryFilter.href("/summary", view),
          read: (actor, view, rows) => readFigureData(actor, view, name, rows),
        }),
      ] as const,
  ),
  ...ANSWER_FIGURES.map(
    (name) =>
      [
        `overview/${name}`,
        sourceOf({
          name,
          filter: wholeFilter,
          page: () => "/summary",
          read: (actor, _view, rows) => readFigureData(actor, dashboardFilter.absent, name, rows),
        }),
      ] as const,
  ),
  [
    "map",
    sourceOf({
      name: "map",
      filter: mapFilter,
      page: (view) => mapFilter.href("/map", view),
      read: async (actor, view) => (await readDrawnMap(actor, view)).data,
    }),
  ],
  [
    "stations",
    sourceOf({
      name: "stations",
      filter: stationFilter,
      page: (view) => stationFilter.href("/stations", view),
      read: async (actor, view, rows) => (await readListedStations(actor, view, rows)).data,
    }),
  ],
  [
    "timeline",
    sourceOf({
      name: "timeline",
      filter: timelineFilter,
      page: (view) => timelineFilter.href("/timeline", view),
      read: readTimelineFigure,
    }),
  ],
  [
    "range",
    sourceOf({
      name: (view) => `range-${view.place.toLowerCase()}`,
      filter: rangeFilter,
      page: rangePage,
      read: readRangeFigure,
    }),
  ],
]);

export const findFigureSource = (path: string): FigureSource | undefined => SOURCES.get(path);
