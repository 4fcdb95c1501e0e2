import type { FetchFailure, Wall } from "@/lib/records/capture";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { FetchRefused } from "../../fetching/allowed-address";
import { allowedHosts, requireFetching } from "../../fetching/fetch-settings";
import { fetchGuarded } from "../../fetching/guarded-fetch";
import { metadataOf, type PageMetadata } from "../../fetching/page-metadata";
import { readAnswer } from "../../fetching/read-page";
import { wallOf } from "../../fetching/wall";

/** What the page of an address says of itself, or why that is not known. */
export type PageProposal = {
  readonly page: PageMetadata | null;
  readonly failure: FetchFailure | Wall | "type" | null;
};

const BOUNDS = { largest: 2 * 1024 * 1024, longest: 10_000 };

/** Asks for the page and reads what it says of itself. It is proposed, and written by nobody yet. */
export async function proposeFromPage(actor: Actor, address: string): Promise<PageProposal> {
  requirePermission(actor, "record evidence");
  try {
    requireFetching();
    const answer = (await fetchGuarded(address, { ...BOUNDS, allowed: allowedHosts() })).at(-1);
    const page = answer ? readAnswer(answer) : null;
    const wall = answer ? wallOf(answer.status, page) : "thin";
    // A page of few words says as much of itself in its head as another.
    if (wall && wall !== "thin") return { page: null, failure: wall };
    if (!page || !answer) return { page: null, failure: "type" };
    return { page: metadataOf(page, answer.url), failure: null };
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    return { page: null, failure: error.reason };
  }
}
