import "server-only";
import { type CountryFigures, readCountryFigures } from "@/db/access/figures/country-figures";
import { readDeskFigures } from "@/db/access/figures/desk-figures";
import { readEvidenceMonths } from "@/db/access/figures/evidence-figures";
import { readStatusChanges } from "@/db/access/figures/station-figures";
import { readSummary } from "@/db/access/figures/summary";
import { newsroomZone } from "@/db/newsroom";
import { chartsFilter } from "@/lib/charts/charts-filter";
import type { FigureData } from "@/lib/charts/figure";
import { type BuiltFigure, buildFigure, type FigureInput, type FigureName, figureDataOf } from "@/lib/charts/figures";
import type { ChartSort } from "@/lib/figures/country-figure";
import { type CountryNumbers, orderCountries } from "@/lib/figures/country-figure";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { countryName } from "@/lib/records/country";
import { makeOnce } from "@/lib/text/make-once";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** What of the dossier is counted, and by what countries are ordered where they are. */
type View = DashboardFilter & { readonly sort?: ChartSort };
type Head = Pick<FigureData, "revision">["revision"];
type Read<N extends FigureName> = (
  actor: Actor,
  view: View,
) => Promise<{ readonly input: FigureInput<N>; readonly head: Head }>;

/** What each figure is drawn from, of one state of the dossier; the same object for as long as that stays. */
const READS: { readonly [N in FigureName]: Read<N> } = {
  claimed: readCountries,
  responses: readCountries,
  "evidence-kinds": (actor, view) =>
    made(readEvidenceMonths(actor, view), "kinds", ({ byKind, kinds, head: _head, ...evidence }) => {
      const parts = byKind.map(({ kind, ...part }) => ({ ...part, value: kind }));
      const totals = kinds.map(({ kind, count }) => ({ value: kind, count }));
      return { ...evidence, divided: { by: "kind", total: evidence.total, parts, totals } };
    }),
  "evidence-languages": (actor, view) =>
    made(readEvidenceMonths(actor, view), "languages", ({ byLanguage, languages, head: _head, ...evidence }) => {
      const parts = byLanguage.map(({ language, ...part }) => ({ ...part, value: language }));
      const totals = languages.map(({ language, count }) => ({ value: language, count }));
      return { ...evidence, divided: { by: "language", total: evidence.total, parts, totals } };
    }),
  status: readStatus,
  answers: (actor, view) => made(readCountryFigures(actor, view), "answers", ({ countries }) => countries),
  months: (actor, view) => made(readEvidenceMonths(actor, view), "months", ({ head: _head, ...input }) => input),
  steps: readStatus,
  weeks: async (actor) => {
    const { weeks, head } = await readDeskFigures(actor);
    return { input: { weeks }, head };
  },
  kinds: readResponses,
  governments: readResponses,
};

/** What is drawn of a cached answer, made once for as long as the answer is kept. */
async function made<Answer extends { readonly head: Head }, Input>(
  read: Promise<Answer>,
  what: string,
  make: (answer: Answer) => Input,
): Promise<{ input: Input; head: Head }> {
  const answer = await read;
  return { input: makeOnce(answer, what, () => make(answer)), head: answer.head };
}

/**
 * A figure of a view, for its page.
 * @param rows of its table that the page draws
 */
export async function readFigure<N extends FigureName>(
  actor: Actor,
  view: View,
  name: N,
  now: Date,
  rows?: number,
): Promise<BuiltFigure<N>> {
  const { input, head } = await READS[name](actor, view);
  return buildFigure(name, input, contextOf(actor, view, head, now, rows));
}

/** The same in words and figures alone, for its files and its whole table; all rows without a number of them. */
export async function readFigureData<N extends FigureName>(
  actor: Actor,
  view: View,
  name: N,
  rows?: number,
): Promise<FigureData> {
  const { input, head } = await READS[name](actor, view);
  return figureDataOf(name, input, contextOf(actor, view, head, new Date(), rows));
}

const contextOf = (actor: Actor, filter: View, revision: Head, now: Date, rows?: number) => ({
  filter,
  seesDrafts: may(actor, "read drafts"),
  locale: actor.locale,
  asOf: now.toISOString(),
  timeZone: newsroomZone(),
  revision,
  rows,
});

function readCountries(actor: Actor, view: View) {
  const nameOf = (code: string) => countryName(code, actor.locale);
  const sort = view.sort ?? chartsFilter.absent.sort;
  return made(readCountryFigures(actor, view), `countries ${sort} ${actor.locale}`, ({ countries }) =>
    orderCountries(countries.map(numbersOf), sort, nameOf),
  );
}

function readStatus(actor: Actor, view: View) {
  return made(readStatusChanges(actor, view), "status", ({ head: _head, ...input }) => input);
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
