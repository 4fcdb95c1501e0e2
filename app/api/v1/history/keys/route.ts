import { NO_STORE } from "@/app/_server/problem";
import { fileRead } from "@/app/_server/route-handlers";
import { listLogKeys } from "@/db/access/history/signed-log";

/** The keys that signed checkpoints, one a line, the oldest first. */
export const GET = fileRead(async (actor) => {
  const keys = await listLogKeys(actor);
  return new Response(keys.map((key) => `${key}\n`).join(""), { headers: NO_STORE });
});
