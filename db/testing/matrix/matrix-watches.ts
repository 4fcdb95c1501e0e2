import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { readCapturedExchange } from "../../access/captures/captured-exchange";
import { compareCaptures } from "../../access/captures/comparison";
import {
  changeRules,
  changeWatch,
  findOwnWatch,
  findWatch,
  listWatches,
  watchPage,
} from "../../access/watches/watches";
import { db } from "../../client";
import { captures } from "../../schema";
import { makeEvidence } from "../make";
import type { MatrixRow } from "./matrix-row";

const url = "https://example.org/a-watched-page";

/** An item with a page, of which somebody who may watches it. */
async function watched(actor: Actor, desk: Actor) {
  const { slug } = await makeEvidence(desk, { url });
  const own = may(actor, "watch a page") ? actor : desk;
  return { slug, ...(await withFetching(() => watchPage(own, { evidence: slug, every: "daily" }))) };
}
const withFetching = <T>(work: () => Promise<T>): Promise<T> => {
  process.env.FETCH_PAGES = "on";
  return work().finally(() => delete process.env.FETCH_PAGES);
};
const watching = (ask: (actor: Actor, id: string, slug: string) => Promise<unknown>): MatrixRow => ({
  takes: "watch a page",
  ask: async (actor, { desk }) => {
    const { id, slug } = await watched(actor, desk);
    return ask(actor, id, slug);
  },
});

/** A capture of an item's page that has no file left: whoever may ask hears that it is not there. */
async function captured(desk: Actor) {
  const { id } = await makeEvidence(desk, { url });
  const subject = { subjectKind: "evidence" as const, subjectId: id, url, askedBy: desk.id };
  const [made] = await db.insert(captures).values(subject).returning({ id: captures.id });
  return made?.id ?? "";
}
const isMissing = (error: { kind?: string }) => {
  if (error.kind !== "not_found") throw error;
};

/** Pages that are looked at again, and what their copies say. */
export const WATCH_WRITES: Readonly<Record<string, readonly MatrixRow[]>> = {
  "watches.watchPage": [
    {
      takes: "watch a page",
      ask: async (actor, { desk }) => {
        const { slug } = await makeEvidence(desk, { url });
        return withFetching(() => watchPage(actor, { evidence: slug, every: "weekly" }));
      },
    },
  ],
  "watches.listWatches": [{ takes: "watch a page", ask: (actor) => listWatches(actor) }],
  "watches.findWatch": [watching(findWatch)],
  "watches.findOwnWatch": [watching((actor, _id, slug) => findOwnWatch(actor, slug))],
  "watches.changeWatch": [
    watching((actor, id) => changeWatch(actor, id, { state: "paused" })),
    {
      takes: "plan the work of others",
      after: "watch a page",
      ask: async (actor, { desk }) => {
        const { slug } = await makeEvidence(desk, { url });
        const { id } = await withFetching(() => watchPage(desk, { evidence: slug, every: "daily" }));
        return changeWatch(actor, id, { state: "paused" });
      },
    },
  ],
  "watches.changeRules": [watching((actor, id) => changeRules(actor, id, ["# views"], true))],
  "comparison.compareCaptures": [
    {
      takes: "read drafts",
      ask: async (actor, { desk }) => {
        const { slug } = await makeEvidence(desk, { url });
        return compareCaptures(actor, { kind: "evidence", slug }, {});
      },
    },
  ],
  "captured-exchange.readCapturedExchange": [
    {
      takes: "read drafts",
      ask: async (actor, { desk }) => readCapturedExchange(actor, await captured(desk)).catch(isMissing),
    },
  ],
};
