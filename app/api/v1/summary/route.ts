import { jsonRead } from "@/app/_server/boundary";
import { readSummary } from "@/db/access/figures/summary";
import { Invalid } from "@/lib/workflow/outcome";

/** The overview's numbers, as far as whoever asks may see them. */
export const GET = jsonRead(async (actor, { url }) => {
  const keys = [...url.searchParams.keys()];
  if (keys.length > 0) throw new Invalid(Object.fromEntries(keys.map((key) => [key, "validation.unknownKey"])));
  return readSummary(actor);
});
