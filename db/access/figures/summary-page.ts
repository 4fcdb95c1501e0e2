import { keyFigures } from "@/lib/charts/key-figure";
import { dayIn } from "@/lib/dates/time-zone";
import { previousPeriod, type SummaryView, withinPeriod } from "@/lib/filters/summary-filter";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { newsroomZone } from "../../newsroom";
import { findLastVisit } from "../accounts/visits";
import { listChangesSince } from "../history/changes";
import { readCountryFigures } from "./country-figures";
import { readDeskFigures } from "./desk-figures";
import { readEvidenceMonths } from "./evidence-figures";
import { readKeyFigures } from "./key-figures";
import { listPersonFigures } from "./person-figures";
import { readStatusChanges } from "./station-figures";

export type SummaryData = Awaited<ReturnType<typeof readSummaryPage>>;

/** All that the manager's page and its PDF say, as far as this person may read it. */
export async function readSummaryPage(actor: Actor, view: SummaryView, now: Date) {
  const seesDrafts = may(actor, "read drafts");
  const timeZone = newsroomZone();
  const today = dayIn(now, timeZone);
  const previous = previousPeriod(view, today);
  const [numbers, before, countries, months, steps, desk, people, visit] = await Promise.all([
    readKeyFigures(actor, view),
    previous && readKeyFigures(actor, withinPeriod(view, previous)),
    readCountryFigures(actor, view),
    readEvidenceMonths(actor, view),
    readStatusChanges(actor, view),
    readDeskFigures(actor),
    may(actor, "read the workload of each person") ? listPersonFigures(actor) : null,
    findLastVisit(actor),
  ]);
  return {
    view,
    now,
    today,
    timeZone,
    seesDrafts,
    previous,
    numbers,
    figures: keyFigures(numbers, before, view, seesDrafts),
    countries: countries.countries,
    months,
    steps,
    desk,
    people,
    visit,
    since: visit && (await listChangesSince(actor, visit.seq)),
    head: numbers.head,
  };
}
