import { jsonRead } from "@/app/_server/route-handlers";
import { exportChainHead } from "@/db/access/history/history-check";

/** The end of the chain of revisions, to be kept elsewhere. */
export const GET = jsonRead((actor) => exportChainHead(actor));
