import { NO_STORE } from "@/app/_server/problem";
import { fileRead } from "@/app/_server/route-handlers";
import { readSummaryJson } from "@/db/access/figures/summary";
import { Invalid } from "@/lib/workflow/outcome";

/** The overview's numbers, as far as whoever asks may see them. */
export const GET = fileRead(async (actor, { url }) => {
  const keys = [...url.searchParams.keys()];
  if (keys.length > 0) throw new Invalid(Object.fromEntries(keys.map((key) => [key, "validation.unknownKey"])));
  return new Response(await readSummaryJson(actor), { headers: { ...NO_STORE, "Content-Type": "application/json" } });
});
