import "server-only";
import { readHead } from "@/db/access/head";
import { listDue } from "@/db/access/reply-list";
import { readSummary } from "@/db/access/summary";
import type { Actor } from "@/lib/actor";
import type { PictureData } from "@/lib/picture";
import { type AnswerPictureName, answersPicture } from "@/lib/picture-answers";
import { may } from "@/lib/policy";
import { readOverviewCharts } from "./charts";

const DUE_WITHIN = 7;

/** When a page was counted, for whom, and in which state of the dossier. */
export async function readCounted(actor: Actor, now = new Date()) {
  return { seesDrafts: may(actor, "read drafts"), now, head: await readHead(actor) };
}

/** All that the first page shows. */
export async function readOverview(actor: Actor) {
  const counted = await readCounted(actor);
  const [summary, due, charts] = await Promise.all([
    readSummary(actor),
    counted.seesDrafts ? listDue(actor, DUE_WITHIN) : [],
    readOverviewCharts(actor, counted.now),
  ]);
  return { summary, due, charts, counted };
}

/** A picture of its official responses in words and figures, for its files. */
export async function readAnswersPicture(actor: Actor, name: AnswerPictureName): Promise<PictureData> {
  const [{ responses }, counted] = await Promise.all([readSummary(actor), readCounted(actor)]);
  return answersPicture(name, responses, { ...counted, locale: actor.locale }).data;
}
