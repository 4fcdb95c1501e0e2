import "server-only";
import { listWaitingAnnotations } from "@/db/access/annotations";
import type { Head } from "@/db/access/head";
import { listDue } from "@/db/access/reply-list";
import { readSummary } from "@/db/access/summary";
import type { Actor } from "@/lib/actor";
import type { PictureData } from "@/lib/picture";
import { type AnswerPictureName, answersPicture } from "@/lib/picture-answers";
import { may } from "@/lib/policy";
import { readOverviewCharts } from "./charts";

const DUE_WITHIN = 7;

/** When figures were counted, for whom, and in which state of the dossier: the one that they were read with. */
export const countedAt = (actor: Actor, head: Head | null, now = new Date()) => ({
  seesDrafts: may(actor, "read drafts"),
  now,
  head,
});

/** What of the timeline waits for this person, or for another who may approve it; nothing for who may not. */
export const readWaitingAnnotations = async (actor: Actor) =>
  may(actor, "approve a record") ? listWaitingAnnotations(actor) : [];

/** All that the first page shows. */
export async function readOverview(actor: Actor) {
  const now = new Date();
  const [summary, due, charts, annotations] = await Promise.all([
    readSummary(actor),
    may(actor, "read drafts") ? listDue(actor, DUE_WITHIN) : [],
    readOverviewCharts(actor, now),
    readWaitingAnnotations(actor),
  ]);
  return { summary, due, charts, annotations: annotations.length, counted: countedAt(actor, summary.head, now) };
}

/** A picture of its official responses in words and figures, for its files. */
export async function readAnswersPicture(actor: Actor, name: AnswerPictureName): Promise<PictureData> {
  const { responses, head } = await readSummary(actor);
  return answersPicture(name, responses, { ...countedAt(actor, head), locale: actor.locale }).data;
}
