import { asId } from "@/app/_server/query";
import { fileRead } from "@/app/_server/route-handlers";
import { readCapturedExchange } from "@/db/access/captures/captured-exchange";
import { makeWacz } from "@/db/captures/wacz";

/** A copy of a page as WACZ, for ReplayWeb.page and other readers of web archives. */
export const GET = fileRead<{ id: string }>(async (actor, { params }) => {
  const { name, ...source } = await readCapturedExchange(actor, asId(params.id));
  const plain = name.replace(/\.warc\.gz$/, ".wacz").replace(/[^ !#$&-[\]-~]/g, "_");
  return new Response(await makeWacz(source), {
    headers: {
      "Content-Type": "application/wacz+zip",
      "Content-Disposition": `attachment; filename="${plain}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-cache",
    },
  });
});
