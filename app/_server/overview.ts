import "server-only";
import { readSummary } from "@/db/access/figures/summary";
import type { RevisionRef } from "@/db/access/history/revision-ref";
import { countUnassigned } from "@/db/access/queue/waiting-counts";
import { listDue } from "@/db/access/replies/reply-list";
import { listWaitingAnnotations } from "@/db/access/timeline/annotations";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { readOverviewCharts } from "./charts";

const DUE_WITHIN = 7;

/** When figures were counted, for whom, and in which state of the dossier: the one that they were read with. */
export const figureContext = (actor: Actor, head: RevisionRef | null, now = new Date()) => ({
  seesDrafts: may(actor, "read drafts"),
  now,
  head,
});

/** What of the timeline waits for this person, or for another who may approve it; nothing for who may not. */
export const readWaitingAnnotations = async (actor: Actor) =>
  may(actor, "approve an annotation") ? listWaitingAnnotations(actor) : [];

/** All that the first page shows. */
export async function readOverview(actor: Actor) {
  const now = new Date();
  const [summary, due, charts, annotations, unassigned] = await Promise.all([
    readSummary(actor),
    may(actor, "read drafts") ? listDue(actor, DUE_WITHIN) : [],
    readOverviewCharts(actor, now),
    readWaitingAnnotations(actor),
    may(actor, "read drafts") ? countUnassigned(actor) : 0,
  ]);
  const counted = figureContext(actor, summary.head, now);
  return { summary, due, charts, annotations: annotations.length, unassigned, counted };
}
