import { access, constants } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { readReadiness } from "@/db/readiness";
import { closing } from "./closing";

/** Answers what watches the process, whatever else waits. @returns whether the address is one of those */
export function answerHealth(pathname: string, response: ServerResponse): boolean {
  if (pathname !== "/healthz" && pathname !== "/readyz") return false;
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", "application/json");
  if (pathname === "/healthz") response.end('{"process":"up"}');
  else answerReadiness(response);
  return true;
}

async function answerReadiness(response: ServerResponse): Promise<void> {
  const storage = await access(process.env.DATA_DIR || ".", constants.W_OK).then(
    () => "writable",
    () => "not writable",
  );
  const found = { ...(await readReadiness()), storage, process: closing.isClosing ? "closing" : "up" };
  const isReady =
    found.database === "reachable" && found.migrations === "applied" && storage === "writable" && !closing.isClosing;
  response.statusCode = isReady ? 200 : 503;
  response.end(JSON.stringify(found));
}
