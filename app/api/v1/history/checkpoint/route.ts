import { NO_STORE } from "@/app/_server/problem";
import { fileRead } from "@/app/_server/route-handlers";
import { findNewestCheckpoint } from "@/db/access/history/signed-log";

/** The newest signed checkpoint, as its note stands in the log. */
export const GET = fileRead(async (actor) => new Response(await findNewestCheckpoint(actor), { headers: NO_STORE }));
