import "server-only";
import { findLastVisit } from "@/db/access/accounts/visits";
import { countUnreadEvidence } from "@/db/access/evidence/unread";
import { readDeskNow } from "@/db/access/figures/desk-figures";
import { readOverviewFigures } from "@/db/access/figures/overview-figures";
import { type DossierState, readDossierState } from "@/db/access/figures/result-cache";
import { listWaitingCopies } from "@/db/access/files/releases";
import { listPublications } from "@/db/access/history/changes";
import type { RevisionRef } from "@/db/access/history/revision-ref";
import { readMapAtRevision } from "@/db/access/map/map";
import { countAssigned, readOwnWork } from "@/db/access/queue/own-work";
import { countUnassigned } from "@/db/access/queue/waiting-counts";
import { listDue } from "@/db/access/replies/reply-list";
import { listLatestResponses } from "@/db/access/responses/response-list";
import { listWaitingAnnotations } from "@/db/access/timeline/annotations";
import { FEW_ROWS } from "@/lib/charts/table-view";
import { waitingByState } from "@/lib/figures/workload";
import { mapFilter } from "@/lib/filters/map-filter";
import { type OverviewView, scopeOfOverview } from "@/lib/filters/overview-filter";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { readFigure } from "./figures";

const DUE_WITHIN = 7;
const ANSWERS_SHOWN = 4;
const CHANGES_SHOWN = 6;
/** To who has work of their own on the page as well. */
const CHANGES_BESIDE_WORK = 3;

/** When figures were counted, for whom, and in which state of the dossier: the one that they were read with. */
export const figureContext = (actor: Actor, head: RevisionRef | null, now = new Date()) => ({
  seesDrafts: may(actor, "read drafts"),
  now,
  head,
});

/** What of the timeline waits for this person, or for another who may approve it; nothing for who may not. */
export const readWaitingAnnotations = async (actor: Actor) =>
  may(actor, "approve an annotation") ? listWaitingAnnotations(actor) : [];

/** Redacted copies that wait for this person, or for another who may release them; nothing for who may not. */
export const readWaitingCopies = async (actor: Actor) =>
  may(actor, "release a redacted copy") ? listWaitingCopies(actor) : [];

/** All that the first page shows; what is the same for everybody is counted once for each state of the dossier. */
export async function readOverview(actor: Actor, view: OverviewView) {
  const now = new Date();
  const state = await readDossierState();
  const scope = scopeOfOverview(view);
  const [figures, claimed, world, map, desk, answers, changes, visit, unread, needs] = await Promise.all([
    readOverviewFigures(actor, view, state),
    readFigure(actor, { ...scope, sort: "documented" }, "claimed", now, FEW_ROWS),
    readMapAtRevision(actor, mapFilter.absent, state),
    readMapAtRevision(actor, { ...mapFilter.absent, country: view.country }, state),
    readDeskNow(actor, state),
    listLatestResponses(actor, view, ANSWERS_SHOWN, state),
    listPublications(actor, CHANGES_SHOWN, state),
    findLastVisit(actor),
    countUnreadEvidence(actor),
    may(actor, "read drafts") ? readNeeds(actor, state) : null,
  ]);
  return {
    figures,
    claimed,
    map: map.drawn,
    /** Of which anything is on file, whatever the view. */
    countries: world.drawn.countries.map(({ country }) => country),
    desk,
    answers,
    changes: needs ? changes.slice(0, CHANGES_BESIDE_WORK) : changes,
    unread,
    needs: needs && { ...needs, toReview: may(actor, "approve a record") ? countInReview(desk) : 0 },
    /** They have not been here before, or have not said that they know their way. */
    isNew: visit === null,
    today: state.day,
    counted: figureContext(actor, figures.head, now),
  };
}

const countInReview = ({ waiting }: Awaited<ReturnType<typeof readDeskNow>>) =>
  waitingByState(waiting).find(({ state }) => state === "in_review")?.count ?? 0;

/** What waits for this person, and for the desk. */
async function readNeeds(actor: Actor, state: DossierState) {
  const [due, own, mine, unassigned, copies, annotations] = await Promise.all([
    listDue(actor, DUE_WITHIN),
    readOwnWork(actor, state),
    countAssigned(actor, state.day),
    countUnassigned(actor),
    readWaitingCopies(actor),
    readWaitingAnnotations(actor),
  ]);
  return { due, own, mine, unassigned, copies: copies.length, annotations: annotations.length };
}
