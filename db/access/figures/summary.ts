import { eq } from "drizzle-orm";
import { byMonth } from "@/lib/dates/months";
import { rangeOf } from "@/lib/figures/tally";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { claims } from "../../schema";
import { listCounts } from "../claims/counts";
import { listChanges } from "../history/changes";
import { readWaitingCounts } from "../queue/waiting-counts";
import { countDates } from "./evidence-figures";
import { countResponseKinds, countResponsesByCountry } from "./response-figures";
import { cachedAtRevision, readDossierState } from "./result-cache";
import { countStatuses } from "./station-figures";

export type Summary = Awaited<ReturnType<typeof readSummary>>;

/** Months of evidence shown at most. */
const MONTHS = 60;
const EVERYTHING = dashboardFilter.absent;

/**
 * What the investigation knows as far as this person may see it: the numbers of the overview and of `/api/v1/summary`.
 * Claimed figures stand beside the documented one and are never added up; `waiting` is null for who may not read drafts.
 */
export async function readSummary(actor: Actor) {
  return summaryOf(await readParts(actor));
}

async function readParts(actor: Actor) {
  requirePermission(actor, "read published records");
  const readsDrafts = may(actor, "read drafts");
  const state = await readDossierState();
  const [figures, waiting] = await Promise.all([
    cachedAtRevision(actor, "summary", EVERYTHING, countAll, state),
    readsDrafts ? readWaitingCounts(actor, state) : null,
  ]);
  return { readsDrafts, figures, waiting };
}

type Parts = Awaited<ReturnType<typeof readParts>>;

const summaryOf = ({ readsDrafts, figures, waiting }: Parts) => ({
  /** "all": everything that the desk may see; "published": what was approved. */
  sees: readsDrafts ? ("all" as const) : ("published" as const),
  ...figures,
  waiting,
});

/**
 * Of cached figures, which are the same object for as long as they hold, with the queue's reasons that were beside them: those
 * change with the day as well.
 */
const written = new WeakMap<
  Parts["figures"],
  { readonly reasons: unknown; readonly json: Uint8Array<ArrayBuffer> }
>();

/** The same as JSON in UTF-8, written once for as long as nothing of it changes. */
export async function readSummaryJson(actor: Actor): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await readParts(actor);
  const reasons = parts.waiting?.reasons ?? null;
  const known = written.get(parts.figures);
  if (known && known.reasons === reasons) return known.json;
  const json = new TextEncoder().encode(JSON.stringify(summaryOf(parts)));
  written.set(parts.figures, { reasons, json });
  return json;
}

/** What the history alone decides, the latest of it included; what waits is a matter of the clock as well. */
async function countAll(reader: Actor) {
  const [counts, byStatus, byKind, byCountry, dates, changes] = await Promise.all([
    listCounts(reader, eq(claims.scope, "global")),
    countStatuses(reader, EVERYTHING),
    countResponseKinds(reader, EVERYTHING),
    countResponsesByCountry(reader, EVERYTHING),
    countDates(reader, EVERYTHING),
    listChanges(reader),
  ]);
  const published = byStatus.reduce((sum, row) => sum + row.published, 0);
  return {
    claimed: rangeOf(counts, published),
    stations: {
      total: byStatus.reduce((sum, row) => sum + row.count, 0),
      /** What the dossier documents: stations that were published. */
      published,
      countries: new Set(byStatus.map(({ country }) => country)).size,
      byStatus,
    },
    responses: { total: byKind.reduce((sum, row) => sum + row.count, 0), byKind, byCountry },
    evidence: { total: dates.reduce((sum, row) => sum + row.count, 0), ...byMonth(dates, MONTHS) },
    changes,
  };
}
