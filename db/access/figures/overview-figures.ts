import { addDays } from "@/lib/dates/days";
import { groupsOf, type KindCount } from "@/lib/figures/government-figure";
import type { DashboardFilter } from "@/lib/filters/dashboard-filter";
import { daysOfOverview, type OverviewView, scopeOfOverview } from "@/lib/filters/overview-filter";
import type { Actor } from "@/lib/workflow/actor";
import { figureRange } from "./claim-figures";
import { listMarksOfView } from "./key-figures";
import { countResponsesByCountry } from "./response-figures";
import { cachedForDay, type DossierState } from "./result-cache";
import { countStatuses } from "./station-figures";

/**
 * What is known today in the countries of a view, and how it stood at the two ends of the view's days: what bears no date is in
 * `now` alone, so that only `end` and `before` are compared. Counted once for each state of the dossier and day.
 */
export function readOverviewFigures(actor: Actor, view: OverviewView, state?: DossierState) {
  const scope = scopeOfOverview(view);
  const count = async (reader: Actor, today: string) => {
    const { from, to } = daysOfOverview(view, today);
    const [now, end, before] = await Promise.all([
      countKnown(reader, scope),
      countKnown(reader, { ...scope, to }),
      countKnown(reader, { ...scope, to: addDays(from, -1) }),
    ]);
    return { period: { from, to }, now, end, before };
  };
  return cachedForDay(actor, `overview ${view.period}`, scope, count, state);
}

/** The numbers of a state of affairs, by the same counts as the key figures of the report. */
async function countKnown(reader: Actor, filter: DashboardFilter) {
  const [statuses, claimed, answers] = await Promise.all([
    countStatuses(reader, filter),
    listMarksOfView(reader, filter),
    countResponsesByCountry(reader, filter),
  ]);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const published = sum(statuses.map((row) => row.published));
  const kinds = answers.map(({ kind, count }): KindCount => ({ kind, count }));
  return {
    stations: {
      total: sum(statuses.map((row) => row.count)),
      published,
      countries: new Set(statuses.map(({ country }) => country)).size,
    },
    claimed: claimed && figureRange(claimed.marks, published),
    responses: { total: sum(kinds.map((row) => row.count)), ...groupsOf(kinds) },
    /** Countries of whose authorities an answer is on file; an authority of no country is in none. */
    governments: new Set(answers.flatMap(({ country }) => country ?? [])).size,
  };
}
