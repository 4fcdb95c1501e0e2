import { eventStream } from "@/app/_server/route-handlers";
import { readSessionId } from "@/app/_server/session-cookie";
import { deskStream } from "@/app/_server/stream";

/** What changes on the desk, as it changes. */
export const GET = eventStream(async (actor, { lastId, signal }) => {
  const lastSeq = lastId !== null && /^\d{1,9}$/.test(lastId) ? Number(lastId) : null;
  return deskStream({ actor, sid: (await readSessionId()) ?? "", lastSeq, signal });
});
