import { BadQuery } from "@/app/_server/problem";
import { jsonRead } from "@/app/_server/route-handlers";
import { readTimelineData } from "@/db/access/timeline/timeline";
import { timelineDataFilter } from "@/lib/timeline/timeline-filter";

/** Every dated record of a view in few bytes, for a figure that zooms without asking again. */
export const GET = jsonRead(async (actor, { url }) => {
  const { value, problems } = timelineDataFilter.parse(url.searchParams);
  if (problems.length > 0) throw new BadQuery(problems);
  return readTimelineData(actor, value);
});
