import { NO_STORE } from "@/app/_server/problem";
import { fileRead } from "@/app/_server/route-handlers";
import { openLogFile } from "@/db/access/history/signed-log";

const HEADERS = {
  ...NO_STORE,
  "Content-Type": "text/plain; charset=utf-8",
  "Content-Disposition": 'attachment; filename="checkpoints.txt"',
};

/** Every signed checkpoint, as the log's own file has them. */
export const GET = fileRead(async (actor) => new Response(await openLogFile(actor), { headers: HEADERS }));
