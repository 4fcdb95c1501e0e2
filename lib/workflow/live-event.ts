import { z } from "zod";
import { REVISED_KINDS } from "../records/editorial";

/** What else of the desk's work changes without a revision. */
const LIVE_KINDS = [...REVISED_KINDS, "assignment", "comment", "many", "person"] as const;

/**
 * That something changed, and nothing of what it says now: a subscriber asks again. `id`: the record's, or that of
 * the record or proposal which was assigned or discussed; `seq`: the place in the chain of revisions, where it has one;
 * kind `many`: more than are worth naming; `person`: what somebody may do, or on which of their sessions, told to nobody.
 */
const liveEvent = z.strictObject({
  kind: z.enum(LIVE_KINDS),
  id: z.uuid().nullable(),
  seq: z.int().nullable(),
});
export type LiveEvent = z.output<typeof liveEvent>;

/** What a transaction told, as events; none of what another version of the program sent. */
export function readLiveEvents(payload: string): readonly LiveEvent[] {
  try {
    return z.array(liveEvent).safeParse(JSON.parse(payload)).data ?? [];
  } catch {
    return [];
  }
}
