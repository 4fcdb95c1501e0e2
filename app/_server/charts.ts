import "server-only";
import { type CountryFigures, readCountryFigures } from "@/db/access/figures/country-figures";
import { readEvidenceMonths } from "@/db/access/figures/evidence-figures";
import { readStatusChanges } from "@/db/access/figures/station-figures";
import {
  buildClaimedFigure,
  buildMonthsFigure,
  buildResponsesFigure,
  buildStatusFigure,
  type ChartContext,
  type ChartFigure,
} from "@/lib/charts/charts-page";
import { type CountryNumbers, orderCountries } from "@/lib/figures/country-figure";
import { CHARTS, type Chart, type ChartsView, chartsFilter } from "@/lib/filters/charts-filter";
import { countryName } from "@/lib/records/country";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** The figures that a view asks for, in their order, each from figures of one state of the dossier. */
export function readCharts(actor: Actor, view: ChartsView, now: Date): Promise<ChartFigure[]> {
  const wanted = view.figure === "all" ? CHARTS : [view.figure];
  return Promise.all(wanted.map((chart) => readChart(actor, view, chart, now)));
}

/** The two figures of the first page: the countries with most stations, and the evidence. */
export async function readOverviewCharts(actor: Actor, now: Date) {
  const view: ChartsView = { ...chartsFilter.absent, sort: "documented" };
  const [stations, evidence] = await Promise.all([
    readChart(actor, view, "claimed", now),
    readChart(actor, view, "evidence-kinds", now),
  ]);
  return { view, stations, evidence };
}

export async function readChart(actor: Actor, view: ChartsView, chart: Chart, now: Date): Promise<ChartFigure> {
  const occasion = (head: ChartContext["revision"]): ChartContext => ({
    filter: view,
    seesDrafts: may(actor, "read drafts"),
    locale: actor.locale,
    asOf: now.toISOString(),
    revision: head,
  });
  switch (chart) {
    case "claimed":
    case "responses": {
      const { countries, head } = await readCountryFigures(actor, view);
      const nameOf = (code: string) => countryName(code, actor.locale);
      const ordered = orderCountries(countries.map(numbersOf), view.sort, nameOf);
      return chart === "claimed"
        ? buildClaimedFigure(ordered, occasion(head))
        : buildResponsesFigure(ordered, occasion(head));
    }
    case "evidence-kinds": {
      const { byKind, kinds, head, ...figure } = await readEvidenceMonths(actor, view);
      const parts = byKind.map(({ kind, ...part }) => ({ ...part, value: kind }));
      const totals = kinds.map(({ kind, count }) => ({ value: kind, count }));
      const divided = { by: "kind" as const, total: figure.total, parts, totals };
      return buildMonthsFigure({ ...figure, divided }, occasion(head));
    }
    case "evidence-languages": {
      const { byLanguage, languages, head, ...figure } = await readEvidenceMonths(actor, view);
      const parts = byLanguage.map(({ language, ...part }) => ({ ...part, value: language }));
      const totals = languages.map(({ language, count }) => ({ value: language, count }));
      const divided = { by: "language" as const, total: figure.total, parts, totals };
      return buildMonthsFigure({ ...figure, divided }, occasion(head));
    }
    case "status": {
      const { head, ...figure } = await readStatusChanges(actor, view);
      return buildStatusFigure(figure, occasion(head));
    }
  }
}

function numbersOf({
  country,
  coverage,
  claimed,
  stations,
  government,
}: CountryFigures["countries"][number]): CountryNumbers {
  const { asked, answered, medianDays, byKind } = government;
  return {
    country,
    coverage,
    claimed,
    statuses: stations.byStatus,
    responses: byKind,
    replies: { asked, answered, medianDays },
  };
}
