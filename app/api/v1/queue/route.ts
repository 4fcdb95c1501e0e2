import { BadQuery } from "@/app/_server/problem";
import { jsonRead } from "@/app/_server/route-handlers";
import { listQueue, listQueueBoard } from "@/db/access/queue/queue";
import { encodeCursor } from "@/lib/filters/cursor";
import { queueFilter } from "@/lib/filters/queue-filter";

/** The page's own filter; `totals` counts by state. As a board: the first of each state, and no next page. */
export const GET = jsonRead(async (actor, { url }) => {
  const { value, problems } = queueFilter.parse(url.searchParams);
  if (problems.length > 0) throw new BadQuery(problems);
  const { next, ...page } = await (value.view === "board" ? listQueueBoard : listQueue)(actor, value);
  return { ...page, next: next && encodeCursor(next) };
});
