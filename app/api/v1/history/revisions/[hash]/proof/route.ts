import { NO_STORE } from "@/app/_server/problem";
import { fileRead } from "@/app/_server/route-handlers";
import { proveRevision } from "@/db/access/history/revision-proof";

/** What proves to a stranger that this revision stands in the history, as a file that is verified without this server. */
export const GET = fileRead<{ hash: string }>(async (actor, { params }) => {
  const { name, text } = await proveRevision(actor, params.hash);
  return new Response(text, {
    headers: {
      ...NO_STORE,
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
});
