import "server-only";
import { type CountryFigures, readCountryFigures } from "@/db/access/figures/country-figures";
import { readDeskFigures } from "@/db/access/figures/desk-figures";
import { readEvidenceMonths } from "@/db/access/figures/evidence-figures";
import { readStatusChanges } from "@/db/access/figures/station-figures";
import { readSummary } from "@/db/access/figures/summary";
import { newsroomZone } from "@/db/newsroom";
import { chartsFilter } from "@/lib/charts/charts-filter";
import type { FigureData } from "@/lib/charts/figure";
import { type BuiltFigure, buildFigure, type FigureInput, type FigureName } from "@/lib/charts/figures";
import type { ChartSort } from "@/lib/figures/country-figure";
import { type CountryNumbers, orderCountries } from "@/lib/figures/country-figure";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { countryName } from "@/lib/records/country";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** What of the dossier is counted, and by what countries are ordered where they are. */
type View = DashboardFilter & { readonly sort?: ChartSort };
type Head = Pick<FigureData, "revision">["revision"];
type Read<N extends FigureName> = (
  actor: Actor,
  view: View,
) => Promise<{ readonly input: FigureInput<N>; readonly head: Head }>;

/** What each figure is drawn from, of one state of the dossier. */
const READS: { readonly [N in FigureName]: Read<N> } = {
  claimed: readCountries,
  responses: readCountries,
  "evidence-kinds": async (actor, view) => {
    const { byKind, kinds, head, ...evidence } = await readEvidenceMonths(actor, view);
    const parts = byKind.map(({ kind, ...part }) => ({ ...part, value: kind }));
    const totals = kinds.map(({ kind, count }) => ({ value: kind, count }));
    return { input: { ...evidence, divided: { by: "kind", total: evidence.total, parts, totals } }, head };
  },
  "evidence-languages": async (actor, view) => {
    const { byLanguage, languages, head, ...evidence } = await readEvidenceMonths(actor, view);
    const parts = byLanguage.map(({ language, ...part }) => ({ ...part, value: language }));
    const totals = languages.map(({ language, count }) => ({ value: language, count }));
    return { input: { ...evidence, divided: { by: "language", total: evidence.total, parts, totals } }, head };
  },
  status: readStatus,
  answers: async (actor, view) => {
    const { countries, head } = await readCountryFigures(actor, view);
    return { input: countries, head };
  },
  months: async (actor, view) => {
    const { head, ...input } = await readEvidenceMonths(actor, view);
    return { input, head };
  },
  steps: readStatus,
  weeks: async (actor) => {
    const { weeks, head } = await readDeskFigures(actor);
    return { input: { weeks }, head };
  },
  kinds: readResponses,
  governments: readResponses,
};

/**
 * A figure of a view, for its page and for its files.
 * @param rows of its table that a page draws; all for a file
 */
export async function readFigure<N extends FigureName>(
  actor: Actor,
  view: View,
  name: N,
  now: Date,
  rows?: number,
): Promise<BuiltFigure<N>> {
  const { input, head } = await READS[name](actor, view);
  return buildFigure(name, input, {
    filter: view,
    seesDrafts: may(actor, "read drafts"),
    locale: actor.locale,
    asOf: now.toISOString(),
    timeZone: newsroomZone(),
    revision: head,
    rows,
  });
}

async function readCountries(actor: Actor, view: View) {
  const { countries, head } = await readCountryFigures(actor, view);
  const nameOf = (code: string) => countryName(code, actor.locale);
  const sort = view.sort ?? chartsFilter.absent.sort;
  return { input: orderCountries(countries.map(numbersOf), sort, nameOf), head };
}

async function readStatus(actor: Actor, view: View) {
  const { head, ...input } = await readStatusChanges(actor, view);
  return { input, head };
}

async function readResponses(actor: Actor) {
  const { responses, head } = await readSummary(actor);
  return { input: responses, head };
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
