import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { countOpenReplies } from "../figures/desk-figures";
import { cachedForDay } from "../figures/result-cache";
import { countWaiting } from "./waiting-counts";

export type WorkCounts = {
  /** Records and proposals that wait for an approval. */
  readonly inReview: number;
  /** Letters of this reader's ledger that nobody answered in time. */
  readonly overdue: number;
};

/** What stands beside the desk's places in the navigation of every page: counted once for each state of the dossier and day. */
export async function readWorkCounts(actor: Actor): Promise<WorkCounts> {
  requirePermission(actor, "read drafts");
  const { inReview, overdue } = await cachedForDay(actor, "work counts", dashboardFilter.absent, async (reader) => {
    const [waiting, replies] = await Promise.all([countWaiting(), countOpenReplies(reader)]);
    const inReview = waiting.reduce((sum, { state, count }) => sum + (state === "in_review" ? count : 0), 0);
    return { inReview, overdue: replies.overdue };
  });
  return { inReview, overdue };
}
